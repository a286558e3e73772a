import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  type Bytes,
  chunk,
  exif,
  exifSegment,
  joined,
  LOSSLESS_WEBP,
  LOSSY_WEBP,
  number,
  paint,
  pixelsOf,
  riffChunk,
  SECRET,
  segment,
  smallPng,
  textOf,
  webp,
  withChunks,
  withSegments,
} from './pictures.js';
import { fileOf, prepare } from './preparing.js';

/** A picture with much to hide, taken apart where its pixels (and the tables that they are read by) begin and end. */
interface Parts {
  readonly head: Bytes;
  readonly pixels: Bytes;
  readonly tail: Bytes;
}

function parted(bytes: Bytes, pixels: number, tail: number): Parts {
  return { head: bytes.slice(0, pixels), pixels: bytes.slice(pixels, tail), tail: bytes.slice(tail) };
}

async function dirtyJpeg(): Promise<Parts> {
  const jpeg = await paint({ type: 'image/jpeg', width: 16, height: 8 });
  const bytes = withSegments(jpeg, exifSegment(6), segment(0xfe, SECRET));
  return parted(joined(bytes, SECRET), bytes.length - jpeg.length + 24, bytes.length - 2);
}

async function dirtyPng(): Promise<Parts> {
  const png = await smallPng();
  const metadata = [chunk('tEXt', SECRET), chunk('eXIf', exif(6))];
  const bytes = withChunks(png, ...metadata);
  return parted(joined(bytes, SECRET), bytes.length - png.length + 41, bytes.length - 16);
}

function dirtyWebp(picture: Bytes): Parts {
  const head = riffChunk('VP8X', [0x0c, 0, 0, 0], number(15, 3, true), number(7, 3, true));
  const metadata = [riffChunk('XMP ', SECRET), riffChunk('EXIF', exif(1))];
  const bytes = webp(head, picture.subarray(12), ...metadata);
  return parted(joined(bytes, SECRET), 12 + head.length + 8, 12 + head.length + picture.length - 12);
}

const PICTURES: readonly [string, () => Parts | Promise<Parts>][] = [
  ['JPEG', dirtyJpeg],
  ['PNG', dirtyPng],
  ['lossy WebP', () => dirtyWebp(LOSSY_WEBP)],
  ['lossless WebP', () => dirtyWebp(LOSSLESS_WEBP)],
];

/** It is the same file, or it looks the same, or nobody could read it anyway. */
async function expectNoHarm(bytes: Bytes, what: string): Promise<void> {
  const file = fileOf(bytes);
  const ready = await prepare(file);
  if (ready === file) return;
  const seen = await pixelsOf(file);
  if (seen !== undefined) expect(seen === (await pixelsOf(ready)), what).to.be.true;
}

/** What is damaged is found by the same code everywhere: every byte is tried where decoding is quick. */
const STRIDE = navigator.userAgent.includes('Firefox') ? 1 : 4;

/** Many at once: browsers decode them beside each other. */
async function forEach(length: number, run: (at: number) => Promise<void>): Promise<void> {
  const places = Array.from({ length: Math.ceil(length / STRIDE) }, (_, index) => index * STRIDE);
  while (places.length > 0) await Promise.all(places.splice(0, 50).map(run));
}

describe('a broken picture', () => {
  for (const [kind, make] of PICTURES) {
    it(`that is a ${kind}, cut off anywhere, is the same file or looks the same`, async function () {
      this.timeout(30_000);
      const { head, pixels, tail } = await make();
      const bytes = joined(head, pixels, tail);
      await forEach(bytes.length, (at) => expectNoHarm(bytes.slice(0, at), `${at} bytes`));
    });

    it(`that is a ${kind}, with any byte wrong around its pixels, is the same file or looks the same`, async function () {
      this.timeout(30_000);
      const { head, pixels, tail } = await make();
      const bytes = joined(head, pixels, tail);
      await forEach(bytes.length - pixels.length, (index) => {
        const at = index < head.length ? index : index + pixels.length;
        // The byte behind "Exif\0" should be zero, too: Firefox insists on it, the others do not care.
        if (kind === 'JPEG' && at === 11) return Promise.resolve();
        return expectNoHarm(bytes.with(at, bytes[at]! ^ 0xff), `byte ${at}`);
      });
    });
  }

  it('with wrong pixels can still be read, if it could', async function () {
    this.timeout(30_000);
    for (const make of [dirtyJpeg, dirtyPng]) {
      const { head, pixels, tail } = await make();
      await forEach(pixels.length, async (at) => {
        const file = fileOf(joined(head, pixels.with(at, 0xff), tail));
        if (await pixelsOf(file)) expect(await pixelsOf(await prepare(file)), `byte ${at}`).to.be.a('string');
      });
    }
  });
});

describe('any bytes at all', () => {
  const starts = ['', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\xff\xff\0\0WEBP', '\0\0\0\x18ftypheic'];

  it('come back as a file of that name and date', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, bytes) => {
        const ready = await prepare(fileOf(joined(start, bytes), 'a.jpg'));
        expect([ready.name, ready.lastModified, ready instanceof File]).to.deep.equal(['a.jpg', 7, true]);
      }),
      { numRuns: 300 },
    );
  });

  const metadata = fc.uint8Array({ maxLength: 40 }).map((bytes) => joined(bytes, SECRET));

  it('among the segments of a JPEG are gone', async () => {
    const jpeg = await paint({ type: 'image/jpeg', width: 16, height: 8 });
    const codes = fc.constantFrom(0xe0, 0xe1, 0xe2, 0xe3, 0xed, 0xee, 0xef, 0xfe);
    const segments = fc.array(fc.tuple(codes, metadata).map(([code, bytes]) => segment(code, bytes)));
    await fc.assert(
      fc.asyncProperty(segments, metadata, async (some, trailer) => {
        const ready = await prepare(fileOf(joined(withSegments(jpeg, ...some), trailer)));
        expect(await textOf(ready)).to.equal(await textOf(fileOf(jpeg)));
      }),
    );
  });

  it('among the chunks of a PNG are gone', async () => {
    const png = await smallPng();
    const types = fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'hIST', 'sPLT', 'vpAg', 'iDOT');
    const chunks = fc.array(fc.tuple(types, metadata).map(([type, bytes]) => chunk(type, bytes)));
    await fc.assert(
      fc.asyncProperty(chunks, chunks, metadata, async (before, after, trailer) => {
        const dirty = joined(withChunks(png.subarray(0, -12), ...before), ...after, png.subarray(-12), trailer);
        expect(await textOf(await prepare(fileOf(dirty)))).to.equal(await textOf(fileOf(png)));
      }),
    );
  });
});
