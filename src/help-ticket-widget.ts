import { type PropertyDeclarations, ReactiveElement } from '@lit/reactive-element';
import type { KnownAnswers } from './ticket/answers.js';
import type { FormDefinitionInput } from './ticket/form-definition.js';
import { createFallback, createLauncher, launcherLabel, launcherStyles } from './launcher.js';
import type { Messages } from './locales/en.js';
import { isDismissed, isWaiting, wasOpen } from './memory.js';
import type { Panel, PanelModule } from './panel.js';
import { TAG } from './tag.js';
import type { Transport } from './services/transport.js';

/** What the page knows of the customer. `token` goes out as `Authorization: Bearer`; it is asked for before each attempt, and once more after 401. */
export interface Customer extends Pick<KnownAnswers, 'country' | 'email' | 'name' | 'phone'> {
  readonly token?: string | (() => string | Promise<string>);
}

/** What `show()` may bring along. It fills empty answers only. */
export interface ShowOptions {
  /** Ids from the root of the topic tree, as a list or joined by "/". */
  readonly topic?: string | readonly string[];
  readonly description?: string;
  /** The page that the customer asks about, if it is not this one. */
  readonly page?: { readonly url: string; readonly title?: string };
}

/** Imports the code of the form; `attempt` is 0, then 1 after a failure. */
export type PanelLoader = (attempt: number) => Promise<PanelModule>;

/** How long the form's code may take to arrive, in milliseconds. */
const LOAD_TIMEOUT = 10_000;
/** The topic behind `#help-ticket` (none) or `#help-ticket/deposits`; undefined for any other fragment. */
const topicIn = (hash: string | null | undefined) => /^#help-ticket(\/.*|)$/.exec(hash as string)?.[1];
/** A touch enters, too, before it presses. */
const INTENTS = ['pointerenter', 'focus'];

/**
 * A floating help button that opens a stepped support form, and sends one ticket to your endpoint.
 *
 * ```html
 * <help-ticket-widget endpoint="https://support.example/tickets" form-url="/support-form.json">
 *   <a href="mailto:help@example.com">Contact us</a>
 * </help-ticket-widget>
 * ```
 *
 * Anything on the page with `data-help-ticket-open` and any link to `#help-ticket` or `#help-ticket/some/topic`
 * opens it too. What stands inside the element shows where scripts never run, or the form cannot be loaded.
 *
 * @tagname help-ticket-widget
 *
 * @attr {string} lang - The standard attribute. Default: the nearest `lang`, then the browser's.
 *
 * @slot - What shows if the form cannot be loaded: a link to another way of contact.
 * @slot launcher-icon - Replaces the launcher's icon.
 * @slot notes - More to read before the first step.
 * @slot footer - Stands at the end of every step.
 *
 * @event {CustomEvent<undefined>} help-ticket-open - The panel has opened.
 * @event {CustomEvent<undefined>} help-ticket-close - The panel has closed.
 * @event {CustomEvent<{ step: string }>} help-ticket-step - Another step shows.
 * @event {CustomEvent<BeforeSubmitDetail>} help-ticket-before-submit - Once for each ticket, before it is frozen. Cancelable; `detail` has `ticket`, `fields` (may be added to) and `waitUntil(promise)`.
 * @event {CustomEvent<{ id: string, topic: string[], country: string }>} help-ticket-submitted - The ticket was created.
 * @event {CustomEvent<{ id?: string }>} help-ticket-duplicate - The ticket was sent before.
 * @event {CustomEvent<{ outcome: string }>} help-ticket-failed - Sending ended without a ticket, or without knowing.
 *
 * @csspart launcher - The floating button.
 * @csspart fallback - The link that takes its place if the form cannot be loaded.
 * @csspart panel - The dialog, or the form in place with `inline`.
 * @csspart header - The panel's title bar.
 * @csspart body - What scrolls.
 * @csspart footer - The bar with the actions.
 * @csspart heading - A step's heading.
 * @csspart label - The label of a field.
 * @csspart control - An input, select or text area.
 * @csspart button - Any button; also `button-primary`, `button-line` or `button-quiet`.
 * @csspart note - A note or notice.
 *
 * @cssproperty [--help-ticket-accent=#1f4fd8] - The one accent colour; in dark #8fb1ff.
 * @cssproperty [--help-ticket-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--help-ticket-launcher-inset=20px] - The launcher's distance from the side of the window.
 * @cssproperty [--help-ticket-launcher-offset=20px] - The launcher's distance from the bottom of the window.
 */
export class HelpTicketWidget extends ReactiveElement {
  static override styles = launcherStyles;

  static override properties: PropertyDeclarations = {
    endpoint: {},
    formUrl: { attribute: 'form-url' },
    form: { attribute: false },
    label: {},
    // `lang` itself belongs to HTMLElement: watched, not redefined.
    ownLocale: { attribute: 'lang' },
    accent: {},
    open: { type: Boolean, reflect: true },
    placement: { reflect: true },
    inline: { type: Boolean },
    withoutLauncher: { type: Boolean, attribute: 'without-launcher' },
    dismissible: { type: Boolean },
    theme: { reflect: true },
    draft: {},
    duplicateWindow: { attribute: 'duplicate-window' },
    fallbackUrl: { attribute: 'fallback-url' },
    customer: { attribute: false },
    pageInfo: { attribute: 'page-info' },
    messages: { attribute: false },
    transport: { attribute: false },
  };

  /** Registers the element, once, however often it is loaded. False if its name belongs to somebody else. */
  static define(): boolean {
    const defined = customElements.get(TAG);
    if (!defined) customElements.define(TAG, HelpTicketWidget);
    const isOurs = !defined || 'panelLoader' in defined;
    if (!isOurs) console.error(`${TAG}: the name is taken.`);
    return isOurs;
  }

  /** How the form's code is imported. The script tag imports it by address. */
  static panelLoader: PanelLoader = () => import('./panel.js');

  /** Where the ticket is posted. Required. */
  declare endpoint: string | undefined;
  /** The address of a form definition, loaded on first open. */
  declare formUrl: string | undefined;
  /** The form definition itself; wins over `formUrl` and over a child `<script type="application/json">`. */
  declare form: FormDefinitionInput | undefined;
  /** @internal What the `lang` attribute says. */
  declare ownLocale: string | undefined;
  /** The launcher's text. Default: "Help" in the page's language. */
  declare label: string | undefined;
  /** Any CSS colour; the same as `--help-ticket-accent`. */
  declare accent: string | undefined;
  /** Whether the panel is open. */
  declare open: boolean;
  /** The corner: `bottom-end` (default) or `bottom-start`. */
  declare placement: 'bottom-end' | 'bottom-start' | undefined;
  /** Renders the form in place, without launcher and dialog. */
  declare inline: boolean;
  /** Renders no button: the page opens the panel. */
  declare withoutLauncher: boolean;
  /** Lets the customer hide the button until the browser's tab is closed: a cross appears beside it on hover, focus or touch. */
  declare dismissible: boolean;
  /** `auto` (default: the page's `color-scheme`, then the system), `light` or `dark`. */
  declare theme: 'auto' | 'light' | 'dark' | undefined;
  /** Where an unsent ticket is kept: `session` (default), `local` or `none`. */
  declare draft: 'session' | 'local' | 'none' | undefined;
  /** For how many hours a sent ticket guards against its twin. Default: 72. */
  declare duplicateWindow: number | string | undefined;
  /** `https:` or `mailto:` address that shows when the widget cannot work. */
  declare fallbackUrl: string | undefined;
  /** What the page knows of the customer. Never drafted, never stored. */
  declare customer: Customer | undefined;
  /** What of the page goes with the ticket: `path` (default), `full` or `none`. */
  declare pageInfo: 'path' | 'full' | 'none' | undefined;
  /** Overrides for any text: `{ "*": {...}, "pt-BR": {...} }`. */
  declare messages: Readonly<Record<string, Partial<Messages>>> | undefined;
  /** Replaces the built-in HTTP transport. */
  declare transport: Transport | undefined;

  readonly #launcher = createLauncher();
  /** What is this element's alone: on the host itself, frameworks that hydrate would find what they did not write. */
  readonly #own = new CSSStyleSheet();
  #panel: Panel | undefined;
  #loading: Promise<Panel> | undefined;
  #listening: AbortController | undefined;
  #fallback: HTMLElement | undefined;

  constructor() {
    super();
    this.open = this.inline = this.withoutLauncher = this.dismissible = false;
  }

  /** Opens the panel. Fills empty answers with what it is given. */
  show(options: ShowOptions = {}): void {
    this.open = true;
    void this.#withPanel((panel) => panel.show(options));
  }

  /** Closes the panel; what was written stays, and a ticket on its way goes on. */
  close(): void {
    this.open = false;
  }

  /** Deletes what was written. Ignored while sending. */
  reset(): void {
    void this.#withPanel((panel) => panel.reset());
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets.push(this.#own);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { button } = this.#launcher;
    this.renderRoot.prepend(button);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const intent of INTENTS) button.addEventListener(intent, () => void this.#load(), { signal });
    button.addEventListener('click', () => this.show(), { signal });
    this.ownerDocument.addEventListener('click', (event) => this.#handleOpener(event), { signal });
    this.ownerDocument.addEventListener('focusin', (event) => this.#handleFocus(event), { signal });
    window.addEventListener('hashchange', () => this.#handleHash(), { signal });
    this.#handleHash();
    void this.#goOn();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  /** The language of the widget: the nearest `lang`, then the browser's. BCP 47. */
  get locale(): string {
    const spoken = this.closest<HTMLElement>('[lang]') ?? document.querySelector<HTMLElement>('html[lang],body[lang]');
    return spoken?.lang.replace('_', '-') || navigator.language;
  }

  /** Tells this widget's draft from that of another on the page. */
  get draftName(): string {
    return this.id || this.endpoint || '';
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const { button, label } = this.#launcher;
    // The word is English where none is shipped in the page's language.
    label.lang = (label.textContent = this.label ?? launcherLabel(this.locale)) === 'Help' ? 'en' : this.locale;
    button.hidden = this.inline || this.withoutLauncher || !!this.#fallback;
    button.ariaExpanded = String(this.open);
    // Not with every key that is pressed in the form.
    if (changed.size) this.#dress();
    if (this.open || this.inline || this.#panel) void this.#withPanel((panel) => panel.update());
  }

  #dress(): void {
    const isSystem = getComputedStyle(this.parentElement ?? this).colorScheme === 'normal';
    // Always anew: WebKit goes on with a custom property that is taken out of such a rule.
    this.#own.replaceSync(`:host{color-scheme:${isSystem ? 'light dark' : 'inherit'}!important}`);
    if (!this.accent) return;
    const { style } = this.#own.cssRules[0] as CSSStyleRule;
    style.setProperty('--help-ticket-accent', this.accent, 'important');
  }

  async #withPanel(act: (panel: Panel) => void): Promise<void> {
    const { button } = this.#launcher;
    try {
      if (!this.#panel) button.ariaBusy = 'true';
      this.#panel ??= await this.#load();
      this.#fallback?.remove();
      this.#fallback = undefined;
      act(this.#panel);
    } catch (error) {
      this.open = false;
      if (!this.#fallback) console.error(`${TAG}: the form did not load.`, error);
      button.hidden = true;
      this.#fallback ??= createFallback(this.fallbackUrl);
      button.after(this.#fallback);
    }
    button.ariaBusy = String(!!this.#panel?.isBusy);
  }

  #load(): Promise<Panel> {
    this.#loading ??= this.#import(0)
      .catch(() => this.#import(1))
      .then(({ createPanel }) => createPanel(this));
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  #import(attempt: number): Promise<PanelModule> {
    return new Promise((resolve, reject) => {
      setTimeout(reject, LOAD_TIMEOUT, 'timeout');
      (this.constructor as typeof HelpTicketWidget).panelLoader(attempt).then(resolve, reject);
    });
  }

  #handleOpener(event: MouseEvent): void {
    // A script may click the document itself, which is no element.
    const [target] = event.composedPath() as Partial<HTMLElement>[];
    const opener = target?.closest?.<HTMLElement>('[data-help-ticket-open],a');
    const topic = opener?.dataset['helpTicketOpen'] ?? topicIn(opener?.getAttribute('href'));
    const isForNewTab = event.ctrlKey || event.metaKey;
    if (topic === undefined || isForNewTab || document.querySelector(TAG) !== this) return;
    event.preventDefault();
    this.show({ topic });
  }

  /** What has the focus must be seen (WCAG 2.4.11): the launcher lets it through. */
  #handleFocus({ target }: FocusEvent): void {
    // A script may send this to the document itself, which is nowhere.
    const box = (target as Partial<Element>).getBoundingClientRect?.();
    const onTop = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    this.toggleAttribute('aside', onTop === this && target !== this);
  }

  #handleHash(): void {
    const topic = topicIn(location.hash);
    if (topic !== undefined) this.show({ topic });
  }

  /** A launcher that was hidden stays so, a form that a reload interrupted is opened again, a ticket that waits for a connection is sent. */
  async #goOn(): Promise<void> {
    // Frameworks set properties once the element is there.
    await this.updateComplete;
    if (this.dismissible) this.withoutLauncher ||= isDismissed();
    this.open ||= wasOpen(this.draftName);
    if (await isWaiting()) void this.#load();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-ticket-widget': HelpTicketWidget;
  }
}
