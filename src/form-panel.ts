import { render } from 'lit/html.js';
import { type Actions, createActions } from './controllers/actions.js';
import { Announcer } from './controllers/announcer.js';
import { AttachmentsController } from './controllers/attachments-controller.js';
import { DialogController } from './controllers/dialog-controller.js';
import { DraftController } from './controllers/draft-controller.js';
import type { FilesController } from './controllers/files-controller.js';
import { FlowController } from './controllers/flow-controller.js';
import { FocusController } from './controllers/focus-controller.js';
import { LateController } from './controllers/late-controller.js';
import { Narrator } from './controllers/narrator.js';
import { OfflineController } from './controllers/offline-controller.js';
import type { PageController } from './controllers/page-controller.js';
import { SendController } from './controllers/send-controller.js';
import { Shipper } from './controllers/shipper.js';
import type { HelpTicketWidget, ShowOptions } from './help-ticket-widget.js';
import type { Panel } from './panel.js';
import { createDrafts, DRAFT_LIFE } from './services/drafts.js';
import { createLedger, type Ledger } from './services/ledger.js';
import { createStore } from './services/storage.js';
import type { KnownAnswers } from './ticket/answers.js';
import { cleanFileName } from './ticket/attachment-rules.js';
import type { FormDefinition } from './ticket/form-definition.js';
import type { Settings } from './ticket/settings.js';
import { twinOf } from './ticket/stored.js';
import { dialogView } from './views/dialog.js';
import { answersText } from './views/answer-rows.js';
import { fillSelects } from './views/options.js';
import type { Ui } from './views/ui.js';

/** Joins the controllers to the views. */
export class FormPanel implements Panel {
  readonly #host: HelpTicketWidget;
  readonly #form: FormDefinition;
  readonly #page: PageController;
  readonly #flow: FlowController;
  readonly #ledger: Ledger;
  readonly #announcer: Announcer;
  readonly #attachments: AttachmentsController;
  readonly #draft: DraftController;
  readonly #sender: SendController;
  readonly #offline: OfflineController;
  readonly #dialog: DialogController;
  readonly #focus: FocusController;
  readonly #actions: Actions;
  readonly #late: LateController;

  constructor(host: HelpTicketWidget, settings: Settings, page: PageController, form: FormDefinition) {
    const { draft: mode, duplicateWindow } = settings;
    const local = createStore('local');
    this.#host = host;
    this.#form = form;
    this.#page = page;
    this.#ledger = createLedger({ store: local, windowHours: duplicateWindow });
    this.#announcer = new Announcer(host);
    const shipper = new Shipper(host, this.#ledger, () => this.#attachments.uploads);
    this.#attachments = new AttachmentsController(host, () => this.#loadFiles(shipper));
    this.#flow = new FlowController(host, form, page.texts.locale);
    this.#focus = new FocusController(host, this.#flow);
    const shared = { host, flow: this.#flow, attachments: this.#attachments, ledger: this.#ledger };
    this.#draft = new DraftController({
      ...shared,
      drafts: createDrafts({ mode, widget: host.draftName, session: createStore('session'), local }),
      loadFiles: () => this.#offline.files(),
    });
    this.#sender = new SendController({ ...shared, shipper });
    this.#offline = new OfflineController({
      ...shared,
      shipper,
      local,
      draft: this.#draft,
      draftLife: mode === 'none' ? undefined : DRAFT_LIFE[mode],
      label: () => this.#page.texts.t('queuedHeading'),
      load: () => import('./offline.js'),
    });
    this.#late = new LateController(host, () => import('./advice.js'));
    this.#dialog = new DialogController(host, {
      goBack: () => this.#goBack(),
      handleOpen: () => this.#focus.onScreen(this.#flow.state),
      handleHide: () => this.#draft.save(),
    });
    this.#actions = this.#createActions();
    new Narrator(this.#flow, this.#announcer, () => this.#ui);
  }

  #createActions(): Actions {
    return createActions({
      host: this.#host,
      flow: this.#flow,
      attachments: this.#attachments,
      draft: this.#draft,
      focus: this.#focus,
      offline: this.#offline,
      reset: () => this.reset(),
      send: () => this.#sender.send({ endpoint: this.#page.settings.endpoint ?? '', page: this.#page.info }),
      cancel: () => this.#sender.cancel(),
      say: (key) => this.#announcer.say(this.#page.texts.t(key)),
      answersText: (title) =>
        answersText(this.#flow.state, this.#page.texts, this.#page.info?.url, title || this.#page.texts.t('title')),
    });
  }

  /** What this browser remembers: a ticket sent not long ago, a draft, one that waits for a connection. */
  async begin(): Promise<void> {
    const recent = this.#ledger.latest();
    this.#start(recent && twinOf(recent));
    await this.#draft.restore(this.#page.known);
    await this.#offline.wake();
  }

  get isBusy(): boolean {
    return this.#flow.state.status === 'sending';
  }

  show({ topic, description, page }: ShowOptions): void {
    this.#page.show(page);
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
    const { open, inline, renderRoot, isConnected } = this.#host;
    if (!isConnected) return;
    if (this.#page.follow()) this.#fill(this.#page.known);
    render(dialogView(this.#flow.state, this.#ui, this.#dialog), renderRoot, { host: this.#host });
    fillSelects(renderRoot);
    this.#dialog.sync();
    this.#focus.apply();
    if (open || inline)
      this.#late.follow(
        this.#flow.state.step === 'details' && (() => [this.#offline.load(), this.#attachments.load()]),
      );
  }

  get #ui(): Ui {
    return {
      ...this.#page.texts,
      ...this.#actions,
      now: Date.now(),
      isInline: this.#host.inline,
      canQueue: this.#offline.isReady,
      isPreparing: this.#attachments.isPreparing,
      fallbackUrl: this.#page.settings.fallbackUrl,
      page: this.#page.info?.url,
      hasPainted: this.#late.hasPainted,
      advice: this.#late.advice,
      message: this.#announcer.message,
    };
  }

  #start(recent?: Parameters<FlowController['start']>[3]): void {
    this.#flow.start(this.#form, this.#page.texts.locale, this.#page.known, recent);
  }

  #fill(known: KnownAnswers): void {
    const { texts, known: customer } = this.#page;
    this.#flow.fill(known, !this.#draft.hasWritten && { locale: texts.locale, customer });
  }

  async #loadFiles(shipper: Shipper): Promise<FilesController> {
    const { FilesController } = await import('./files.js');
    return new FilesController({
      host: this.#host,
      form: this.#form,
      loadPhotos: () => import('./photos.js'),
      tell: (key, name) => this.#announcer.say(this.#page.texts.t(key, { name: cleanFileName(name) })),
      shipper,
    });
  }

  /** The platform's Back; from the first step, and from an ending, there is nothing to go back to. */
  #goBack(): boolean {
    const { state } = this.#flow;
    this.#flow.dispatch({ type: 'back' });
    return this.#flow.state !== state;
  }
}
