/** One answer of the ticket that was not taken. */
export interface ProblemError {
  /** JSON Pointer into the ticket as a URI fragment (RFC 6901, section 6). */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemInit {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** The last part of its type, which programs compare. */
  readonly name: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  /** The ticket that stands in the way. */
  readonly id?: string;
  readonly createdAt?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** A request that ends in problem details (RFC 9457). Thrown anywhere, answered in one place. */
export class Problem extends Error {
  readonly init: ProblemInit;

  constructor(init: ProblemInit) {
    super(init.name);
    this.init = init;
  }

  toResponse(): Response {
    const { status, name, title, retryAfter, ...members } = this.init;
    const body = { type: `/problems/${name}`, title, status, ...members };
    const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
    if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
    return new Response(JSON.stringify(body), { status, headers });
  }
}

export function malformed(detail: string): Problem {
  return new Problem({ status: 400, name: 'malformed', title: 'The request cannot be read', detail });
}

export function keyMissing(): Problem {
  const detail = 'Send an Idempotency-Key header with a UUID: one for each ticket, the same one when trying again.';
  return new Problem({ status: 400, name: 'key-missing', title: 'There is no usable idempotency key', detail });
}

export function originRefused(): Problem {
  const detail = 'Tickets are not taken from pages of this origin. ALLOWED_ORIGINS lists those that may send them.';
  return new Problem({ status: 403, name: 'origin-refused', title: 'The origin is refused', detail });
}

export function notFound(): Problem {
  return new Problem({ status: 404, name: 'not-found', title: 'There is nothing here' });
}

export function methodNotAllowed(): Problem {
  return new Problem({ status: 405, name: 'method-not-allowed', title: 'Only POST is taken here' });
}

export function inProgress(): Problem {
  return new Problem({ status: 409, name: 'in-progress', title: 'The same ticket is being received', retryAfter: 1 });
}

export function duplicate(existing: { readonly id: string; readonly createdAt: string }): Problem {
  const detail = `This ticket was already sent as ${existing.id}.`;
  return new Problem({ status: 409, name: 'duplicate', title: 'An equal ticket exists', detail, ...existing });
}

/** @param existing without `id` while the customer has not confirmed the address */
export function keyReused(existing: { readonly id?: string; readonly createdAt: string }): Problem {
  const detail = 'Something else was already received under this idempotency key.';
  return new Problem({
    status: 422,
    name: 'key-reused',
    title: 'The key was used for other content',
    detail,
    ...existing,
  });
}

export function ticketTooLarge(): Problem {
  return new Problem({ status: 413, name: 'ticket-too-large', title: 'The ticket is too large' });
}

/** @param retryAfter seconds */
export function tooManyTickets(retryAfter: number): Problem {
  return new Problem({ status: 429, name: 'too-many-tickets', title: 'Too many tickets in a short time', retryAfter });
}

/** @param retryAfter seconds */
export function tooManyUploads(retryAfter: number): Problem {
  const detail = 'Files can also be sent with the ticket.';
  return new Problem({ status: 429, name: 'too-many-uploads', title: 'Too many uploads for now', detail, retryAfter });
}

export function shuttingDown(): Problem {
  return new Problem({ status: 503, name: 'shutting-down', title: 'The server is restarting', retryAfter: 5 });
}

/** What the log has the cause of. Whether there is a ticket now is not known. */
export function unexpected(): Problem {
  return new Problem({ status: 500, name: 'unexpected', title: 'Something went wrong on the server' });
}

const STATUS_OF_FILE_CODE: Readonly<Record<string, 413 | 415>> = {
  'attachment-too-large': 413,
  'attachment-type': 415,
};

/** Answers that were not taken; where it is all about files of one wrong size or kind, the status says so too. */
export function rejected(errors: readonly ProblemError[]): Problem {
  const statuses = new Set(errors.map(({ code }) => STATUS_OF_FILE_CODE[code] ?? 422));
  const [status = 422] = statuses.size === 1 ? statuses : [];
  return new Problem({ status, name: 'rejected', title: 'Some answers were not taken', errors });
}
