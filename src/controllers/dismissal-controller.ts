import type { ReactiveController } from '@lit/reactive-element';
import type { HelpTicketWidget } from '../help-ticket-widget.js';
import type { Store } from '../services/storage.js';

/** A cross at the launcher's corner: one press hides both until the tab is closed. */
export class DismissalController implements ReactiveController {
  readonly #host: HelpTicketWidget;
  readonly #session: Store;
  readonly #name: () => string;
  readonly #cross = document.createElement('button');

  constructor(host: HelpTicketWidget, session: Store, name: () => string) {
    this.#host = host;
    this.#session = session;
    this.#name = name;
    this.#cross.part = 'dismiss';
    this.#cross.append('×');
    this.#cross.addEventListener('click', () => this.#dismiss());
    this.#launcher?.after(this.#cross);
    host.addController(this);
    this.#follow();
  }

  hostUpdated(): void {
    // The element itself is the last to update.
    void this.#host.updateComplete.then(() => this.#follow());
  }

  #follow(): void {
    const { hidden = true, offsetWidth = 0, offsetHeight = 0 } = this.#launcher ?? {};
    this.#cross.hidden = hidden || !this.#host.dismissible;
    this.#cross.ariaLabel = this.#name();
    this.#cross.style.setProperty('--width', `${offsetWidth}px`);
    this.#cross.style.setProperty('--height', `${offsetHeight}px`);
  }

  get #launcher(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[part~=launcher]');
  }

  #dismiss(): void {
    // The eager half of the widget looks for it.
    this.#session.set('dismissed', 'true');
    this.#host.withoutLauncher = true;
  }
}
