/** A walk through a file, from its start to its end, that leaves stretches of it out. What is left is not copied. */
export interface Walk {
  /** In bytes. */
  readonly size: number;
  /** The bytes from a place on: 64 kB or more if there are so many, which is all of a JPEG's longest segment. */
  bytesAt(at: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Leaves out a stretch, or puts something in its place. */
  cut(from: number, to: number, ...by: BlobPart[]): void;
  /** What is left, or nothing if nothing was left out. */
  rest(): Blob | undefined;
}

/** What a walk finds out about a picture. */
export interface Found {
  /** Width × height, or 0 if it is broken before it says them. */
  readonly pixels: number;
  readonly isAnimated?: boolean;
  /** What was left out turns it upright. */
  readonly isTurned?: boolean;
}

const LEAST = 0x1_00_08;
const WINDOW = 0x10_00_00;

export function createWalk(file: Blob): Walk {
  const { size } = file;
  const parts: BlobPart[] = [];
  let kept = 0;
  let start = 0;
  let bytes = new Uint8Array();

  return {
    size,
    async bytesAt(at) {
      if (start + bytes.length < Math.min(at + LEAST, size)) {
        bytes = new Uint8Array(await file.slice(at, at + WINDOW).arrayBuffer());
        start = at;
      }
      return bytes.subarray(at - start);
    },
    cut(from, to, ...by) {
      if (from >= Math.min(to, size)) return;
      parts.push(file.slice(kept, from), ...by);
      kept = to;
    },
    rest: () => (kept > 0 ? new Blob([...parts, file.slice(kept)]) : undefined),
  };
}

/** Bytes as characters, to be compared with names. */
export const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Bytes as a number; there are zeros beyond the last one. */
export function numberAt(bytes: Uint8Array, at: number, length: number, isLittle = false): number {
  let number = 0;
  for (let index = 0; index < length; index += 1) {
    number = number * 256 + (bytes[at + (isLittle ? length - 1 - index : index)] ?? 0);
  }
  return number;
}
