/** What outlives the page: the files of drafts, and tickets that wait for a connection. A chunk of its own, fetched once it may be needed. */
export { OutboxController } from './controllers/outbox-controller.js';
export { createDraftFiles, type SealedSlice, sweepFiles } from './services/draft-files.js';
export { createOutbox } from './services/outbox.js';
export { createRecords } from './services/records.js';
