import type { ReactiveController } from '@lit/reactive-element';
import type { HelpTicketWidget } from '../help-ticket-widget.js';
import type { DraftFile, DraftFiles } from '../services/draft-files.js';
import type { Drafts } from '../services/drafts.js';
import type { Answers, KnownAnswers } from '../ticket/answers.js';
import { digestOf } from '../ticket/fingerprint.js';
import type { FlowAction, FlowState } from '../ticket/flow-state.js';
import type { Draft } from '../ticket/stored.js';
import type { AttachmentsController } from './attachments-controller.js';
import type { FlowController } from './flow-controller.js';

/** At most so long after a change the draft is saved, and for so long it reopens without asking. In milliseconds. */
const SAVE_DELAY = 250;
const FRESH = 30 * 60_000;

/** What the customer does; what the page does is not worth a draft. */
const WRITING: readonly FlowAction['type'][] = ['change', 'attach', 'detach', 'freeze', 'resume'];

/**
 * What was written is safe when a step is left and when Send is pressed; a frozen ticket is on record before its request leaves,
 * and a file before its bytes are stored: if they never are, it is missed.
 */
const AT_ONCE: readonly FlowAction['type'][] = ['continue', 'send', 'attach', 'detach', 'freeze', 'settle'];

interface Parts {
  readonly host: HelpTicketWidget;
  readonly flow: FlowController;
  readonly drafts: Drafts;
  readonly attachments: AttachmentsController;
  /** What keeps files, if it can be loaded, and if drafts are kept at all. */
  loadFiles(): Promise<DraftFiles | undefined>;
}

/** Keeps the unsent ticket as it is written, and brings it back. */
export class DraftController implements ReactiveController {
  readonly #host: HelpTicketWidget;
  readonly #flow: FlowController;
  readonly #drafts: Drafts;
  readonly #attachments: AttachmentsController;
  readonly #loadFiles: Parts['loadFiles'];
  #files: DraftFiles | undefined;
  #known: KnownAnswers = {};
  #offered: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Nothing is stored before the customer has written something. */
  #hasWritten = false;
  #writtenAt = 0;
  /** Ends, where it came from, what is safe here or over. */
  #letGo: (() => void) | undefined;
  /** Until its files have come, or something else is written, it is safer there. */
  #isMoving = false;

  constructor({ host, flow, drafts, attachments, loadFiles }: Parts) {
    this.#host = host;
    this.#flow = flow;
    this.#drafts = drafts;
    this.#attachments = attachments;
    this.#loadFiles = loadFiles;
    flow.subscribe((state, _before, { type }) => this.#handleChange(state, type));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.save();
    this.#drafts.dispose();
  }

  get hasWritten(): boolean {
    return this.#hasWritten;
  }

  /** Takes up this tab's draft if it is fresh, and offers an older one or another tab's. */
  async restore(known: KnownAnswers): Promise<void> {
    this.#known = known;
    const own = this.#ownedByCustomer(this.#drafts.own());
    if (own && (own.frozen ?? Date.now() - own.at < FRESH)) await this.#resume(own);
    else if (own) this.#offer(own);
    else void this.#drafts.offered().then((draft) => this.#offer(this.#ownedByCustomer(draft)));
  }

  /** Goes on with the draft that was offered. */
  async accept(): Promise<void> {
    const draft = this.#drafts.own() ?? this.#drafts.adopt() ?? this.#offered;
    if (draft) await this.#resume(draft);
  }

  /** Stores what came from elsewhere, files included. `letGo` ends it there: once it is all safe here, or once it is over. */
  async keep(letGo: () => void): Promise<void> {
    this.#letGo = letGo;
    this.#isMoving = true;
    if (await this.#keepFiles()) letGo();
  }

  /** Deletes the draft, the one that is offered included. */
  discard(): void {
    this.#stopWaiting();
    this.#letGo?.();
    if (this.#offered && !this.#drafts.own()) this.#drafts.adopt();
    const { files = [] } = this.#drafts.own() ?? {};
    if (files.length > 0) void this.#loadFiles().then((kept) => kept?.forget(files));
    this.#offered = undefined;
    this.#hasWritten = false;
    this.#drafts.erase();
    this.#flow.dispatch({ type: 'offer', at: undefined });
  }

  /** Writes the draft now, if there is something to keep. Whether it will be there after a reload. */
  save(): boolean {
    this.#stopWaiting();
    const { state } = this.#flow;
    if (!this.#hasWritten || this.#isMoving || state.status === 'sent') return false;
    const { step, answers, frozen } = state;
    return this.#drafts.save({
      at: this.#writtenAt,
      step,
      isOpen: this.#host.open,
      answers: writtenIn(answers, this.#known),
      owner: this.#owner(),
      files: this.#listing(),
      secret: this.#files?.secret,
      ...(frozen && { frozen }),
    });
  }

  #handleChange({ status }: FlowState, action: FlowAction['type']): void {
    if (status === 'sent') {
      this.discard();
      return;
    }
    if (WRITING.includes(action)) {
      this.#hasWritten = true;
      this.#writtenAt = Date.now();
      this.#isMoving = false;
    }
    if (action === 'attach' || action === 'detach') void this.#keepFiles();
    if (AT_ONCE.includes(action)) this.save();
    else if (this.#hasWritten && this.#host.isConnected) this.#timer ??= setTimeout(() => this.save(), SAVE_DELAY);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #resume({ at, answers, step, files = [], secret = '', frozen }: Draft): Promise<void> {
    this.#files ??= files.length > 0 ? await this.#loadFiles() : undefined;
    const found = (await this.#files?.load(files, secret)) ?? [];
    const known = Object.fromEntries(
      Object.entries(this.#known).filter(([key]) => answers[key as keyof typeof answers]?.length === 0),
    );
    this.#flow.dispatch({
      type: 'resume',
      answers: { consent: false, isDifferent: false, ...answers, ...known },
      step,
      attachments: this.#attachments.restore(found.filter((file) => file !== undefined)),
      lostFiles: files.filter((_, index) => !found[index]).map(({ name }) => name),
      frozen,
    });
    this.#offered = undefined;
    this.#writtenAt = at;
  }

  /** Stores what was attached and forgets what was removed; the draft then says where the bytes are. Whether all of it is kept. */
  async #keepFiles(): Promise<boolean> {
    this.#files ??= await this.#loadFiles();
    const files = this.#attachments.filesOf(this.#flow.state.attachments);
    await this.#files?.keep(files);
    this.#isMoving = false;
    return this.#host.isConnected && this.save() && files.every((file) => this.#files?.recordOf(file));
  }

  /** What is lost stays on the list: another reload must not forget that it is missing. */
  #listing(): DraftFile[] {
    const { attachments, lostFiles } = this.#flow.state;
    const kept = this.#attachments.filesOf(attachments).map((file) => {
      const { name, type, lastModified } = file;
      return { name, type, lastModified, record: this.#files?.recordOf(file) };
    });
    return [...kept, ...lostFiles.map((name) => ({ name, type: '', lastModified: 0 }))];
  }

  #offer(draft: Draft | undefined): void {
    if (!draft || this.#hasWritten) return;
    this.#offered = draft;
    this.#flow.dispatch({ type: 'offer', at: draft.at });
  }

  /** On a shared computer the next customer must not see what the last one wrote. */
  #ownedByCustomer(draft: Draft | undefined): Draft | undefined {
    const { email } = this.#known;
    const isOthers =
      draft &&
      ((draft.owner ?? '') !== this.#owner() || (email && draft.answers.email && draft.answers.email !== email));
    return isOthers ? undefined : draft;
  }

  #owner(): string {
    const { email } = this.#known;
    return email ? digestOf([email.toLowerCase()]) : '';
  }
}

/** What the page gave is not the customer's writing, and what was ticked is ticked anew. */
function writtenIn({ consent, isDifferent, ...answers }: Answers, known: Readonly<Record<string, unknown>>) {
  const written = Object.entries(answers).map(([key, value]): unknown[] => [key, value === known[key] ? '' : value]);
  return Object.fromEntries(written) as Draft['answers'];
}
