export { HelpTicketWidget } from './help-ticket-widget.js';
export type { Customer, PanelLoader, ShowOptions } from './help-ticket-widget.js';
export type { BeforeSubmitDetail, HelpTicketEvents } from './events.js';
export type { Transport, TransportRequest } from './services/transport.js';
export type { Outcome, Receipt } from './ticket/outcome.js';
export type { FormDefinition, FormDefinitionInput } from './ticket/form-definition.js';
export type { Ticket } from './ticket/ticket.js';
export type { Messages } from './locales/en.js';
