import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { cleanFileName } from 'help-ticket-widget/ticket.js';
import { malformed, type Problem } from '../http/problem.ts';
import { RequestAborted } from '../http/text-body.ts';

export type Part =
  | { readonly name: string; readonly text: string; readonly isCut: boolean; readonly stream?: never }
  | { readonly name: string; readonly fileName: string; readonly stream: Readable };

export interface PartLimits {
  readonly maxParts: number;
  /** Of a part that is no file; what is longer is cut off. */
  readonly maxTextBytes: number;
  /** Of the whole body, whatever it says about its length. */
  readonly maxBytes: number;
  /** What is said of a body that holds more. */
  readonly tooLarge: () => Problem;
}

/**
 * Reads `multipart/form-data` from the raw request and hands over one part after the other. What it does not read
 * any more after a failure is left in the request.
 * @throws Problem, RequestAborted, or what `handle` throws; when it does, no `handle` is running any more
 */
export function readParts(
  request: IncomingMessage,
  limits: PartLimits,
  handle: (part: Part) => Promise<void>,
): Promise<void> {
  const parser = createParser(request, limits);
  return new Promise((resolve, reject) => {
    let queue = Promise.resolve();
    let received = 0;
    let isStopped = false;

    const stop = (error?: Error) => {
      if (isStopped) return;
      isStopped = true;
      request.off('data', count).off('close', handleClose).unpipe(parser);
      parser.destroy(error);
      const refuse = (reason: unknown) => reject(error ?? (reason as Error));
      queue.then(error ? refuse : resolve, refuse);
    };
    const add = (part: Part) => {
      if (isStopped) return;
      queue = queue.then(() => handle(part));
      queue.catch(stop);
    };
    const count = (chunk: Buffer) => {
      received += chunk.length;
      if (received > limits.maxBytes) stop(limits.tooLarge());
    };
    const handleClose = () => {
      if (!request.readableEnded) stop(new RequestAborted());
    };

    listenTo(parser, add, stop);
    request.on('data', count).on('close', handleClose).pipe(parser);
  });
}

/** A part's file name, cleaned. Browsers escape a quotation mark and line ends in it (HTML, "multipart/form-data encoding"). */
export function partName(fileName: string): string {
  return cleanFileName(fileName.replace(/%(0A|0D|22)/gi, decodeURIComponent));
}

function listenTo(parser: busboy.Busboy, add: (part: Part) => void, stop: (error?: Error) => void): void {
  parser.on('field', (name, text, { valueTruncated: isCut }) => add({ name, text, isCut }));
  parser.on('file', (name, stream, { filename }) => {
    // A stream that still waits for its turn when all fails must not bring the process down.
    stream.on('error', () => {});
    add({ name, fileName: filename ?? '', stream });
  });
  parser.on('partsLimit', () => stop(malformed('There are more parts than expected.')));
  parser.on('error', () => stop(unreadable()));
  parser.on('close', () => stop());
}

function createParser({ headers }: IncomingMessage, { maxParts, maxTextBytes }: PartLimits): busboy.Busboy {
  try {
    // The path is cut off by us, in one place; browsers write `filename` in UTF-8 (HTML, "multipart/form-data encoding").
    const limits = { parts: maxParts, fieldSize: maxTextBytes, fieldNameSize: 100 };
    return busboy({ headers, preservePath: true, defParamCharset: 'utf8', limits });
  } catch {
    throw unreadable();
  }
}

function unreadable(): Problem {
  return malformed('The body is not complete multipart/form-data.');
}
