import type { IncomingMessage } from 'node:http';

/** Milliseconds. */
const PATIENCE = 30_000;

/**
 * Reads and discards what is left of a request's body before it is answered: a browser reports an answer that comes
 * while it is still sending as a network error. Gives up after `mostBytes` or 30 seconds.
 */
export function drain(request: IncomingMessage, mostBytes: number): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let received = 0;
    const stop = () => {
      clearTimeout(timer);
      request.off('data', count).off('end', stop).off('close', stop).off('error', stop);
      request.pause();
      resolve();
    };
    const count = (chunk: Buffer) => {
      received += chunk.length;
      if (received > mostBytes) stop();
    };
    const timer = setTimeout(stop, PATIENCE);
    request.on('data', count).on('end', stop).on('close', stop).on('error', stop);
    request.resume();
  });
}
