import type { ReactiveController } from '@lit/reactive-element';
import type { HelpTicketWidget } from '../help-ticket-widget.js';
import { emit } from '../events.js';

interface DialogCallbacks {
  /** The platform's Back: true if there was a step to go back to. */
  goBack(): boolean;
  /** The panel has opened (again). */
  handleOpen(): void;
  /** The page has gone, or may go. */
  handleHide(): void;
}

/** What pages do something about wherever it happens, and often enough prevent: what is meant for the form stays in it. */
const GESTURES = ['click', 'mousedown', 'touchstart', 'touchmove', 'wheel', 'focusin'];

/**
 * Keeps the native `<dialog>` in step with `host.open`: shows it again after the element was moved, returns the
 * focus, tells Escape (closes) from the platform's Back (one step back), and follows the on-screen keyboard.
 */
export class DialogController implements ReactiveController {
  readonly #host: HelpTicketWidget;
  readonly #callbacks: DialogCallbacks;
  #opener: HTMLElement | undefined;
  #isOpen = false;
  #isEscape = false;
  /** Stands where the element belongs while that is no place for a dialog. */
  readonly #place = document.createComment('');
  #listening: AbortController | undefined;

  constructor(host: HelpTicketWidget, callbacks: DialogCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    host.addController(this);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#handleHide);
    // Moved while open, the dialog has to be shown again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#callbacks.handleHide();
    window.removeEventListener('pagehide', this.#handleHide);
    this.#stopListening();
  }

  /** To be called after each rendering. */
  sync(): void {
    const { open, inline } = this.#host;
    if (inline) return;
    if (open) this.#show();
    else if (this.#isOpen) this.#hide();
  }

  /** The dialog asks to close: by Escape, or by the platform's Back. */
  readonly handleCancel = (event: Event): void => {
    // A file chooser that is dismissed sends a `cancel` of its own.
    if (event.target !== this.#dialog) return;
    event.preventDefault();
    const isEscape = this.#isEscape;
    this.#isEscape = false;
    if (isEscape || !this.#callbacks.goBack()) this.#host.close();
  };

  /** The browser may close without asking: then the property follows. */
  readonly handleClose = (): void => {
    // A task later it may have been shown again.
    if (this.#isOpen && !this.#dialog?.open) this.#host.close();
  };

  /** A press beside the panel closes it; what was written stays. */
  readonly handlePress = (event: PointerEvent): void => {
    const dialog = this.#dialog;
    if (event.target !== dialog || !dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) this.#host.close();
  };

  #show(): void {
    const dialog = this.#dialog;
    if (!dialog || (dialog.open && dialog.matches(':modal'))) return;
    if (!this.#isOpen) {
      const root = this.#host.getRootNode() as Document | ShadowRoot;
      const active = root.activeElement;
      this.#opener = active instanceof HTMLElement && active !== this.#host ? active : undefined;
    }
    this.#comeOut();
    // Moved in the document, a dialog stays open but is modal no more.
    if (dialog.open) dialog.close();
    // First, so that the panel is laid out once.
    this.#listen();
    dialog.showModal();
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#callbacks.handleOpen();
    emit(this.#host, 'help-ticket-open', undefined);
  }

  #hide(): void {
    this.#isOpen = false;
    this.#stopListening();
    this.#dialog?.close();
    this.#place.replaceWith(this.#host);
    this.#callbacks.handleHide();
    const launcher = this.#host.renderRoot.querySelector<HTMLElement>('[part~=launcher]');
    (this.#opener?.isConnected ? this.#opener : launcher)?.focus();
    emit(this.#host, 'help-ticket-close', undefined);
  }

  readonly #handleHide = (): void => this.#callbacks.handleHide();

  /** Where nothing is displayed or all is inert, a modal dialog is so too, and the page behind it as well. */
  #comeOut(): void {
    const host = this.#host;
    if (host.checkVisibility?.() !== false && !host.closest('[inert]')) return;
    host.replaceWith(this.#place);
    document.documentElement.append(host);
  }

  #listen(): void {
    this.#stopListening();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Page shortcuts must not fire while somebody writes to us.
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      window.addEventListener(type, (event) => this.#handleKey(event), { capture: true, signal });
    }
    const root = this.#host.renderRoot;
    for (const type of GESTURES) root.addEventListener(type, (event) => this.#keepIn(event), { passive: true, signal });
    window.visualViewport?.addEventListener('resize', () => this.#keepInView(), { signal });
    this.#fit();
  }

  #stopListening(): void {
    this.#listening?.abort();
  }

  #handleKey(event: KeyboardEvent): void {
    if (!event.composedPath().includes(this.#host.renderRoot)) return;
    event.stopImmediatePropagation();
    // Firefox scrolls to a text field only with the next frame, even if Tab has left it by then.
    if (event.key === 'Tab') requestAnimationFrame(() => this.#keepInView());
    // WebKitGTK sends a keypress for Escape too, before it asks to close.
    if (event.type !== 'keypress') this.#isEscape = event.type === 'keydown' && event.key === 'Escape';
  }

  /** What the page has put into our slots is its own. */
  #keepIn(event: Event): void {
    if ((event.target as Node).getRootNode() === this.#host.renderRoot) event.stopPropagation();
  }

  /** The panel shrinks with what the on-screen keyboard leaves of the window, and what has the focus stays in view. */
  #keepInView(): void {
    this.#fit();
    (this.#host.renderRoot as ShadowRoot).activeElement?.scrollIntoView({ block: 'nearest' });
  }

  #fit(): void {
    const { height = 0, scale = 1 } = window.visualViewport ?? {};
    // Zoomed by pinching, one sees less of the window: that is no reason to shrink.
    if (height) this.#dialog?.style.setProperty('--viewport-height', `${String(height * scale)}px`);
  }
}
