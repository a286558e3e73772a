import { createHash } from 'node:crypto';

/** All that a log line may say. No body, no address, no file name, and no path, which may hold a token. */
export interface LogFields {
  readonly method?: string;
  /** The pattern of the route, never the path itself. */
  readonly route?: string;
  readonly status?: number;
  /** Milliseconds. */
  readonly duration?: number;
  /** A problem's name or an error's code. */
  readonly code?: string;
  /** An idempotency key as `digestOf` gives it. */
  readonly key?: string;
  readonly number?: string;
  readonly kind?: string;
  readonly attempts?: number;
  readonly count?: number;
}

export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/** One JSON object a line, on stderr: stdout has the address for people. */
export const logToStderr: Log = (level, event, fields) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
};

/** Tells two keys apart in the log without giving either away. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}

/** What may be said of an error: its code or its kind. Its message may quote what a customer wrote. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
