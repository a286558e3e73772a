/** The element's name, and that of all that it leaves in a browser. */
export const TAG = 'help-ticket-widget';
