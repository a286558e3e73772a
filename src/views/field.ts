import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FlowContent } from '../ticket/flow-state.js';
import type { Field } from '../ticket/form-definition.js';
import { issueText } from './issue-text.js';
import type { Choice, Options } from './options.js';
import { idOf, type Ui } from './ui.js';

export interface FieldOptions {
  readonly pointer: string;
  readonly kind: Field['kind'] | 'tel';
  readonly label: string;
  /** The heading is the label: it is not said twice. */
  readonly isHeading?: boolean;
  readonly hint?: string | TemplateResult;
  readonly value: string | boolean;
  readonly choices?: readonly Choice[];
  /** How many of the choices stand apart, before the others. */
  readonly likely?: number;
  /** What `autocomplete` may say here (HTML, "Autofill", field names). */
  readonly autocomplete?: 'name' | 'email' | 'tel' | 'country';
  /** Stands before the control, and is not part of the value. */
  readonly prefix?: string | undefined;
  readonly count?: string;
  /** What helps once something was typed. */
  readonly after?: unknown;
  /** What belongs to the choice made, shown below it. */
  readonly inner?: unknown;
}

/** Label, hint, error and control of one answer, joined by ids. */
export function fieldView(options: FieldOptions, state: FlowContent, ui: Ui) {
  const { pointer, kind, label, isHeading, hint, prefix, count, after, inner } = options;
  const id = idOf(pointer);
  const issue = state.issues.find((each) => each.pointer === pointer);
  const error = issue && issueText(issue, state, ui);
  const described =
    [hint && `${id}-hint`, error && `${id}-error`, count && `${id}-count`].filter(Boolean).join(' ') || nothing;
  const invalid = error ? 'true' : nothing;
  const classes = `field${error ? ' bad' : ''}`;
  const notes = html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  ${error ? html`<p class="error" id="${id}-error"><span class="unseen">${ui.t('error')} </span>${error}</p>` : nothing}`;
  if (kind === 'radio') {
    return html`<fieldset class=${classes} aria-labelledby=${isHeading ? 'heading' : nothing} aria-describedby=${described}>
      ${isHeading ? nothing : html`<legend part="label">${label}</legend>`}${notes}${radios(options, id, invalid, ui)}
    </fieldset>`;
  }
  if (kind === 'checkbox')
    return html`<div class=${classes}>${notes}${checkbox(options, id, invalid, described, ui)}${after}</div>`;
  return html`<div class=${classes}>
    ${isHeading ? nothing : html`<label part="label" for=${id}>${label}</label>`}${notes}
    <div class="control-line" dir=${prefix ? 'ltr' : nothing}>
      ${prefix ? html`<span class="hint" aria-hidden="true">${prefix}</span>` : nothing}${control(options, id, invalid, described, ui)}
    </div>
    ${count ? html`<p class="count" id="${id}-count">${count}</p>` : nothing}${after}${below(inner)}
  </div>`;
}

type Attribute = string | typeof nothing;
type TextControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function control(options: FieldOptions, id: string, invalid: Attribute, described: Attribute, ui: Ui) {
  const { pointer, kind, value, autocomplete, isHeading, choices = [], likely = 0 } = options;
  const answer = ({ target }: Event) => ui.answer(pointer, (target as TextControl).value);
  // `change` comes when the field is left, but only if something was changed: a server's word stands until then.
  const leave = () => ui.recheck(pointer);
  if (kind === 'textarea') {
    return html`<textarea part="control" class="control" id=${id} rows="5" dir="auto" .value=${String(value)}
      aria-invalid=${invalid} aria-describedby=${described} @input=${answer} @change=${leave}></textarea>`;
  }
  if (kind === 'select') {
    const offered: Options = {
      choices: [{ value: '', label: ui.t('choose') }, ...choices],
      above: likely && likely + 1,
      value: String(value),
    };
    return html`<select part="control" class="control" id=${id} autocomplete=${autocomplete ?? 'off'}
      aria-labelledby=${isHeading ? 'heading' : nothing} aria-invalid=${invalid} aria-describedby=${described}
      .offered=${offered} @change=${choose(pointer, ui, answer)}></select>`;
  }
  const isAddress = kind === 'email' || kind === 'url';
  return html`<input part="control" class="control" id=${id} type=${kind === 'number' ? 'text' : kind} .value=${String(value)}
    autocomplete=${autocomplete ?? 'off'} inputmode=${kind === 'number' ? 'decimal' : nothing} dir=${isAddress || kind === 'tel' ? 'ltr' : 'auto'}
    spellcheck=${isAddress || autocomplete === 'name' ? 'false' : nothing} autocapitalize=${isAddress ? 'none' : nothing}
    aria-invalid=${invalid} aria-describedby=${described} @input=${answer} @change=${leave}>`;
}

/** A choice is made at once: an error of its own goes with it. */
function choose(pointer: string, ui: Ui, answer: (event: Event) => void) {
  return (event: Event) => {
    answer(event);
    ui.recheck(pointer);
  };
}

function radios({ pointer, value, choices = [], inner }: FieldOptions, id: string, invalid: Attribute, ui: Ui) {
  return choices.map(
    (choice, index) => html`<label class="choice">
        <input type="radio" id=${index ? `${id}-${String(index)}` : id} name=${id} .checked=${choice.value === value} aria-invalid=${invalid}
          @change=${choose(pointer, ui, () => ui.answer(pointer, choice.value))}>
        <span>${choice.label}${choice.hint ? html`<small class="hint">${choice.hint}</small>` : nothing}</span>
      </label>${choice.value === value ? below(inner) : nothing}`,
  );
}

function below(inner: unknown) {
  return inner ? html`<div class="sub">${inner}</div>` : nothing;
}

function checkbox(
  { pointer, value, label }: FieldOptions,
  id: string,
  invalid: Attribute,
  described: Attribute,
  ui: Ui,
) {
  return html`<label class="choice">
    <input type="checkbox" id=${id} .checked=${value === true} aria-invalid=${invalid} aria-describedby=${described}
      @change=${choose(pointer, ui, ({ target }) => ui.answer(pointer, (target as HTMLInputElement).checked))}>
    <span>${label}</span>
  </label>`;
}
