import { emit } from '../events.js';
import type { HelpTicketWidget } from '../help-ticket-widget.js';
import { deliver } from '../services/deliver.js';
import { type Ledger, settle } from '../services/ledger.js';
import { pause } from '../services/pause.js';
import { toPlainJson } from '../services/plain-json.js';
import { createHttpTransport } from '../services/transport.js';
import type { Uploads } from '../services/uploads.js';
import type { Fingerprint } from '../ticket/fingerprint.js';
import type { Progress } from '../ticket/flow-state.js';
import type { Outcome } from '../ticket/outcome.js';
import type { LedgerEntry } from '../ticket/stored.js';
import type { Ticket } from '../ticket/ticket.js';

/** How often a tab that sends says so, in milliseconds; a third of the lease. */
const RENEWAL = 10_000;

/** A frozen ticket on its way. */
export interface Shipment extends Fingerprint {
  /** Under which it goes out, unless another tab has begun to send the same. */
  readonly key: string;
  readonly json: string;
  readonly endpoint: string;
  readonly files: readonly File[];
  /** An earlier attempt under this key may have made a ticket. */
  readonly isInDoubt: boolean;
  /** The customer knows its twin and wants it all the same. */
  readonly isDifferent?: boolean | undefined;
  /** What went out before under the same key. */
  readonly before?: Fingerprint | undefined;
  readonly signal: AbortSignal;
  /** No other tab sends the same now: the last moment to stop it. */
  readonly onTurn?: () => void;
  /** It is on record under this key, and goes out now. */
  readonly onStart?: (key: string) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** Takes frozen tickets to the server: in one tab at a time, with the ledger kept and the page told. */
export class Shipper {
  readonly #host: HelpTicketWidget;
  readonly #ledger: Ledger;
  /** What takes files up ahead of their ticket, if the form wants that. */
  readonly #uploads: () => Uploads | undefined;
  readonly #http = createHttpTransport();

  /** For a chunk that sends, too: importing them there would bring the panel once more where it came at its second address. */
  readonly tools = { createHttpTransport, deliver, pause, toPlainJson };

  /** What the page gives the customer for this attempt, if it gives anything. */
  readonly token = async () => {
    const token = this.#host.customer?.token;
    return typeof token === 'function' ? token() : token;
  };

  constructor(host: HelpTicketWidget, ledger: Ledger, uploads: () => Uploads | undefined) {
    this.#host = host;
    this.#ledger = ledger;
    this.#uploads = uploads;
  }

  /** Never rejects. The lease is renewed while it takes. */
  ship(shipment: Shipment): Promise<Outcome> {
    const { signal } = shipment;
    return this.#ledger.exclusively(
      shipment.digest,
      async () => {
        shipment.onTurn?.();
        // Stopped just now, or while it waited for the lock.
        if (signal.aborted) return { kind: 'unreachable' };
        // Another tab may have sent the same meanwhile, or may have begun to.
        const { exact } = this.#ledger.find(shipment);
        if (exact?.state === 'sent' && !shipment.isDifferent) return duplicateOf(exact);
        const key = this.#ledger.reserve(shipment, shipment.key);
        shipment.onStart?.(key);
        const renewal = setInterval(() => this.#ledger.renew(key), RENEWAL);
        const ending = await this.#deliver({ ...shipment, key, isInDoubt: shipment.isInDoubt || key !== shipment.key });
        clearInterval(renewal);
        settle(this.#ledger, ending, key, shipment.before);
        return ending;
      },
      signal,
    );
  }

  /** Tells the page how it ended. */
  report(outcome: Outcome, { json }: Shipment): void {
    const { topic, country } = JSON.parse(json) as Ticket;
    if (outcome.kind === 'accepted')
      emit(this.#host, 'help-ticket-submitted', { id: outcome.receipt.id, topic, country });
    else if (outcome.kind === 'duplicate') emit(this.#host, 'help-ticket-duplicate', { id: outcome.id });
    else if (outcome.kind !== 'pending') emit(this.#host, 'help-ticket-failed', { outcome: outcome.kind });
  }

  #deliver({ json, key, endpoint, files, signal, isInDoubt, onProgress }: Shipment): Promise<Outcome> {
    return deliver({
      transport: this.#host.transport ?? this.#uploads()?.before(this.#http) ?? this.#http,
      request: { endpoint, json, key, files, signal, onProgress },
      isInDoubt,
      token: this.token,
    });
  }
}

function duplicateOf({ id = '', at }: LedgerEntry): Outcome {
  return { kind: 'duplicate', id, createdAt: new Date(at).toISOString(), isChanged: false };
}
