import type { HelpTicketEvents } from '../../src/index.js';

/** What is written to the console from now on, and not shown there. */
export function recordConsole(level: 'warn' | 'error'): string[] {
  const lines: string[] = [];
  const original = console[level];
  console[level] = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
  undo.push(() => (console[level] = original));
  return lines;
}

const EVENTS = [
  'help-ticket-open',
  'help-ticket-close',
  'help-ticket-step',
  'help-ticket-before-submit',
  'help-ticket-submitted',
  'help-ticket-duplicate',
  'help-ticket-failed',
] satisfies (keyof HelpTicketEvents)[];

export interface Recorded {
  readonly type: string;
  readonly detail: unknown;
  readonly target: EventTarget | null;
}

/** The widget's events as the page gets them: on the document, having bubbled. */
export function recordEvents(...types: (keyof HelpTicketEvents)[]): Recorded[] {
  const events: Recorded[] = [];
  for (const type of types.length > 0 ? types : EVENTS) {
    const listen = (event: Event) =>
      events.push({ type, detail: (event as CustomEvent<unknown>).detail, target: event.target });
    document.addEventListener(type, listen);
    undo.push(() => document.removeEventListener(type, listen));
  }
  return events;
}

/** Replaces a member of an object until the end of the test. */
export function replace<T extends object, K extends keyof T>(object: T, name: K, value: T[K]): void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
  undo.push(() => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name)));
}

/** Retries follow at once: of a wait with full jitter, hardly anything is left. */
export function retryAtOnce(): void {
  const { random } = Math;
  replace(Math, 'random', () => random() / 1e6);
}

const undo: (() => unknown)[] = [];
afterEach(() => {
  for (const each of undo.splice(0).reverse()) each();
});
