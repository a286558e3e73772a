import { HelpTicketWidget } from './help-ticket-widget.js';

HelpTicketWidget.define();
