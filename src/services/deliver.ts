import type { Progress } from '../ticket/flow-state.js';
import type { Outcome } from '../ticket/outcome.js';
import { parseAttempt } from '../ticket/server-answer.js';
import { pause as defaultPause, type Pause } from './pause.js';
import type { Attempt, Transport, TransportRequest } from './transport.js';

/** How sending ended. */
export type Delivered = Outcome & {
  /**
   * An earlier attempt under this key may have made a ticket, and this ending, which the server can reach without looking at the
   * key, does not prove otherwise: the key must stay.
   */
  readonly isInDoubt?: boolean;
};

export interface Delivery {
  readonly transport: Transport;
  readonly request: Omit<TransportRequest, 'token' | 'onUpload'>;
  /** Asked before each attempt; with `true` once more, after the token was refused (401). */
  readonly token?: ((isRefused: boolean) => Promise<string | undefined>) | undefined;
  /** Whether an earlier delivery under this key had no known ending. */
  readonly isInDoubt?: boolean;
  /** How often it is attempted; a key in progress twice as often. */
  readonly tries?: number;
  readonly random?: () => number;
  readonly pause?: Pause;
}

/** Waits, in milliseconds. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 20_000;
const TOKEN_PATIENCE = 10_000;

/** Attempts. A busy key belongs to somebody who is getting on with it: that is worth more patience. */
const TRIES = 4;

/** Says once in the console what the page's own code did. */
type Explain = (cause: string, error: unknown) => void;

/**
 * Sends one frozen ticket through any transport until its ending is known or patience ends: backoff with full jitter, the same text
 * under the same key, sooner when the browser is online again. An abort ends it at once. Never rejects.
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const over = new AbortController();
  let hasExplained = false;
  const explain = (cause: string, error: unknown) => {
    if (!hasExplained) console.error(`help-ticket-widget: ${cause} failed.`, error);
    hasExplained = true;
  };
  try {
    return await attempts(delivery, over.signal, explain);
  } finally {
    over.abort();
  }
}

async function attempts(delivery: Delivery, over: AbortSignal, explain: Explain): Promise<Delivered> {
  const { request, pause = defaultPause, tries: most = TRIES } = delivery;
  const aborted = happens(request.signal, 'abort', over);
  let { isInDoubt = false } = delivery;
  let isRefused = false;
  let interruptions = 0;
  for (let tries = 1; ; tries += 1) {
    const { attempt, hasSent } = await attemptOnce(delivery, isRefused, aborted, explain);
    if (attempt?.kind === 'refused' && attempt.status === 401 && delivery.token && !isRefused) {
      isRefused = true;
      tries -= 1;
      continue;
    }
    if (attempt && !isOpen(attempt)) return isInDoubt && isBlind(attempt) ? { ...attempt, isInDoubt } : attempt;
    isInDoubt ||= hasSent || (attempt !== undefined && attempt.kind !== 'unreachable');
    if (attempt?.kind === 'interrupted' && request.files.length > 0 && (interruptions += 1) > 1)
      return { kind: 'oversized' };
    if (!attempt || tries >= (attempt.kind === 'busy' ? 2 * most : most)) {
      return { kind: isInDoubt ? 'unconfirmed' : 'unreachable' };
    }
    await Promise.race([pause(backoff(attempt, tries, delivery.random)), aborted, happens(globalThis, 'online', over)]);
  }
}

/** One attempt, or none if it was aborted; and whether bytes of the ticket have left in it. */
async function attemptOnce(delivery: Delivery, isRefused: boolean, aborted: Promise<undefined>, explain: Explain) {
  const { request, transport } = delivery;
  let hasSent = false;
  let isOver = request.signal.aborted;
  const run = async () => {
    const token = await tokenOf(delivery, isRefused, explain);
    if (isOver) return undefined;
    const onProgress = (progress: Progress) => {
      // A transport that goes on after its time has nothing more to say.
      if (isOver) return;
      hasSent ||= progress.sent > 0;
      request.onProgress(progress);
    };
    const onUpload = (progress: Progress) => isOver || request.onProgress(progress);
    return checked(transport, { ...request, token, onProgress, onUpload }, explain);
  };
  const attempt = isOver ? undefined : await Promise.race([run(), aborted]);
  isOver = true;
  return { attempt, hasSent };
}

/** A page's own transport may do anything; whatever it does, the ticket was perhaps sent. */
async function checked(transport: Transport, request: TransportRequest, explain: Explain): Promise<Attempt> {
  try {
    const attempt = parseAttempt(await transport(request));
    if (attempt) return attempt;
    throw new TypeError('no outcome');
  } catch (error) {
    // Protects the ticket from the page's code.
    if (!request.signal.aborted) explain('transport', error);
    return { kind: 'unconfirmed' };
  }
}

/** A page that cannot give a token in time must not stop a customer with a problem: the server decides. */
async function tokenOf({ token, pause = defaultPause }: Delivery, isRefused: boolean, explain: Explain) {
  try {
    return token && (await Promise.race([token(isRefused), pause(TOKEN_PATIENCE).then(() => undefined)]));
  } catch (error) {
    explain('customer.token', error);
    return undefined;
  }
}

type OpenKind = 'unreachable' | 'unconfirmed' | 'busy' | 'interrupted';
const OPEN: readonly string[] = ['unreachable', 'unconfirmed', 'busy', 'interrupted'] satisfies OpenKind[];

/** Whether another attempt could end better. */
const isOpen = (attempt: Attempt): attempt is Extract<Attempt, { kind: OpenKind }> => OPEN.includes(attempt.kind);

/** Whether a server can say this without looking at the key. */
const isBlind = ({ kind }: Attempt) => kind === 'refused' || kind === 'limited' || kind === 'rejected';

function backoff(attempt: Attempt, tries: number, random = Math.random): number {
  const jittered = random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  return attempt.kind === 'busy' ? Math.max(jittered, Math.min(attempt.after, LONGEST_WAIT)) : jittered;
}

const happens = (target: EventTarget, type: string, over: AbortSignal) =>
  new Promise<undefined>((resolve) => {
    target.addEventListener(
      type,
      () => {
        resolve(undefined);
      },
      { once: true, signal: over },
    );
  });
