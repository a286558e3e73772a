import type { Outcome, Receipt, ServerIssue } from './outcome.js';

/**
 * How one attempt ended: for good, or so that another one makes sense.
 * `busy`: the key is in progress, perhaps from an earlier attempt (409); `after` milliseconds.
 * `interrupted`: the connection broke while the body was going up.
 */
export type Attempt = Outcome | { readonly kind: 'busy'; readonly after: number } | { readonly kind: 'interrupted' };

/** A problem of RFC 9457, as far as the widget knows it. */
export interface Problem {
  /** The body was one, with anything in it. */
  readonly isRead: boolean;
  /** The last part of the type's URI. */
  readonly type?: string | undefined;
  /** The number of the ticket that exists already. */
  readonly id?: string | undefined;
  readonly createdAt?: string | undefined;
  readonly issues: readonly ServerIssue[];
}

type Members = Readonly<Record<string, unknown>>;

/** As in `relatedTo` of a ticket: it is shown, copied, and sent back. */
const ID = /^[\w.:/#-]{1,64}$/;

/** A text that passes, or nothing: anything else is as good as absent. */
function text(value: unknown, passes: (text: string) => boolean): string | undefined {
  return typeof value === 'string' && passes(value) ? value : undefined;
}

const idOf = (value: unknown) => text(value, (id) => ID.test(id));
const timeOf = (value: unknown) => text(value, (time) => Date.parse(time) > 0);

/** A time that is none would throw where it is formatted. */
const isNumber = (value: unknown): value is number => Number.isFinite(value);

function receiptOf(value: unknown): Receipt | undefined {
  const members = Object(value) as Members;
  const id = idOf(members['id']);
  const createdAt = timeOf(members['createdAt']);
  if (!id || !createdAt) return undefined;
  const replyBy = timeOf(members['replyBy']);
  const statusUrl = text(members['statusUrl'], (url) => /^https?:\/\/\S+$/i.test(url));
  return { id, createdAt, ...(replyBy && { replyBy }), ...(statusUrl && { statusUrl }) };
}

function issuesOf(value: unknown): readonly ServerIssue[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((each) => {
    const members = Object(each) as Members;
    // Some servers leave out the "#" of the URI fragment.
    const pointer = text(members['pointer'], (pointer) => /^#?\/\S{1,200}$/.test(pointer))?.replace(/^#?/, '#');
    const code = text(members['code'], ({ length }) => length <= 60);
    const detail = text(members['detail'], Boolean)?.slice(0, 300);
    return pointer ? [{ pointer, ...(code !== undefined && { code }), ...(detail !== undefined && { detail }) }] : [];
  });
}

/** The receipt of a 201, if that is what the text is. */
export function parseReceipt(text: string): Receipt | undefined {
  return receiptOf(read(text));
}

/** Whether this is the text of a 202: the customer has to confirm by e-mail. */
export function isPending(text: string): boolean {
  return read(text)['status'] === 'verification-pending';
}

/** What there is of a problem in a text that may be anything. */
export function parseProblem(body: string): Problem {
  const members = read(body);
  const { type, id, createdAt, errors } = members;
  return {
    isRead: Object.keys(members).length > 0,
    type: (text(type, Boolean) ?? '').replace(/^.*[/#]/s, ''),
    id: idOf(id),
    createdAt: timeOf(createdAt),
    issues: issuesOf(errors),
  };
}

/** What a page's own transport returned, if it is what a transport may return. */
export function parseAttempt(value: unknown): Attempt | undefined {
  const members = Object(value) as Members;
  const [kind, until, after, status] = ['kind', 'until', 'after', 'status'].map((name) => members[name]);
  switch (kind) {
    case 'accepted': {
      const receipt = receiptOf(members['receipt']);
      return receipt && { kind, receipt };
    }
    case 'duplicate': {
      const id = idOf(members['id']);
      const createdAt = timeOf(members['createdAt']);
      return id === undefined
        ? undefined
        : { kind, id, isChanged: members['isChanged'] === true, ...(createdAt && { createdAt }) };
    }
    case 'rejected':
      return { kind, issues: issuesOf(members['issues']) };
    case 'limited':
      return isNumber(until) ? { kind, until } : undefined;
    case 'busy':
      return isNumber(after) ? { kind, after } : undefined;
    case 'refused':
      return isNumber(status) ? { kind, status } : undefined;
    default:
      return ['pending', 'unreachable', 'oversized', 'unconfirmed', 'interrupted'].includes(String(kind))
        ? ({ kind } as Attempt)
        : undefined;
  }
}

function read(text: string): Members {
  try {
    // Answers are small: a long one is another page's.
    return (text.length < 100_000 ? Object(JSON.parse(text)) : {}) as Members;
  } catch {
    // An HTML error page, a cut-off body: as good as no body.
    return {};
  }
}
