import { HelpTicketWidget } from './help-ticket-widget.js';

HelpTicketWidget.define();

// With it come the types of the tag and its events, for pages that import nothing else.
export * from './index.js';
