import type { Settings } from '../settings.ts';

const ALLOWED_HEADERS = 'content-type, idempotency-key, authorization';
const EXPOSED_HEADERS = 'Location, Retry-After';
/** Seconds; the longest that Chromium keeps a preflight. */
const MAX_AGE = '7200';

const THIS_MACHINE = /^https?:\/\/(([a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether pages of an origin may send tickets. Without a list only this server's own pages may, and on loopback
 * those of the whole machine. A request without an origin comes from no page: CORS is not what stops it.
 */
export function isAllowedOrigin(origin: string | undefined, settings: Settings): boolean {
  if (origin === undefined) return true;
  if (settings.publicUrl !== undefined && origin === new URL(settings.publicUrl).origin) return true;
  if (settings.allowedOrigins) return settings.allowedOrigins.includes(origin);
  return settings.isLoopback && THIS_MACHINE.test(origin);
}

/**
 * Lets the asking page read an answer, a refusal included: there are no credentials, so nothing leaks, and a
 * browser that cannot read a 403 shows a network error instead.
 */
export function allowReading(headers: Headers, origin: string | undefined): void {
  headers.append('Vary', 'Origin');
  if (origin === undefined) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
}

/** The answer to a preflight, the same for any origin: a refusal is said in the answer to the request itself. */
export function preflightAnswer(origin: string | undefined): Response {
  const headers = new Headers({
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': ALLOWED_HEADERS,
    'Access-Control-Max-Age': MAX_AGE,
  });
  allowReading(headers, origin);
  return new Response(null, { status: 204, headers });
}
