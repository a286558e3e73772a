import { render } from 'lit/html.js';
import { type Actions, createActions } from './controllers/actions.js';
import { Announcer } from './controllers/announcer.js';
import { AttachmentsController } from './controllers/attachments-controller.js';
import { DialogController } from './controllers/dialog-controller.js';
import { DraftController } from './controllers/draft-controller.js';
import { findForm } from './controllers/find-form.js';
import { FlowController } from './controllers/flow-controller.js';
import { FocusController } from './controllers/focus-controller.js';
import { loadTexts, type Texts } from './controllers/localizer.js';
import { Narrator } from './controllers/narrator.js';
import { pageInfo } from './controllers/page-info.js';
import { SendController } from './controllers/send-controller.js';
import type { HelpTicketWidget, ShowOptions } from './help-ticket-widget.js';
import { createDrafts } from './services/drafts.js';
import { createLedger, type Ledger } from './services/ledger.js';
import { createStore } from './services/storage.js';
import { panelStyles } from './styles/panel-styles.js';
import type { KnownAnswers } from './ticket/answers.js';
import type { FormDefinition } from './ticket/form-definition.js';
import { readSettings, type Settings } from './ticket/settings.js';
import { twinOf } from './ticket/stored.js';
import type { Ticket } from './ticket/ticket.js';
import { dialogView } from './views/dialog.js';
import { answersText } from './views/answer-rows.js';
import type { Ui } from './views/ui.js';

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
  const texts = await loadTexts(host.locale, host.messages);
  const form = await findForm(host, settings, texts);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyles);
  const root = host.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return new FormPanel(host, settings, texts, form);
}

/** Joins the controllers to the views. */
class FormPanel implements Panel {
  readonly #host: HelpTicketWidget;
  readonly #form: FormDefinition;
  readonly #flow: FlowController;
  readonly #announcer: Announcer;
  readonly #attachments: AttachmentsController;
  readonly #draft: DraftController;
  readonly #sender: SendController;
  readonly #dialog: DialogController;
  readonly #focus: FocusController;
  readonly #actions: Actions;
  #texts: Texts;
  #wanted: readonly unknown[];
  #page: ShowOptions['page'];
  #customer: HelpTicketWidget['customer'];
  #hasRendered = false;
  #hasPainted = false;

  constructor(host: HelpTicketWidget, settings: Settings, texts: Texts, form: FormDefinition) {
    const local = createStore('local');
    const { draft, duplicateWindow } = settings;
    const ledger = createLedger({ store: local, windowHours: duplicateWindow, locks: navigator.locks });
    this.#host = host;
    this.#form = form;
    this.#texts = texts;
    this.#wanted = [host.locale, host.messages];
    this.#customer = host.customer;
    this.#announcer = new Announcer(host);
    this.#attachments = new AttachmentsController(host);
    this.#flow = new FlowController(host, form, texts.locale);
    this.#focus = new FocusController(host, this.#flow);
    this.#draft = new DraftController(
      host,
      this.#flow,
      createDrafts({ mode: draft, widget: host.draftName, session: createStore('session'), local }),
    );
    this.#sender = new SendController(host, this.#flow, ledger, this.#attachments);
    this.#dialog = new DialogController(host, {
      goBack: () => this.#goBack(),
      handleOpen: () => this.#focus.onScreen(this.#flow.state),
      handleHide: () => this.#draft.save(),
    });
    this.#actions = createActions({
      host,
      flow: this.#flow,
      attachments: this.#attachments,
      draft: this.#draft,
      focus: this.#focus,
      reset: () => this.reset(),
      send: () => void this.#sender.send({ endpoint: this.#settings.endpoint ?? '', page: this.#pageInfo }),
      cancel: () => this.#sender.cancel(),
      say: (key) => this.#announcer.say(this.#texts.t(key)),
      answersText: (title) =>
        answersText(this.#flow.state, this.#texts, this.#pageInfo?.url, title || this.#texts.t('title')),
    });
    this.#begin(ledger);
  }

  #begin(ledger: Ledger): void {
    new Narrator(this.#flow, this.#announcer, () => this.#texts);
    const recent = ledger.latest();
    this.#start(recent && twinOf(recent));
    this.#draft.restore(this.#known);
  }

  get isBusy(): boolean {
    return this.#flow.state.status === 'sending';
  }

  show({ topic, description, page }: ShowOptions): void {
    this.#page = page ?? this.#page;
    const path = typeof topic === 'string' ? topic.split('/') : topic;
    this.#fill({ ...(path && { topic: path.filter(Boolean) }), ...(description !== undefined && { description }) });
    this.#host.requestUpdate();
  }

  reset(): void {
    const { status } = this.#flow.state;
    if (status === 'sending' || status === 'checking') return;
    this.#draft.discard();
    this.#attachments.clear();
    this.#start();
    this.#focus.onScreen(this.#flow.state);
  }

  update(): void {
    const { open, inline, customer, renderRoot, isConnected } = this.#host;
    if (!isConnected) return;
    this.#followPage();
    if (customer !== this.#customer) {
      this.#customer = customer;
      this.#fill(this.#known);
    }
    if (!open && !inline && !this.#hasRendered) return;
    render(dialogView(this.#flow.state, this.#ui, this.#dialog), renderRoot, { host: this.#host });
    this.#dialog.sync();
    this.#focus.apply();
    if (!this.#hasRendered) this.#afterPaint();
    this.#hasRendered = true;
  }

  get #known(): KnownAnswers {
    const { email, name, phone, country } = this.#host.customer ?? {};
    return { ...(email && { email }), ...(name && { name }), ...(phone && { phone }), ...(country && { country }) };
  }

  get #ui(): Ui {
    return {
      ...this.#texts,
      ...this.#actions,
      now: Date.now(),
      isInline: this.#host.inline,
      fallbackUrl: this.#settings.fallbackUrl,
      page: this.#pageInfo?.url,
      hasPainted: this.#hasPainted,
      message: this.#announcer.message,
    };
  }

  get #settings(): Settings {
    return readSettings(this.#host, document.baseURI).settings;
  }

  get #pageInfo(): Ticket['page'] {
    return pageInfo(this.#settings.pageInfo, this.#page);
  }

  #start(recent?: Parameters<FlowController['start']>[3]): void {
    this.#flow.start(this.#form, this.#texts.locale, this.#known, recent);
  }

  /** Empty answers take what the page knows; what the customer wrote stays. */
  #fill(known: KnownAnswers): void {
    const { answers } = this.#flow.state;
    const empty = Object.entries(known).filter(
      ([key, value]) => value.length > 0 && answers[key as keyof KnownAnswers].length === 0,
    );
    if (empty.length === 0) return;
    if (!this.#draft.hasWritten && this.#flow.state.status === 'editing') {
      this.#flow.start(this.#form, this.#texts.locale, { ...this.#known, ...Object.fromEntries(empty) });
    } else this.#flow.dispatch({ type: 'fill', answers: Object.fromEntries(empty) });
  }

  /** The platform's Back; from the first step, and from an ending, there is nothing to go back to. */
  #goBack(): boolean {
    const { state } = this.#flow;
    this.#flow.dispatch({ type: 'back' });
    return this.#flow.state !== state;
  }

  /** Another language or other words of the owner: the same state in other texts. */
  #followPage(): void {
    const { locale, messages } = this.#host;
    if (locale === this.#wanted[0] && messages === this.#wanted[1]) return;
    this.#wanted = [locale, messages];
    void loadTexts(locale, messages).then((texts) => {
      this.#texts = texts;
      this.#host.requestUpdate();
    });
  }

  /** What is slow to build comes after the first picture. */
  #afterPaint(): void {
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#hasPainted = true;
        this.#host.requestUpdate();
      }),
    );
  }
}
