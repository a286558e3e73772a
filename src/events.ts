import type { Outcome } from './ticket/outcome.js';
import type { Step } from './ticket/issues.js';
import type { Ticket } from './ticket/ticket.js';

/** What `help-ticket-before-submit` lets the page do before a ticket is frozen. */
export interface BeforeSubmitDetail {
  /** The ticket as it will be posted; a copy, changing it changes nothing. */
  readonly ticket: Ticket;
  /** Fields to add to the ticket. */
  readonly fields: Record<string, string | boolean>;
  /** Sending waits for the promise; if it rejects, the customer is back on review. */
  waitUntil(promise: Promise<unknown>): void;
}

/** Event name to its `detail`. All bubble and are composed. */
export interface HelpTicketEvents {
  'help-ticket-open': undefined;
  'help-ticket-close': undefined;
  'help-ticket-step': { readonly step: Step | 'receipt' };
  'help-ticket-before-submit': BeforeSubmitDetail;
  'help-ticket-submitted': { readonly id: string; readonly topic: readonly string[]; readonly country: string };
  'help-ticket-duplicate': { readonly id: string | undefined };
  'help-ticket-failed': { readonly outcome: Outcome['kind'] };
}

/** Dispatches a typed event; false if it was cancelled. */
export function emit<Name extends keyof HelpTicketEvents>(
  target: EventTarget,
  name: Name,
  detail: HelpTicketEvents[Name],
  { cancelable = false } = {},
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the DOM's own map is extended by an interface
  interface HTMLElementEventMap extends CustomEvents {}
}

type CustomEvents = { [Name in keyof HelpTicketEvents]: CustomEvent<HelpTicketEvents[Name]> };
