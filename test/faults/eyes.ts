import type { Said, Screen } from './hands.ts';

/** How a customer finds her way, and how the test knows what she sees. */
interface Eyes {
  look(): Screen;
  all<T extends HTMLElement>(selector: string): T[];
  /** The first button or link with one of these words. */
  withWords(...words: readonly string[]): HTMLElement | undefined;
  /** Waits for a condition to be anything but `false` or `undefined`, and returns it. */
  until<T>(condition: (screen: Screen) => T): Promise<Exclude<T, false | undefined>>;
  /** Waits until what was done shows. */
  settled(): Promise<Screen>;
}

declare global {
  interface Window {
    eyes: Eyes;
  }
}

/** Runs in the page. */
export function giveEyes(): void {
  const HEADINGS: Readonly<Record<string, Screen['kind']>> = {
    'Your ticket was not sent': 'not sent',
    'We could not confirm that your ticket arrived': 'unconfirmed',
    'Ticket created': 'created',
    'You already sent this ticket': 'twin',
  };
  const widget = () => document.querySelector('help-ticket-widget')!;
  const all = <T extends HTMLElement>(selector: string) => [...widget().shadowRoot!.querySelectorAll<T>(selector)];
  const textOf = (element: HTMLElement | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const withWords = (...words: readonly string[]) =>
    all('dialog button, dialog a').find((each) => words.includes(textOf(each)));

  function kindOf(heading: string, text: string): Screen['kind'] {
    if (all('[part~=fallback]').length > 0) return 'unavailable';
    if (!widget().open || heading === '') return 'closed';
    if (withWords('Sending…')) return 'sending';
    const known = HEADINGS[heading];
    if (known) return known;
    if (text.includes('It will be sent when you open this site')) return 'waiting';
    if (text.includes('It could not be sent.')) return 'stuck';
    if (all('#errors').length > 0) return 'problem';
    return heading.startsWith('You created ') ? 'recent' : 'step';
  }

  function said(): Said | undefined {
    const rows = all('dl > div').map((row) => [...row.children].map(({ textContent }) => textContent ?? ''));
    const row = (name: string) => rows.find(([term]) => term === name)?.[1];
    const description = row('Description');
    // Beside the names may stand that others could not be kept.
    const files = row('Files')?.split('\n') ?? [];
    return description === undefined
      ? undefined
      : { description, files: files.filter((line) => /^\d+\.png$/.test(line)) };
  }

  function look(): Screen {
    const heading = textOf(all('#alert-heading')[0] ?? all('#heading')[0]);
    const text = textOf(all('dialog')[0]);
    const numbers = [heading, ...all('bdi').map(textOf)].map((words) => /\bHT-\w+\b/.exec(words)?.[0]);
    const buttons = all('dialog button').map(textOf);
    return { kind: kindOf(heading, text), number: numbers.find(Boolean), said: said(), text, buttons };
  }

  function until<T>(condition: (screen: Screen) => T): Promise<Exclude<T, false | undefined>> {
    return new Promise((resolve) => {
      const observer = new MutationObserver(check);
      function check() {
        const result = condition(look());
        if (result === undefined || result === false) return;
        observer.disconnect();
        resolve(result as Exclude<T, false | undefined>);
      }
      observer.observe(widget().shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
      check();
    });
  }

  async function settled(): Promise<Screen> {
    await widget().updateComplete;
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage('');
    });
    // What was chosen is being made ready, and what was pressed waits for it.
    return until((screen) => all('[role=group][aria-busy]').length === 0 && screen);
  }

  window.eyes = { look, all, withWords, until, settled };
}
