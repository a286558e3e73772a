import type { ReactiveController } from '@lit/reactive-element';
import type { HelpTicketWidget } from '../help-ticket-widget.js';
import type { Ledger } from '../services/ledger.js';
import type { Outbox, QueuedTicket } from '../services/outbox.js';
import type { Answers } from '../ticket/answers.js';
import type { WaitingTicket } from '../ticket/flow-state.js';
import type { Outcome } from '../ticket/outcome.js';
import type { Ticket } from '../ticket/ticket.js';
import type { AttachmentsController } from './attachments-controller.js';
import type { DraftController } from './draft-controller.js';
import type { FlowController } from './flow-controller.js';
import type { Shipper } from './shipper.js';

/** Waits between rounds, in milliseconds. */
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 30 * 60_000;

export interface OutboxParts {
  readonly host: HelpTicketWidget;
  readonly flow: FlowController;
  readonly outbox: Outbox;
  readonly ledger: Pick<Ledger, 'release'>;
  readonly attachments: Pick<AttachmentsController, 'restore'>;
  readonly draft: Pick<DraftController, 'keep' | 'hasWritten'>;
  readonly shipper: Pick<Shipper, 'ship' | 'report'>;
  /** For how long a ticket is tried by itself, in milliseconds. */
  readonly keyLife: number;
  /** Whether there may be a ticket all the same. */
  isInDoubt(outcome: Outcome): boolean;
  /** What the launcher says while something waits. */
  label(): string;
}

/** Sends what waits, when there is a connection, and tells the customer. */
export class OutboxController implements ReactiveController {
  readonly #parts: OutboxParts;
  #over = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rounds = 0;
  /** Only the last one to look tells what it has seen. */
  #looks = 0;
  /** Something is there that could not be read just now, or may be. */
  #hasUnread = false;
  /** The ticket whose receipt is on the screen, until it has been seen. */
  #shown: string | undefined;
  /** The ticket that is in the form, and not safe there yet. */
  #inHand: string | undefined;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    parts.host.addController(this);
  }

  hostConnected(): void {
    this.#over = new AbortController();
    window.addEventListener('online', () => void this.flush(), { signal: this.#over.signal });
    void this.flush();
  }

  hostDisconnected(): void {
    this.#over.abort();
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    const { host } = this.#parts;
    if (this.#shown === undefined || !(host.open || host.inline)) return;
    void this.withdraw(this.#shown);
    this.#shown = undefined;
  }

  /** Whether the ticket is safe in the outbox. */
  async add(ticket: Omit<QueuedTicket, 'files'>, files: readonly File[]): Promise<boolean> {
    const { flow, outbox } = this.#parts;
    const { key } = ticket;
    const isNew = this.#inHand !== key && flow.state.waiting.every(isOther(key));
    // It waits again: nothing to let go of.
    if (this.#inHand === key) this.#inHand = undefined;
    const isKept = await outbox.add(ticket, files);
    if (isKept)
      flow.dispatch({ type: 'list', waiting: [...flow.state.waiting.filter(isOther(key)), this.#rowOf(ticket)] });
    // What the database did not do in time, it may still do.
    else if (isNew) void outbox.remove(key);
    await this.#tell();
    return isKept;
  }

  /** The customer's wish: it will not be sent, and is gone. */
  async cancel(key: string): Promise<void> {
    const { outbox, ledger } = this.#parts;
    const ticket = await outbox.find(key);
    if (ticket && !ticket.isInDoubt) ledger.release(key);
    await this.withdraw(key);
  }

  /** Nothing more comes of it here. */
  async withdraw(key: string): Promise<void> {
    await this.#parts.outbox.remove(key);
    await this.#tell();
  }

  /** Puts a ticket that will not go by itself back into the form; it leaves here when the draft has all of it. */
  async takeUp(key: string): Promise<void> {
    const { flow, outbox, attachments, draft } = this.#parts;
    const { state } = flow;
    const ticket = await outbox.find(key);
    const files = ticket && (await outbox.filesOf(ticket));
    const isSame = state.answers === flow.state.answers && state.attachments === flow.state.attachments;
    // Another tab was faster, it cannot be read just now, or something was written meanwhile.
    if (!ticket || !isSame) return this.#tell();
    const { receipt, files: named, endpoint, isStuck, topic, ...frozen } = ticket;
    flow.dispatch({
      type: 'resume',
      answers: answersOf(ticket),
      step: 'review',
      attachments: attachments.restore(files ?? []),
      lostFiles: files ? [] : named.map(({ name }) => name),
      frozen: ticket.isInDoubt ? frozen : undefined,
    });
    this.#inHand = key;
    await Promise.all([draft.keep(() => void this.#letGo(key)), this.#tell()]);
  }

  /** Once. */
  async #letGo(key: string): Promise<void> {
    if (this.#inHand !== key) return;
    this.#inHand = undefined;
    await this.withdraw(key);
  }

  /** Tries all that waits, in one tab at a time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const { outbox } = this.#parts;
    const { signal } = this.#over;
    // Another tab may be long at it: what waits shows meanwhile.
    await this.#look();
    await outbox.alone(async () => {
      for (const { key } of (await outbox.all()).tickets) {
        // The one before may have been long: what was cancelled meanwhile is not sent.
        const ticket = await outbox.find(key);
        if (ticket && navigator.onLine && !signal.aborted && !ticket.receipt && !this.#rowOf(ticket).isStuck)
          await this.#try(ticket);
      }
    }, signal);
    await this.#tell();
    this.#rounds += 1;
  }

  async #try(ticket: QueuedTicket): Promise<unknown> {
    const { outbox, shipper, isInDoubt } = this.#parts;
    const { key } = ticket;
    const { signal } = this.#over;
    const files = await outbox.filesOf(ticket);
    if (!files) return;
    // Until it is known how this ends: the page may be left, or the ticket be cancelled, in the middle.
    const isWritten = await outbox.change(key, { isInDoubt: true });
    // Given up just now, or the disk is full: then it goes only if it is on record from an earlier time.
    if (!isWritten && !(ticket.isInDoubt && (await outbox.find(key)))) return;
    const shipment = { ...ticket, files, signal, onProgress() {} };
    const outcome = await shipper.ship(shipment);
    if (!signal.aborted) shipper.report(outcome, shipment);
    const doubt = { isInDoubt: ticket.isInDoubt || isInDoubt(outcome) };
    switch (outcome.kind) {
      case 'accepted':
        return outbox.arrive(ticket, outcome.receipt);
      case 'duplicate':
        // Its own earlier attempt has arrived; if that was in other words, the customer has to know.
        if (outcome.isChanged) return outbox.change(key, { isStuck: true });
        return outbox.arrive(ticket, { id: outcome.id, createdAt: outcome.createdAt ?? '' });
      case 'pending':
        return outbox.remove(key);
      case 'limited':
      case 'unreachable':
      case 'unconfirmed':
        return outbox.change(key, doubt);
      default:
        return outbox.change(key, { ...doubt, isStuck: true });
    }
  }

  /** As it is now; and what cannot be read now, or waits for a connection, is tried later. */
  async #tell(): Promise<void> {
    await this.#look();
    clearTimeout(this.#timer);
    const isWaiting = this.#hasUnread || this.#parts.flow.state.waiting.some(({ isStuck }) => !isStuck);
    if (!isWaiting || this.#over.signal.aborted) return;
    const wait = Math.min(FIRST_WAIT * 2 ** this.#rounds, LONGEST_WAIT) * (0.5 + Math.random() / 2);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** What waits, on the launcher and in the form; and a receipt that was not seen yet. */
  async #look(): Promise<void> {
    const { host, flow, outbox, draft, label } = this.#parts;
    const look = (this.#looks += 1);
    const { tickets, unread } = await outbox.all();
    if (this.#over.signal.aborted || look !== this.#looks) return;
    this.#hasUnread = unread?.length !== 0;
    // What cannot be read just now waits on.
    const known = flow.state.waiting.filter(({ key }) => unread?.includes(key) ?? true);
    const read = tickets.filter(({ receipt }) => !receipt).map((ticket) => this.#rowOf(ticket));
    const waiting = [...known, ...read].filter(isOther(this.#inHand));
    flow.dispatch({ type: 'list', waiting });
    const launcher = host.renderRoot.querySelector<HTMLElement>('[part~=launcher]');
    launcher?.toggleAttribute('data-waiting', known.length + tickets.length > 0);
    if (launcher) launcher.title = waiting.length > 0 ? label() : '';
    const arrived = tickets.find(({ receipt }) => receipt);
    // What the customer is writing does not give way to a receipt.
    if (!arrived?.receipt || this.#shown !== undefined || draft.hasWritten) return;
    const { state } = flow;
    flow.dispatch({ type: 'arrive', receipt: arrived.receipt, answers: answersOf(arrived) });
    // Another receipt may be on the screen.
    if (flow.state !== state) this.#shown = arrived.key;
  }

  /** What the list says of it. After some days it waits for the customer's word. */
  #rowOf({ key, topic, at, isStuck = false }: Omit<QueuedTicket, 'files'>): WaitingTicket {
    return { key, topic, at, isStuck: isStuck || Date.now() - at > this.#parts.keyLife };
  }
}

const isOther = (key: string | undefined) => (other: WaitingTicket) => other.key !== key;

/** What the customer had said, as the form knows it. */
function answersOf({ json }: QueuedTicket): Answers {
  const { country, contact, topic, fields, description } = JSON.parse(json) as Ticket;
  const { email, name, phone = '' } = contact;
  return { country, email, name, phone, topic, fields, description, consent: false, isDifferent: false };
}
