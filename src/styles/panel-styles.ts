import { attachmentStyles } from './attachment-styles.js';
import { buttonStyles } from './button-styles.js';
import { contentStyles } from './content-styles.js';
import { controlStyles } from './control-styles.js';
import { frameStyles } from './frame-styles.js';
import { theme } from './theme.js';

/** Everything that the panel wears, as one text. */
export const panelStyles = theme + frameStyles + contentStyles + buttonStyles + controlStyles + attachmentStyles;
