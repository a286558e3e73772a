import { adoptStyles } from './controllers/adopt-styles.js';
import { findForm } from './controllers/find-form.js';
import { PageController } from './controllers/page-controller.js';
import { FormPanel } from './form-panel.js';
import type { HelpTicketWidget, ShowOptions } from './help-ticket-widget.js';
import { createStore } from './services/storage.js';
import { panelStyles } from './styles/panel-styles.js';
import { readSettings } from './ticket/settings.js';

/** The lazy half of the widget, as the element sees it. */
export interface Panel {
  /** A ticket is on its way. */
  readonly isBusy: boolean;
  show(options: ShowOptions): void;
  reset(): void;
  /** To be called after every update of the element. */
  update(): void;
}

export interface PanelModule {
  createPanel(host: HelpTicketWidget): Promise<Panel>;
}

/** Loads the texts and the form, then stands ready. Rejects if nothing could be sent anyway. */
export async function createPanel(host: HelpTicketWidget): Promise<Panel> {
  const { settings, warnings } = readSettings(host, document.baseURI);
  for (const warning of warnings) console.warn(`help-ticket-widget: ${warning}`);
  if (settings.endpoint === undefined) throw new Error('endpoint is missing or no address.');
  const page = new PageController(host);
  const form = await findForm(host, settings, page.learn([]));
  await page.learn(form.languages);
  adoptStyles(host, panelStyles);
  const panel = new FormPanel(host, settings, page, form);
  // Without it, the launcher stays.
  if (host.dismissible) void makeDismissible(host, page).catch(() => undefined);
  await panel.begin();
  // At a hover rendered as well, and not shown: a click finds it ready.
  if (!host.open) panel.update();
  return panel;
}

async function makeDismissible(host: HelpTicketWidget, page: PageController): Promise<void> {
  const { DismissalController, dismissalStyles } = await import('./dismissal.js');
  adoptStyles(host, dismissalStyles);
  new DismissalController(host, createStore('session'), () => page.texts.t('hideLauncher'));
}
