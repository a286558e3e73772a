import type { ReactiveController } from '@lit/reactive-element';
import type { HelpTicketWidget } from '../help-ticket-widget.js';
import type { Drafts } from '../services/drafts.js';
import type { Answers, KnownAnswers } from '../ticket/answers.js';
import { digestOf } from '../ticket/fingerprint.js';
import type { FlowAction, FlowState } from '../ticket/flow-state.js';
import type { Draft } from '../ticket/stored.js';
import type { FlowController } from './flow-controller.js';

/** How soon after a change the draft is saved, and for how long it reopens without asking. In milliseconds. */
const SAVE_DELAY = 250;
const FRESH = 30 * 60_000;

/** What the customer does; what the page does is not worth a draft. */
const WRITING: readonly FlowAction['type'][] = ['change', 'attach', 'detach', 'freeze'];

/** Keeps the unsent ticket as it is written, and brings it back. */
export class DraftController implements ReactiveController {
  readonly #host: HelpTicketWidget;
  readonly #flow: FlowController;
  readonly #drafts: Drafts;
  #known: KnownAnswers = {};
  #offered: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Nothing is stored before the customer has written something. */
  #hasWritten = false;
  #writtenAt = 0;

  constructor(host: HelpTicketWidget, flow: FlowController, drafts: Drafts) {
    this.#host = host;
    this.#flow = flow;
    this.#drafts = drafts;
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

  /** Takes up this tab's draft if it is fresh, and offers an older one or another tab's. Whether it was taken up. */
  restore(known: KnownAnswers): boolean {
    this.#known = known;
    const own = this.#ownedByCustomer(this.#drafts.own());
    if (own && (own.frozen ?? Date.now() - own.at < FRESH)) {
      this.#resume(own);
      return true;
    }
    if (own) this.#offer(own);
    else void this.#drafts.offered().then((draft) => this.#offer(this.#ownedByCustomer(draft)));
    return false;
  }

  /** Goes on with the draft that was offered. */
  accept(): void {
    const draft = this.#drafts.own() ?? this.#drafts.adopt() ?? this.#offered;
    if (draft) this.#resume(draft);
  }

  /** Deletes the draft, the one that is offered included. */
  discard(): void {
    clearTimeout(this.#timer);
    if (this.#offered && !this.#drafts.own()) this.#drafts.adopt();
    this.#offered = undefined;
    this.#hasWritten = false;
    this.#drafts.erase();
    this.#flow.dispatch({ type: 'offer', at: undefined });
  }

  /** Writes the draft now, if there is something to keep. */
  save(): void {
    clearTimeout(this.#timer);
    const { state } = this.#flow;
    if (!this.#hasWritten || state.status === 'sent') return;
    const { step, answers, attachments, frozen } = state;
    const { country, email, name, phone, topic, fields, description } = answers;
    const typed = { country, email, name, phone, topic: [...topic], fields: { ...fields }, description };
    this.#drafts.save({
      at: this.#writtenAt,
      step,
      isOpen: this.#host.open,
      answers: { ...typed, ...withoutKnown(typed, this.#known) },
      owner: this.#owner(),
      fileCount: attachments.length,
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
    }
    clearTimeout(this.#timer);
    // A frozen ticket is on record before its request leaves.
    if (action === 'freeze' || action === 'settle') this.save();
    else if (this.#hasWritten) this.#timer = setTimeout(() => this.save(), SAVE_DELAY);
  }

  #resume({ at, answers, step, fileCount = 0, frozen }: Draft): void {
    this.#hasWritten = true;
    this.#writtenAt = at;
    this.#offered = undefined;
    const known = Object.fromEntries(
      Object.entries(this.#known).filter(([key, value]) => value && answers[key as keyof typeof answers]?.length === 0),
    );
    const all: Answers = { consent: false, isDifferent: false, ...answers, ...known };
    this.#flow.dispatch({ type: 'resume', answers: all, step, hasLostFiles: fileCount > 0, frozen });
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

/** What the page gave is not the customer's writing. */
function withoutKnown(typed: Pick<Answers, 'country' | 'email' | 'name' | 'phone'>, known: KnownAnswers) {
  const keep = (key: 'country' | 'email' | 'name' | 'phone') => (typed[key] === known[key] ? '' : typed[key]);
  return { country: keep('country'), email: keep('email'), name: keep('name'), phone: keep('phone') };
}
