import { emit } from '../events.js';
import type { HelpTicketWidget } from '../help-ticket-widget.js';
import { KEY_LIFE, type Ledger } from '../services/ledger.js';
import { toPlainJson } from '../services/plain-json.js';
import { createUuid } from '../services/uuid.js';
import { ticketOf } from '../ticket/answers.js';
import { fingerprint, type Fingerprint, topicFingerprint } from '../ticket/fingerprint.js';
import type { FrozenTicket, Twin } from '../ticket/flow-state.js';
import { twinOf } from '../ticket/stored.js';
import type { Ticket } from '../ticket/ticket.js';
import type { AttachmentsController } from './attachments-controller.js';
import type { FlowController } from './flow-controller.js';
import type { Shipment, Shipper } from './shipper.js';

/** What the page adds to a ticket. */
export interface SendContext {
  readonly endpoint: string;
  readonly page: Ticket['page'];
}

interface Parts {
  readonly host: HelpTicketWidget;
  readonly flow: FlowController;
  readonly ledger: Ledger;
  readonly attachments: AttachmentsController;
  readonly shipper: Shipper;
}

/** One press of Send: twins, the page's word, the frozen ticket, the ledger, and the attempts. */
export class SendController {
  readonly #host: HelpTicketWidget;
  readonly #flow: FlowController;
  readonly #ledger: Ledger;
  readonly #attachments: AttachmentsController;
  readonly #shipper: Shipper;
  #run = new AbortController();

  constructor({ host, flow, ledger, attachments, shipper }: Parts) {
    this.#host = host;
    this.#flow = flow;
    this.#ledger = ledger;
    this.#attachments = attachments;
    this.#shipper = shipper;
    flow.subscribe((state, before, { type }) => {
      if (state.step !== before.step || (type === 'change' && state.step === 'topic')) this.noteLikelyTwin();
    });
  }

  /** Does nothing unless the flow allows it: a second press finds the first one on its way. */
  async send(context: SendContext): Promise<void> {
    const { answers, likelyTwin } = this.#flow.state;
    // One without a number may have got one since, or proved to be none.
    if (!answers.isDifferent && !likelyTwin?.id) this.noteLikelyTwin();
    const { state } = this.#flow;
    const twin = state.status === 'twin' ? state.twin : state.likelyTwin;
    this.#flow.dispatch({ type: 'send' });
    if (this.#flow.state === state || this.#flow.state.status !== 'checking') return;
    const run = (this.#run = new AbortController());
    const ticket = this.#ticketFor(context, twin);
    if (!ticket || this.#meetsTwin(ticket)) return;
    const frozen = await this.#freeze(ticket);
    if (run !== this.#run || run.signal.aborted) return;
    if (!frozen) {
      this.#flow.dispatch({ type: 'edit' });
      return;
    }
    await this.#deliver(frozen, ticket, context.endpoint, run);
  }

  /** Back to the answers. What has left may have arrived: its key stays. */
  cancel(): void {
    this.#flow.dispatch({ type: 'edit' });
    this.#run.abort();
  }

  /** Whether an earlier ticket is about the same: said before anything is written twice. */
  noteLikelyTwin(): void {
    const { answers, likelyTwin } = this.#flow.state;
    const { likely, begun } = this.#ledger.find(topicFingerprint(answers.email, answers.topic, this.#ledger.salt()));
    // What has only begun may be this very ticket: Send finds out, and from then on it stays.
    const twin = likely ?? (begun?.at === likelyTwin?.at ? begun : undefined);
    if (twin?.at !== likelyTwin?.at) this.#flow.dispatch({ type: 'noteTwin', twin: twin && twinOf(twin) });
  }

  #ticketFor({ page }: SendContext, twin: Twin | undefined): Ticket | undefined {
    const { state } = this.#flow;
    const { ticket } = ticketOf(state);
    if (!ticket) return undefined;
    const { formToken } = state.form;
    return {
      ...ticket,
      ...(page && { page }),
      ...(state.answers.isDifferent && twin?.id !== undefined && { relatedTo: twin.id }),
      ...(formToken !== undefined && { formToken }),
    };
  }

  /** Stops before a ticket that this browser has sent, unless the customer says that it is another. */
  #meetsTwin(ticket: Ticket): boolean {
    const { answers, frozen, likelyTwin } = this.#flow.state;
    if (answers.isDifferent) return false;
    const { exact, likely, begun } = this.#ledger.find(this.#fingerprintOf(ticket));
    if (exact?.state === 'sent') {
      this.#flow.dispatch({ type: 'findTwin', twin: twinOf(exact) });
      emit(this.#host, 'help-ticket-duplicate', { id: exact.id });
      return true;
    }
    // What another tab has begun may arrive as well, unless this one goes on under a key of its own.
    const other = likely ?? ((exact ?? (frozen && isUsable(frozen))) ? undefined : begun);
    // What was shown holds, even if the ledger has forgotten it since. And no server keeps a key for ever: whether an old attempt
    // arrived, only the customer can find out.
    const doubted = other ? twinOf(other) : (likelyTwin ?? (frozen && !isUsable(frozen) && { at: frozen.at }));
    if (!doubted) return false;
    this.#flow.dispatch({ type: 'doubtTwin', twin: doubted });
    return true;
  }

  /**
   * The ticket as it goes out. Retries of the same words are the same text; other words ask the page again. "This is a different
   * problem" makes a new key, once: while its own ending is not known, that key stays as any other.
   */
  async #freeze(ticket: Ticket): Promise<FrozenTicket | undefined> {
    const { answers, frozen: last } = this.#flow.state;
    const { isDifferent } = answers;
    const isSame = last && isUsable(last) && (last.isDifferent || !isDifferent);
    const print = this.#fingerprintOf(ticket);
    if (isSame && last.digest === print.digest && contentOf(last.json) === contentOf(toPlainJson(ticket))) return last;
    const fields = await this.#askPage(ticket);
    return (
      fields && {
        ...print,
        key: isSame ? last.key : createUuid(),
        json: toPlainJson({ ...ticket, fields: { ...ticket.fields, ...fields } }),
        at: isSame ? last.at : Date.now(),
        ...(isDifferent && { isDifferent }),
      }
    );
  }

  /** `help-ticket-before-submit`: the fields that the page adds, or nothing if it says no. */
  async #askPage(ticket: Ticket): Promise<Record<string, string | boolean> | undefined> {
    const waiting: Promise<unknown>[] = [];
    const fields: Record<string, string | boolean> = {};
    const detail = {
      ticket: structuredClone(ticket),
      fields,
      waitUntil: (promise: Promise<unknown>) => void waiting.push(promise),
    };
    const isWanted = emit(this.#host, 'help-ticket-before-submit', detail, { cancelable: true });
    try {
      await Promise.all(waiting);
    } catch {
      // A promise of the page that rejects is its way to say no.
      return undefined;
    }
    return isWanted ? fields : undefined;
  }

  async #deliver(frozen: FrozenTicket, ticket: Ticket, endpoint: string, run: AbortController): Promise<void> {
    const { answers, attachments, frozen: before } = this.#flow.state;
    const shipment: Shipment = {
      ...frozen,
      before,
      endpoint,
      files: this.#attachments.filesOf(attachments),
      isDifferent: answers.isDifferent,
      isInDoubt: before?.key === frozen.key,
      signal: run.signal,
      // Another tab may have sent meanwhile, or begun to.
      onTurn: () => {
        if (!run.signal.aborted && this.#meetsTwin(ticket)) run.abort();
      },
      onStart: (key) => this.#flow.dispatch({ type: 'freeze', frozen: { ...frozen, key } }),
      onProgress: (progress) => this.#flow.dispatch({ type: 'progress', progress }),
    };
    const outcome = await this.#shipper.ship(shipment);
    if (run !== this.#run || run.signal.aborted) return;
    this.#flow.dispatch({ type: 'settle', outcome });
    if (outcome.kind === 'accepted') this.#attachments.clear();
    this.#shipper.report(outcome, shipment);
  }

  #fingerprintOf(ticket: Ticket): Fingerprint {
    return fingerprint(ticket, this.#flow.state.attachments, this.#ledger.salt(true));
  }
}

/** Whether the server still knows its key. */
const isUsable = ({ at }: FrozenTicket) => Date.now() - at < KEY_LIFE;

/** What the digest leaves out, and a backend compares: a corrected phone number is another ticket than the one that may have arrived. */
function contentOf(json: string): string {
  const { country, contact, description, consent } = JSON.parse(json) as Ticket;
  return toPlainJson([country, contact, description, consent]);
}
