import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as httpRequest,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a server has said. */
interface Said {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** One posted ticket on its way between the browser and the backend. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Hands the request on, as far as it has come, and returns the backend's answer. */
  forward(): Promise<Said>;
  /** Hands the backend's answer on. */
  reply(said: Said): void;
  /** Breaks the connection to the browser. */
  cut(): void;
}

export type Fault = (exchange: Exchange) => void | Promise<void>;

/** A posted ticket as the proxy saw it. */
interface Post {
  readonly key: string;
  readonly authorization: string | undefined;
}

/** Stands between the browser and the backend, and does to posted tickets, and to files, what bad networks do. Everything else passes. */
export interface FaultProxy extends AsyncDisposable {
  readonly url: string;
  /** All posts so far. */
  readonly posts: readonly Post[];
  /** What the next posts meet, one each; those after them pass. */
  next(...faults: Fault[]): void;
  /** What all posts meet from now on. */
  always(fault: Fault): void;
  /** What all files that go up ahead of a ticket meet from now on. */
  onUpload(fault: Fault): void;
}

/** @param target address of the backend behind it */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const posts: Post[] = [];
  let faults: Fault[] = [];
  let standing: Fault = pass;
  let uploading: Fault = pass;
  const proxy = {
    url: '',
    posts,
    next(...next: Fault[]) {
      faults = next;
      standing = pass;
    },
    always(fault: Fault) {
      faults = [];
      standing = fault;
    },
    onUpload(fault: Fault) {
      uploading = fault;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  const server = createServer((request, response) => {
    const exchange = exchangeOf(request, response, target);
    if (request.method !== 'POST') return void handle(pass, exchange);
    if (request.url === '/uploads') return void handle(uploading, exchange);
    const { 'idempotency-key': key = '', authorization } = request.headers;
    posts.push({ key: String(key), authorization });
    void handle(faults.shift() ?? standing, exchange);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

async function handle(fault: Fault, exchange: Exchange): Promise<void> {
  try {
    await fault(exchange);
  } catch {
    // Either side has gone away: so has the other.
    exchange.cut();
  }
}

function exchangeOf(request: IncomingMessage, response: ServerResponse, target: string): Exchange {
  return {
    request,
    response,
    forward: () => forward(request, target),
    reply({ status, headers, body }) {
      // A kept connection that breaks would make Chromium send the same request again by itself.
      response.writeHead(status, { ...headers, connection: 'close' }).end(body);
    },
    cut: () => void request.socket.destroy(),
  };
}

function forward(request: IncomingMessage, target: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...headers } = request.headers;
    const onward = httpRequest(target + (request.url ?? ''), { method: request.method ?? 'GET', headers }, (answer) => {
      const { statusCode: status = 0, headers: said } = answer;
      const { 'transfer-encoding': _chunked, ...kept } = said;
      buffer(answer).then((body) => resolve({ status, headers: kept, body }), reject);
    });
    onward.on('error', reject);
    request.on('close', () => request.complete || onward.destroy());
    request.pipe(onward);
  });
}

const pass: Fault = async ({ forward: onward, reply }) => reply(await onward());

/** The backend has stored the ticket; its answer is lost. */
export const loseAnswer: Fault = async ({ forward: onward, cut }) => {
  await onward();
  cut();
};

/** The connection breaks when so many bytes of the body have come. */
export function cutAfter(bytes: number): Fault {
  return ({ request, cut }) => {
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received >= bytes) cut();
    });
  };
}

/** Something before the backend answers in its place. */
export function answerWith(status: number, type: string, text: string, headers: Record<string, string> = {}): Fault {
  return async ({ request, reply }) => {
    await buffer(request);
    reply({ status, headers: { ...READABLE, 'content-type': type, ...headers }, body: Buffer.from(text) });
  };
}

/** The backend has stored the ticket; its answer comes back as something else. */
export function garble(status: number, type: string, text: string): Fault {
  return async ({ forward: onward, reply }) => {
    await onward();
    reply({ status, headers: { ...READABLE, 'content-type': type }, body: Buffer.from(text) });
  };
}

/** The backend has stored the ticket; its answer waits until it is let go. */
export function holdAnswer(): { readonly fault: Fault; readonly arrived: Promise<unknown>; release(): void } {
  const gate = Promise.withResolvers<undefined>();
  const arrival = Promise.withResolvers<undefined>();
  return {
    arrived: arrival.promise,
    release: () => gate.resolve(undefined),
    fault: async ({ forward: onward, reply }) => {
      const said = await onward();
      arrival.resolve(undefined);
      await gate.promise;
      reply(said);
    },
  };
}

/** The post arrives here and no further, and is never answered. */
export function swallow(): { readonly fault: Fault; readonly arrived: Promise<unknown> } {
  const arrival = Promise.withResolvers<undefined>();
  const fault: Fault = async ({ request }) => {
    await buffer(request);
    arrival.resolve(undefined);
  };
  return { fault, arrived: arrival.promise };
}

const READABLE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };
