import { createFormDefinitionSchema } from './form-definition.js';
import { createTicketSchema } from './ticket.js';

export const formDefinitionSchema = createFormDefinitionSchema();
export const ticketSchema = createTicketSchema();

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
export { parseTicket } from './ticket.js';
export type { Ticket, TicketResult } from './ticket.js';
export type { Issue, Step } from './issues.js';
export { cleanFileName, isAccepted } from './attachment-rules.js';
export { textIn, topicsAlong, visibleFields } from './topics.js';
