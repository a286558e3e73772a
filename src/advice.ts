/**
 * What the form can say about an answer beyond whether it may be sent: hints that never block. A chunk of its own, fetched once the
 * panel has painted; without it the form works all the same.
 */
export { suggestEmail } from './ticket/email-suggestion.js';
export { hasSecret } from './ticket/secrets.js';
