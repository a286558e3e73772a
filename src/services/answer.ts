import { type Attempt, isPending, parseProblem, parseReceipt } from '../ticket/server-answer.js';

/** What came back over HTTP. */
export type Answer = Pick<XMLHttpRequest, 'status' | 'responseText' | 'getResponseHeader'>;

/** Without a Retry-After, in milliseconds. */
const LATER = 60_000;
const AT_ONCE = 1000;

/** The longest wait that a server is believed, in milliseconds. */
const DAY = 86_400_000;

/**
 * What an answer says about the ticket (contract, "Answers").
 * @param files what was sent with it
 * @param now milliseconds since the epoch
 */
export function readAnswer(answer: Answer, files: readonly File[], now: number): Attempt {
  const { status, responseText: text } = answer;
  if (status === 200 || status === 201) {
    const receipt = parseReceipt(text);
    return receipt ? { kind: 'accepted', receipt } : { kind: 'unconfirmed' };
  }
  if (status === 202 && isPending(text)) return { kind: 'pending' };
  const wait = retryAfter(answer.getResponseHeader('retry-after'), now);
  // A proxy's 503 says nothing about the application behind it.
  const isSaidByApplication = status === 503 && answer.getResponseHeader('content-type')?.includes('problem+json');
  if (status === 429 || isSaidByApplication) return { kind: 'limited', until: now + (wait ?? LATER) };
  // 408: the server has seen a part of it, or none.
  if (status < 400 || status > 499 || status === 408) return { kind: 'unconfirmed' };
  return readProblem(status, text, files, wait ?? AT_ONCE);
}

function readProblem(status: number, text: string, files: readonly File[], after: number): Attempt {
  const { isRead, type, id, createdAt, issues } = parseProblem(text);
  const isChanged = type === 'key-reused';
  if (status === 409 && type === 'in-progress') return { kind: 'busy', after };
  if (id && (status === 409 || (status === 422 && isChanged))) {
    return { kind: 'duplicate', id, isChanged, ...(createdAt && { createdAt }) };
  }
  // Something is there already, under this key or another: what, the body should have said.
  if (status === 409 || (status === 422 && (isChanged || !isRead))) return { kind: 'unconfirmed' };
  const code = CODES[status];
  if (issues.length > 0 && (code || status === 422)) {
    return { kind: 'rejected', issues: issues.map((issue) => (code ? { ...issue, code: issue.code ?? code } : issue)) };
  }
  if (code && files.length > 0) return { kind: 'rejected', issues: [{ pointer: suspect(status, files), code }] };
  return { kind: 'refused', status };
}

/** What is wrong with a file where the server's answer has only the status. */
const CODES: Readonly<Record<number, string>> = { 413: 'attachment-too-large', 415: 'attachment-type' };

/** The file that a bare 413 or 415 is most likely about: the largest, or the only one, or nobody knows. */
function suspect(status: number, files: readonly File[]): string {
  if (status === 415 && files.length > 1) return '#/attachments';
  const sizes = files.map(({ size }) => size);
  return `#/attachments/${sizes.indexOf(Math.max(...sizes))}`;
}

/** `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, in milliseconds from now. */
function retryAfter(value: string | null, now: number): number | undefined {
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, AT_ONCE), DAY);
}
