/** The number under which a ticket was accepted, and when an answer is due. Times are ISO 8601 in UTC. */
export interface Receipt {
  readonly id: string;
  readonly createdAt: string;
  readonly replyBy?: string;
  readonly statusUrl?: string;
}

/** A server's word on one answer, as in `errors[]` of a problem (RFC 9457). */
export interface ServerIssue {
  readonly pointer: string;
  readonly code?: string;
  readonly detail?: string;
}

/**
 * An earlier attempt under the same key may have made a ticket, and this ending, which a server can reach
 * without looking at the key, does not prove otherwise.
 */
interface InDoubt {
  readonly isInDoubt?: boolean;
}

/** How sending ended. Everything that the widget says and keeps afterwards follows from this. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly receipt: Receipt }
  /** 202: created once the customer has confirmed the address. */
  | { readonly kind: 'pending' }
  /** 409, or 422 key-reused (`isChanged`: what was edited since did not go out). */
  | { readonly kind: 'duplicate'; readonly id: string; readonly createdAt?: string; readonly isChanged: boolean }
  /** 422, 413, 415: an answer or a file was not taken. */
  | ({ readonly kind: 'rejected'; readonly issues: readonly ServerIssue[] } & InDoubt)
  /** 429, 503 from the application. `until`: milliseconds since the epoch. */
  | ({ readonly kind: 'limited'; readonly until: number } & InDoubt)
  /** 400, 401, 403 and whatever else says that this will not be taken. */
  | ({ readonly kind: 'refused'; readonly status: number } & InDoubt)
  /** No byte of the ticket has left. */
  | { readonly kind: 'unreachable' }
  /** The connection was reset twice while files went up. */
  | { readonly kind: 'oversized' }
  /** Sent, but what became of it is not known. */
  | { readonly kind: 'unconfirmed' };

/** Whether there may be a ticket under the key. How far an upload had come that broke off, not every engine knows. */
export function isInDoubt(outcome: Outcome): boolean {
  const { kind } = outcome;
  return kind === 'unconfirmed' || kind === 'oversized' || ('isInDoubt' in outcome && outcome.isInDoubt === true);
}

/** Whether an ending proves that nothing was created under the key, so that the next attempt takes a new one. */
export function isProofOfNothing(outcome: Outcome): boolean {
  const { kind } = outcome;
  if (kind === 'refused') return !outcome.isInDoubt && [400, 401, 403].includes(outcome.status);
  return (kind === 'rejected' || kind === 'limited') && !outcome.isInDoubt;
}
