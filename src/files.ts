/** What becomes of files between being chosen and being sent. A chunk of its own, fetched once the details step has painted. */
export { FilesController } from './controllers/files-controller.js';
