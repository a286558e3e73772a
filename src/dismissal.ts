/** Hiding the launcher for as long as the tab is open. A chunk of its own, for sites that allow it. */
export { DismissalController } from './controllers/dismissal-controller.js';
export { dismissalStyles } from './styles/dismissal-styles.js';
