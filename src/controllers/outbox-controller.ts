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
  /** For how long a ticket is tried by itself, in milliseconds. */
  readonly keyLife: number;
  /** One delivery: retries, ledger and events included. */
  send(ticket: QueuedTicket, files: readonly File[], signal: AbortSignal): Promise<Outcome>;
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
    const { host, outbox } = this.#parts;
    if (this.#shown === undefined || !(host.open || host.inline)) return;
    void outbox.remove(this.#shown);
    this.#shown = undefined;
  }

  /** Whether the ticket is safe in the outbox. */
  async add(ticket: Omit<QueuedTicket, 'files'>, files: readonly File[]): Promise<boolean> {
    // It waits again: nothing to let go of.
    if (this.#inHand === ticket.key) this.#inHand = undefined;
    const { flow, outbox } = this.#parts;
    const isKept = await outbox.add(ticket, files);
    // It can be large, and take long to be read again.
    if (isKept)
      flow.dispatch({ type: 'list', waiting: [...flow.state.waiting.filter(isOther(ticket.key)), rowOf(ticket)] });
    await this.#tell();
    this.#schedule();
    return isKept;
  }

  /** The customer's wish: it will not be sent, and is gone. */
  async cancel(key: string): Promise<void> {
    const { outbox, ledger } = this.#parts;
    const ticket = await outbox.find(key);
    if (ticket && !ticket.isInDoubt) ledger.release(key);
    await outbox.remove(key);
    await this.#tell();
  }

  /** Puts a ticket that will not go by itself back into the form; it leaves here when the draft has all of it. */
  async takeUp(key: string): Promise<void> {
    const { flow, outbox, attachments, draft } = this.#parts;
    const ticket = await outbox.find(key);
    // Another tab was faster, or it cannot be read just now.
    if (!ticket) return this.#tell();
    const { receipt, files, endpoint, isStuck, topic, ...frozen } = ticket;
    flow.dispatch({
      type: 'resume',
      answers: answersOf(ticket),
      step: 'review',
      attachments: attachments.restore(files.map(fileOf)),
      lostFiles: [],
      frozen: ticket.isInDoubt ? frozen : undefined,
    });
    this.#inHand = key;
    await Promise.all([draft.keep(() => void this.#letGo(key)), this.#tell()]);
  }

  /** Once. */
  async #letGo(key: string): Promise<void> {
    if (this.#inHand !== key) return;
    this.#inHand = undefined;
    await this.#parts.outbox.remove(key);
    await this.#tell();
  }

  /** Tries all that waits, in one tab at a time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const { flow, outbox } = this.#parts;
    const { signal } = this.#over;
    // Another tab may be long at it: what waits shows meanwhile.
    await this.#tell();
    await outbox.alone(async () => {
      for (const { key } of flow.state.waiting) {
        // The one before may have been long: what was cancelled meanwhile is not sent.
        const ticket = await outbox.find(key);
        if (ticket && navigator.onLine && !signal.aborted && !ticket.receipt && !ticket.isStuck)
          await this.#try(ticket);
      }
    }, signal);
    await this.#tell();
    this.#schedule();
  }

  async #try(ticket: QueuedTicket): Promise<unknown> {
    const { outbox, send, keyLife, isInDoubt } = this.#parts;
    const { key, at, files } = ticket;
    if (Date.now() - at > keyLife) return outbox.change(key, { isStuck: true });
    // Until it is known how this ends: the page may be left, or the ticket be cancelled, in the middle. Unwritten, it waits on.
    if (!(await outbox.change(key, { isInDoubt: true }))) return;
    const outcome = await send(ticket, files.map(fileOf), this.#over.signal);
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

  /** What waits, on the launcher and in the form; and a receipt that was not seen yet. */
  async #tell(): Promise<void> {
    const { host, flow, outbox, draft, label } = this.#parts;
    const { tickets, unread } = await outbox.all();
    if (this.#over.signal.aborted) return;
    this.#hasUnread = unread?.length !== 0;
    // What cannot be read just now waits on.
    const known = flow.state.waiting.filter(({ key }) => unread?.includes(key) ?? true);
    const read = tickets.filter(({ receipt }) => !receipt).map(rowOf);
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

  #schedule(): void {
    clearTimeout(this.#timer);
    const isWaiting = this.#hasUnread || this.#parts.flow.state.waiting.some(({ isStuck }) => !isStuck);
    if (!isWaiting || this.#over.signal.aborted) return;
    const wait = Math.min(FIRST_WAIT * 2 ** this.#rounds, LONGEST_WAIT) * (0.5 + Math.random() / 2);
    this.#rounds += 1;
    this.#timer = setTimeout(() => void this.flush(), wait);
  }
}

const isOther = (key: string | undefined) => (other: WaitingTicket) => other.key !== key;

/** What the list says of it. */
function rowOf({ key, topic, at, isStuck = false }: Omit<QueuedTicket, 'files'>): WaitingTicket {
  return { key, topic, at, isStuck };
}

function fileOf({ bytes, name, type, lastModified }: QueuedTicket['files'][number]): File {
  return new File([bytes], name, { type, lastModified });
}

/** What the customer had said, as the form knows it. */
function answersOf({ json }: QueuedTicket): Answers {
  const { country, contact, topic, fields, description } = JSON.parse(json) as Ticket;
  const { email, name, phone = '' } = contact;
  return { country, email, name, phone, topic, fields, description, consent: false, isDifferent: false };
}
