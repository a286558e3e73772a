import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

/**
 * What the one status region says (`role=status`, polite). The region is in the dialog from the start, empty:
 * assistive technology reports changes of a region, not a region that comes with its text.
 */
export class Announcer implements ReactiveController {
  message = '';
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The same words twice are said twice: a no-break space makes them differ. */
  say(message: string): void {
    clearTimeout(this.#timer);
    this.message = message === this.message ? `${message}\u00a0` : message;
    this.#host.requestUpdate();
  }

  /**
   * Says the newest of many messages, once nothing has come for `pause` milliseconds.
   * For counts that change with every key.
   */
  sayIdle(message: string, pause = 1000): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.say(message), pause);
  }
}
