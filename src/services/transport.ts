import type { Progress } from '../ticket/flow-state.js';
import type { Attempt } from '../ticket/server-answer.js';
import { type Answer, readAnswer } from './answer.js';

export type { Attempt };

/** One frozen ticket on its way. */
export interface TransportRequest {
  readonly endpoint: string;
  /** The exact text to post: attempts are told apart by nothing but the network. */
  readonly json: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** In the order of the ticket's `attachments`. */
  readonly files: readonly File[];
  /** Sent as Bearer. */
  readonly token?: string | undefined;
  readonly signal: AbortSignal;
  /** To be called as bytes of the body leave: one byte decides between "not sent" and "perhaps sent". */
  readonly onProgress: (progress: Progress) => void;
  /** To be called as bytes leave that are not the ticket's own: files that go before it. They decide nothing. */
  readonly onUpload?: ((progress: Progress) => void) | undefined;
}

/** Makes one attempt to hand in a ticket. `deliver` repeats it. */
export type Transport = (request: TransportRequest) => Promise<Attempt>;

/** Without a byte up and without an answer, in milliseconds. */
const PATIENCE = 30_000;

/** What goes out in a request's body, and what a good answer means. */
export interface HttpExchange {
  readonly write: (xhr: XMLHttpRequest, request: TransportRequest) => void;
  /** Returns nothing for what means the same in every exchange: problems, and answers that are none. */
  readonly read: (answer: Answer) => Attempt | undefined;
}

export interface HttpTransportOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly isOnline?: () => boolean;
  /** How long nothing may happen, in milliseconds. */
  readonly patience?: number;
  /** Default: the ticket, and its receipt. */
  readonly exchange?: HttpExchange;
}

/** The built-in transport: the HTTP contract, by XMLHttpRequest because `fetch` tells nothing of an upload's progress. */
export function createHttpTransport(options: HttpTransportOptions = {}): Transport {
  let hasExplained = false;
  return (request) =>
    exchange(request, options, (cause) => {
      if (hasExplained) return;
      hasExplained = true;
      // What a browser keeps from the customer is what the site owner needs to know. Once.
      const where = `help-ticket-widget: no answer from ${request.endpoint}.`;
      console.error(`${where} Check the address, its CORS headers and this page's CSP.`, cause);
    });
}

function exchange(
  request: TransportRequest,
  {
    now = Date.now,
    isOnline = () => navigator.onLine,
    patience = PATIENCE,
    exchange: { write, read } = TICKET,
  }: HttpTransportOptions,
  explain: (cause: unknown) => void,
): Promise<Attempt> {
  const { files, signal } = request;
  const xhr = new XMLHttpRequest();
  const upload = watchUpload(xhr, patience, request.onProgress);

  return new Promise((resolve) => {
    const settle = (attempt: Attempt) => {
      xhr.onloadend = null;
      signal.removeEventListener('abort', giveUp);
      resolve(attempt);
      xhr.abort();
    };
    const giveUp = () => settle({ kind: upload.sent ? 'unconfirmed' : 'unreachable' });
    const fail = (cause: unknown) => {
      if (isOnline()) explain(cause);
      if (isOnline() && upload.sent < upload.total) settle({ kind: 'interrupted' });
      else giveUp();
    };
    xhr.onload = () => settle(read(xhr) ?? readAnswer(xhr, files, now()));
    xhr.ontimeout = giveUp;
    // After an error, and where something else aborts it (the page is left, an extension).
    xhr.onloadend = fail;
    signal.addEventListener('abort', giveUp);
    try {
      open(xhr, request);
      write(xhr, request);
    } catch (error) {
      // Protects the ticket from an endpoint or a token that cannot be put into a request.
      fail(error);
    }
  });
}

/** Bytes sent of bytes in all, kept up to date; both 0 until the first has left. Every byte renews the patience. */
function watchUpload(xhr: XMLHttpRequest, patience: number, onProgress: (progress: Progress) => void): Progress {
  const upload = { sent: 0, total: 0 };
  const start = performance.now();
  xhr.timeout = patience;
  // An upload that fails reports 0 bytes at its end: only these two count. Firefox reports nothing in the first 50 ms, so a
  // connection that breaks sooner looks as if no byte had left; the key stays in either case.
  xhr.upload.onprogress = xhr.upload.onload = ({ loaded, total }) => {
    if (!loaded) return;
    Object.assign(upload, { sent: loaded, total });
    // Counts from the start of the request, even when it is set later.
    xhr.timeout = performance.now() - start + patience;
    onProgress({ ...upload });
  };
  return upload;
}

function open(xhr: XMLHttpRequest, { endpoint, token }: TransportRequest): void {
  xhr.open('POST', endpoint);
  xhr.setRequestHeader('Accept', 'application/json, application/problem+json');
  if (token) xhr.setRequestHeader('Authorization', `Bearer ${token}`);
}

const TICKET: HttpExchange = {
  write(xhr, { json, key, files }) {
    xhr.setRequestHeader('Idempotency-Key', `"${key}"`);
    if (files.length === 0) {
      xhr.setRequestHeader('Content-Type', 'application/json');
      xhr.send(json);
    } else xhr.send(toForm(json, files));
  },
  read: () => undefined,
};

/** The ticket first, then the files in its order and under its names. */
function toForm(json: string, files: readonly File[]): FormData {
  const { attachments } = JSON.parse(json) as { attachments?: readonly { name: string }[] };
  const form = new FormData();
  form.append('ticket', new Blob([json], { type: 'application/json' }));
  files.forEach((file, index) => form.append('attachments', file, attachments?.[index]?.name ?? file.name));
  return form;
}
