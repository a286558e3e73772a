/** Photos, cleaned and scaled down on the device. A chunk of its own, fetched when the first one is chosen. */
export { preparePhoto } from './services/photos.js';
