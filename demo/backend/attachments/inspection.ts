import { createHash, type Hash } from 'node:crypto';
import { type Content, HEAD_LENGTH } from './file-kind.ts';

/** Tab, line feed, form feed, carriage return. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** What can be said of a file's bytes while they pass by once. */
export class Inspection {
  size = 0;
  #head = Buffer.alloc(0);
  #hasControls = false;
  readonly #hash: Hash = createHash('sha256');

  add(chunk: Buffer): void {
    this.size += chunk.length;
    this.#hash.update(chunk);
    if (this.#head.length < HEAD_LENGTH)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_LENGTH)]).subarray(0, HEAD_LENGTH);
    this.#hasControls ||= chunk.some((byte) => byte === 0x7f || (byte < 0x20 && !TEXT_CONTROLS.has(byte)));
  }

  content(name: string): Content {
    const isUtf16 = ['fffe', 'feff'].includes(this.#head.toString('hex', 0, 2));
    return { name, head: this.#head, isText: isUtf16 || !this.#hasControls };
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }
}
