import type { Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';

/** Reads a socket in portions of the reader's choice. What nobody asks for stays with the sender, as far as it can. */
export class SocketReader {
  readonly #socket: Socket;
  #bytes = Buffer.alloc(0);
  #isClosed = false;
  #wake = Promise.withResolvers<undefined>();

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
      socket.pause();
      this.#wake.resolve(undefined);
    });
    socket.on('close', () => {
      this.#isClosed = true;
      this.#wake.resolve(undefined);
    });
  }

  /** The next bytes, so many at most; nothing at the end. */
  async take(most: number): Promise<Buffer | undefined> {
    while (this.#bytes.length === 0) if (!(await this.#more())) return undefined;
    const taken = this.#bytes.subarray(0, most);
    this.#bytes = this.#bytes.subarray(most);
    return taken;
  }

  /** The head of the next request, empty line included; nothing at the end. */
  async takeHead(): Promise<string | undefined> {
    while (!this.#bytes.includes(END_OF_HEAD)) if (!(await this.#more())) return undefined;
    const head = await this.take(this.#bytes.indexOf(END_OF_HEAD) + END_OF_HEAD.length);
    return head?.toString('latin1');
  }

  /** What was taken by mistake, or is to be read in other words. */
  putBack(bytes: Buffer): void {
    this.#bytes = Buffer.concat([bytes, this.#bytes]);
  }

  /** Waits until the other side has closed. What it says until then is lost. */
  async untilClosed(): Promise<void> {
    while (await this.take(Infinity));
  }

  async #more(): Promise<boolean> {
    if (this.#isClosed) return false;
    this.#wake = Promise.withResolvers<undefined>();
    this.#socket.resume();
    await this.#wake.promise;
    return true;
  }
}
