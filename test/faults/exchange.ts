import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { SocketReader } from './socket-reader.ts';

/** Milliseconds: longer than the widget waits for a byte, in its fast time. */
const LONGEST_STALL = 3000;

/** The browser has gone in the middle of its request. */
export class Left extends Error {}

interface ExchangeParts {
  readonly client: Socket;
  readonly reader: SocketReader;
  readonly backend: URL;
  /** Of the request, up to its empty line. */
  readonly head: string;
  /** Whether the browser may use its connection for the next request. */
  readonly isKeptAlive: boolean;
}

/** One request from a browser and the backend's answer to it, byte by byte. Positions are parts of the whole: 0 to 1. */
export class Exchange {
  readonly #client: Socket;
  readonly #reader: SocketReader;
  readonly #backend: URL;
  readonly #isKeptAlive: boolean;
  /** Bytes of head and body. */
  readonly #length: number;
  /** What has come of them. */
  readonly #received: Buffer[] = [];
  #position = 0;
  #upstream: Upstream | undefined;

  constructor({ client, reader, backend, head, isKeptAlive }: ExchangeParts) {
    this.#client = client;
    this.#reader = reader;
    this.#backend = backend;
    this.#isKeptAlive = isKeptAlive;
    // One connection to the backend for each request: it ends where the answer does.
    const closing = head.replace(/^connection:.*\r\n/im, '').replace('\r\n', '\r\nConnection: close\r\n');
    reader.putBack(Buffer.from(closing, 'latin1'));
    this.#length = closing.length + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  }

  /**
   * Hands the request on up to a position, as it comes.
   * @throws Left
   */
  async forward(until = 1): Promise<void> {
    const end = this.#positionOf(until, this.#length);
    this.#upstream ??= openUpstream(this.#backend);
    while (this.#position < end) this.#upstream.socket.write(await this.#take(end));
  }

  /**
   * Takes the request in, to its end, and hands on nothing.
   * @throws Left
   */
  async receive(): Promise<void> {
    while (this.#position < this.#length) await this.#take(this.#length);
  }

  /** Sends what was received to the backend once more, by another connection, and waits for its answer. */
  async repeat(): Promise<void> {
    const { socket, answer } = openUpstream(this.#backend);
    socket.write(Buffer.concat(this.#received));
    await answer;
  }

  /** The backend's whole answer, in words that let the browser keep its connection if it is to. */
  async answer(): Promise<Buffer> {
    const answer = (await this.#upstream?.answer) ?? Buffer.alloc(0);
    if (!this.#isKeptAlive) return answer;
    return Buffer.from(answer.toString('latin1').replace(/^connection: close\r\n/im, ''), 'latin1');
  }

  /** Sends a part of an answer to the browser. */
  reply(answer: Buffer, from = 0, until = 1): void {
    const [start, end] = [from, until].map((part) => this.#positionOf(part, answer.length));
    this.#client.write(answer.subarray(start, end));
  }

  /** Breaks the connection to the browser. */
  reset(): void {
    this.#client.resetAndDestroy();
  }

  /** Ends the connection to the browser as if all were said. */
  close(): void {
    this.#client.end();
  }

  /** Says nothing more until the browser has had enough, or nothing comes of the connection any more. */
  async stall(): Promise<void> {
    await Promise.race([this.#reader.untilClosed(), pause(LONGEST_STALL, undefined, { ref: false })]);
    this.reset();
  }

  /** What has arrived as a whole is the backend's business, whoever still waits for the answer; what has not is cut off. */
  async end(): Promise<void> {
    if (this.#position === this.#length) await this.answer();
    else this.#upstream?.socket.destroy();
  }

  async #take(end: number): Promise<Buffer> {
    const chunk = await this.#reader.take(end - this.#position);
    if (!chunk) throw new Left();
    this.#received.push(chunk);
    this.#position += chunk.length;
    return chunk;
  }

  #positionOf(part: number, length: number): number {
    return Math.min(length, Math.floor(part * (length + 1)));
  }
}

interface Upstream {
  readonly socket: Socket;
  /** All that the backend says. */
  readonly answer: Promise<Buffer>;
}

function openUpstream({ port, hostname }: URL): Upstream {
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const answer = new Promise<Buffer>((resolve) => {
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // Whatever went wrong, the close comes after it.
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
  return { socket, answer };
}
