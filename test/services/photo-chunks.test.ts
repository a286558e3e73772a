import { expect } from '@open-wc/testing';
import {
  type Bytes,
  chunk,
  exif,
  joined,
  lookOf,
  LOSSLESS_WEBP,
  LOSSY_WEBP,
  number,
  pixelsOf,
  riffChunk,
  SECRET,
  smallPng,
  textOf,
  webp,
  withChunks,
} from './pictures.js';
import { decodedDuring, expectBare, expectSame, fileOf, prepare } from './preparing.js';

const TEXTS = [
  chunk('tEXt', 'Comment\0', SECRET),
  chunk('zTXt', 'Comment\0\0', SECRET),
  chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', SECRET),
  chunk('tIME', [7, 234, 11, 23, 12, 0, 0]),
  chunk('eXIf', exif(1)),
  chunk('caBX', SECRET),
];

describe('a PNG', () => {
  let png: Bytes;
  before(async () => {
    png = await smallPng();
  });

  it('loses texts, time, place and provenance, before its pixels and after them', async () => {
    await expectBare(withChunks(png, ...TEXTS), png);
    const end = png.subarray(-12);
    await expectBare(joined(png.subarray(0, -12), ...TEXTS, end), png);
  });

  it('loses what follows it, such as the rest of a larger picture that it was cropped from', async () => {
    await expectBare(joined(png, SECRET), png);
    await expectBare(joined(png, chunk('IDAT', SECRET)), png);
  });

  it('keeps what its colours and sizes are read by, and is the same file then', async () => {
    await expectSame(png);
    const colours = ['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'PLTE', 'tRNS', 'bKGD', 'pHYs'];
    await expectSame(withChunks(png, ...colours.map((type) => chunk(type, 'data'))));
  });

  it('keeps its pixels, in many pieces', async () => {
    const pieces = Array.from({ length: 3000 }, (_, index) => chunk('IDAT', [index % 256], 'x'.repeat(700)));
    const clean = joined(png.subarray(0, 33), ...pieces, chunk('IEND'));
    await expectBare(joined(png.subarray(0, 33), ...pieces, chunk('tEXt', SECRET), chunk('IEND')), clean);
  });

  it('is as upright as this browser shows it', async () => {
    for (const orientation of [3, 6, 8]) {
      const file = fileOf(withChunks(png, chunk('eXIf', exif(orientation))), 'screen.png', 'image/png');
      const bare = await prepare(file);
      expect(await pixelsOf(bare)).to.equal(await pixelsOf(file));
      expect(await textOf(bare))
        .not.to.include(SECRET)
        .and.not.to.include('eXIf');
      expect([bare.name, bare.type, bare.lastModified]).to.deep.equal(['screen.png', 'image/png', 7]);
    }
  });

  it('goes on moving', async () => {
    const head = joined(png.subarray(0, 33));
    head.set(number(5000, 4), 16);
    const frames = [chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]), chunk('fcTL', 'frame'), png.subarray(33, -12)];
    const clean = joined(head, ...frames, chunk('fdAT', 'pixels'), chunk('IEND'));
    const dirty = joined(head, ...frames, chunk('eXIf', exif(6)), chunk('fdAT', 'pixels'), chunk('IEND'));
    expect(await decodedDuring(() => expectBare(dirty, clean))).to.equal(0);
  });

  it('may end in the middle of its pixels, or of a chunk', async () => {
    for (const length of [-13, -20, -30]) {
      const cut = png.subarray(0, length);
      await expectBare(withChunks(cut, ...TEXTS), cut);
    }
    await expectBare(joined(png.subarray(0, -12), chunk('tEXt', SECRET, 'more').subarray(0, -8)), png.subarray(0, -12));
    await expectBare(joined(png.subarray(0, -12), chunk('tEXt', SECRET), [0, 0, 0]), png.subarray(0, -12));
  });
});

describe('a WebP', () => {
  const lossy = LOSSY_WEBP.subarray(12);
  const lossless = LOSSLESS_WEBP.subarray(12);
  const head = (flags: number, width = 16, height = 8) =>
    riffChunk('VP8X', [flags, 0, 0, 0], number(width - 1, 3, true), number(height - 1, 3, true));

  it('without metadata is the same file', async () => {
    await expectSame(LOSSY_WEBP);
    await expectSame(LOSSLESS_WEBP);
    await expectSame(webp(head(0x10), riffChunk('ICCP', 'profile'), riffChunk('ALPH', 'alpha'), lossy));
  });

  it('loses EXIF, XMP and what nobody knows, and says so at its head', async () => {
    for (const pixels of [lossy, lossless]) {
      const metadata = [riffChunk('EXIF', exif(1)), riffChunk('XMP ', SECRET), riffChunk('CAMR', SECRET)];
      await expectBare(webp(head(0x1c), pixels, ...metadata), webp(head(0x10), pixels));
      await expectBare(
        webp(head(0x0c), riffChunk('ICCP', 'odd'), pixels, ...metadata),
        webp(head(0), riffChunk('ICCP', 'odd'), pixels),
      );
      const file = fileOf(webp(head(0x0c), pixels, ...metadata));
      expect(await pixelsOf(await prepare(file))).to.equal(await pixelsOf(file));
    }
  });

  it('loses what follows it', async () => {
    await expectBare(joined(LOSSY_WEBP, SECRET), LOSSY_WEBP);
    await expectBare(joined(LOSSY_WEBP, riffChunk('VP8 ', SECRET)), LOSSY_WEBP);
  });

  it('is as upright as this browser shows it', async () => {
    const file = fileOf(webp(head(8), lossless, riffChunk('EXIF', 'Exif\0\0', exif(6))), 'a.webp', 'image/webp');
    const bare = await prepare(file);
    expect(await lookOf(bare)).to.deep.equal(await lookOf(file));
    expect(await textOf(bare)).not.to.include(SECRET);
  });

  it('goes on moving', async () => {
    const frames = [riffChunk('ANIM', 'data'), riffChunk('ANMF', 'frame'), riffChunk('ANMF', 'frame')];
    const dirty = webp(head(0x0e, 5000, 5000), ...frames, riffChunk('EXIF', exif(6)), riffChunk('XMP ', SECRET));
    expect(await decodedDuring(() => expectBare(dirty, webp(head(2, 5000, 5000), ...frames)))).to.equal(0);
  });

  it('is the same file if it was cut short: then it shows nothing', async () => {
    await expectSame(webp(head(8), riffChunk('EXIF', exif(1)), lossy).subarray(0, -9));
  });
});
