import { createFormDefinitionSchema, type FormDefinition } from './form-definition.js';
import { createTicketSchema, parseTicket as parse, type TicketResult } from './ticket.js';

/**
 * What a site owner may say about the form (`form-url`, `form`, or a child `<script type="application/json">`).
 * Only `topics` is required. Lengths are UTF-16 code units, sizes bytes, `replyWithinHours` hours. `uploadUrl` is where each
 * file is posted as soon as it is chosen; without it, files go with the ticket. This is the shape alone: `parseFormDefinition`
 * sees whether it makes sense, and fills in the rest.
 */
export const formDefinitionSchema = /* @__PURE__ */ createFormDefinitionSchema();

/**
 * A ticket on the wire (contract, "Create a ticket"). Text is NFC and trimmed; numbers in `fields` are decimal
 * strings. This is the shape alone: `parseTicket` checks a ticket against a form.
 */
export const ticketSchema = /* @__PURE__ */ createTicketSchema();

/** Checks anything against a form: the ticket with what does not belong to it left out, or its issues in display order. */
export function parseTicket(form: FormDefinition, input: unknown): TicketResult {
  // A backend has many to check, and keeps what a page makes for each.
  return parse(form, input, ticketSchema.shape);
}

export { defaultFormDefinition, parseFormDefinition } from './form-definition.js';
export type {
  Field,
  FormDefinition,
  FormDefinitionInput,
  FormDefinitionResult,
  LocalizedText,
  Notice,
  Topic,
} from './form-definition.js';
export { directionOf } from './direction.js';
export { nearestTag } from './nearest-tag.js';
export type { Ticket, TicketResult } from './ticket.js';
export type { Issue, Step } from './issues.js';
export { cleanFileName, isAccepted } from './attachment-rules.js';
export { textIn, topicsAlong, visibleFields } from './topics.js';
