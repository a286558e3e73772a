import type { IncomingMessage } from 'node:http';
import { malformed, ticketTooLarge } from './problem.ts';

/** The customer's side went away before the body was complete. */
export class RequestAborted extends Error {}

/**
 * Reads a whole body as UTF-8. What is left of it after a failure stays in the request.
 * @throws Problem, RequestAborted
 */
export function readText(request: IncomingMessage, mostBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const stop = () => request.off('data', add).off('end', handleEnd).off('close', handleClose);
    const add = (chunk: Buffer) => {
      chunks.push(chunk);
      received += chunk.length;
      if (received <= mostBytes) return;
      stop();
      reject(ticketTooLarge());
    };
    const handleEnd = () => {
      stop();
      decode(Buffer.concat(chunks), resolve, reject);
    };
    const handleClose = () => {
      stop();
      reject(new RequestAborted());
    };
    request.on('data', add).on('end', handleEnd).on('close', handleClose);
  });
}

function decode(bytes: Buffer, resolve: (text: string) => void, reject: (problem: Error) => void): void {
  try {
    resolve(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    reject(malformed('The body is not UTF-8.'));
  }
}
