/** One of several answers to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** What a `<select>` offers, and what is chosen. */
export interface Options {
  readonly choices: readonly Choice[];
  /** How many of them are above the line. */
  readonly above: number;
  readonly value: string;
}

declare global {
  interface HTMLSelectElement {
    /** For `fillSelects()`. */
    offered?: Options;
  }
}

/** The choices that each shows, as JSON. */
const shown = new WeakMap<HTMLSelectElement, string>();

/**
 * To be called after each rendering: puts the options into every `<select>`. As templates, 250 countries would hold an eighth of a
 * megabyte, and be compared one by one with every key that is pressed.
 */
export function fillSelects(root: ParentNode): void {
  for (const select of root.querySelectorAll('select')) {
    const { choices = [], above = 0, value = '' } = select.offered ?? {};
    const text = JSON.stringify(choices);
    if (shown.get(select) !== text) {
      shown.set(select, text);
      select.replaceChildren(...choices.map((choice) => new Option(choice.label, choice.value)));
      if (above) select.options[above]?.before(document.createElement('hr'));
    }
    // The first one stands for no answer.
    if (select.value !== value) {
      select.selectedIndex = Math.max(
        0,
        choices.findIndex((choice) => choice.value === value),
      );
    }
  }
}
