import { expect } from '@open-wc/testing';
import { preparePhoto } from '../../src/services/photos.js';
import {
  AVIF,
  type Bytes,
  bytesOf,
  chunk,
  exif,
  exifSegment,
  joined,
  LARGE_WEBP,
  latin1,
  lookOf,
  number,
  paint,
  riffChunk,
  SECRET,
  segment,
  smallPng,
  textOf,
  webp,
  withChunks,
  withSegments,
} from './pictures.js';
import { decodedDuring, expectSame, fileOf, prepare } from './preparing.js';

const MOST = 4_000_000;

const factsOf = ({ name, type, lastModified }: File) => ({ name, type, lastModified });

/** Puts something in the place of a global while something runs. */
async function withGlobal<K extends 'createImageBitmap' | 'OffscreenCanvas'>(
  name: K,
  value: unknown,
  run: () => Promise<void>,
) {
  const original = globalThis[name];
  Object.assign(globalThis, { [name]: value });
  try {
    await run();
  } finally {
    globalThis[name] = original;
  }
}

describe('a photo of more than 4 megapixels', () => {
  let jpeg: Bytes;
  before(async () => {
    jpeg = await paint({ type: 'image/jpeg', width: 2500, height: 2000, isGrainy: true });
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`of orientation ${orientation} is upright, smaller, and says nothing`, async () => {
      const file = fileOf(withSegments(jpeg, exifSegment(orientation)), 'IMG 1.JPG');
      const ready = await prepare(file);
      const [before, after] = [await lookOf(file), await lookOf(ready)];
      expect(after.corners).to.equal(before.corners);
      expect(after.width * after.height).to.be.within(0.99 * MOST, MOST);
      expect(after.width / after.height).to.be.closeTo(before.width / before.height, 0.002);
      expect(ready.size).to.be.below(file.size);
      expect(await textOf(ready))
        .not.to.include(SECRET)
        .and.not.to.include('Exif');
      expect(factsOf(ready)).to.deep.equal(factsOf(file));
    });
  }

  it('stays a PNG, and transparent where it was', async () => {
    const png = await paint({ type: 'image/png', width: 2400, height: 2000, isGrainy: true, quarters: 3 });
    const file = fileOf(withChunks(png, chunk('eXIf', exif(1)), chunk('tEXt', SECRET)), 'screen.png', 'image/png');
    const ready = await prepare(file);
    expect(await lookOf(ready)).to.deep.equal({ width: 2190, height: 1825, corners: 'red green blue nothing' });
    expect(await textOf(ready)).not.to.include(SECRET);
    expect(factsOf(ready)).to.deep.equal(factsOf(file));
  });

  it('has no mark where the canvas was tried', async () => {
    const png = await paint({ type: 'image/png', width: 2500, height: 2000, quarters: 0 });
    const ready = await prepare(fileOf(png));
    expect(ready.size).to.be.below(png.length);
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(await createImageBitmap(ready), 0, 0);
    expect([...context.getImageData(0, 0, 1, 1).data]).to.deep.equal([0, 0, 0, 0]);
  });

  it('stays a WebP, or becomes a JPEG where the browser writes no WebP', async () => {
    const head = riffChunk('VP8X', [0x28, 0, 0, 0], number(2399, 3, true), number(1799, 3, true));
    // What it weighs: colours that nobody can read.
    const weight = riffChunk('ICCP', new Uint8Array(500_000));
    const file = fileOf(
      webp(head, weight, LARGE_WEBP.subarray(12), riffChunk('EXIF', exif(1))),
      'photo.webp',
      'image/webp',
    );
    const ready = await prepare(file);
    expect(await lookOf(ready)).to.deep.equal({ width: 2309, height: 1732, corners: 'red green blue yellow' });
    const canvas = new OffscreenCanvas(1, 1);
    canvas.getContext('2d');
    const { type } = await canvas.convertToBlob({ type: 'image/webp' });
    const facts = type === 'image/webp' ? { name: 'photo.webp', type } : { name: 'photo.jpg', type: 'image/jpeg' };
    expect(factsOf(ready)).to.deep.equal({ ...facts, lastModified: 7 });
    expect(await textOf(ready)).to.match(type === 'image/webp' ? /^RIFF.{4}WEBP/s : /^ÿØÿ/);
  });

  it('is white where it was transparent if it has to become a JPEG', async () => {
    const png = await paint({ type: 'image/png', width: 2400, height: 2000, isGrainy: true, quarters: 3 });
    const file = fileOf(png, 'screen.png', 'image/png');
    const writesNoPng = changedCanvas((canvas) => {
      const write = canvas.convertToBlob.bind(canvas);
      canvas.convertToBlob = (options) =>
        options?.type === 'image/png' ? Promise.resolve(new Blob(['odd'], { type: 'image/odd' })) : write(options);
    });
    await withGlobal('OffscreenCanvas', writesNoPng, async () => {
      const ready = await prepare(file);
      expect(factsOf(ready)).to.deep.equal({ name: 'screen.jpg', type: 'image/jpeg', lastModified: 7 });
      expect((await lookOf(ready)).corners).to.equal('red green blue white');
    });
  });

  it('is known by its bytes: name and type may say anything, and stay', async () => {
    for (const [name, type] of [
      ['photo', ''],
      ['scan.png', 'image/png'],
      ['list.txt', 'text/plain'],
    ] as const) {
      const file = fileOf(withSegments(jpeg, exifSegment(6)), name, type);
      const ready = await prepare(file);
      expect(factsOf(ready)).to.deep.equal(factsOf(file));
      expect((await lookOf(ready)).corners).to.equal('blue red yellow green');
    }
  });

  it('travels as it is, without metadata, if drawing it anew makes it larger', async () => {
    const tile = await createImageBitmap(new Blob([await smallPng()]));
    const canvas = new OffscreenCanvas(2500, 2000);
    const context = canvas.getContext('2d')!;
    context.fillStyle = context.createPattern(tile, 'repeat')!;
    context.fillRect(0, 0, 2500, 2000);
    const flat = await bytesOf(await canvas.convertToBlob());
    const ready = await prepare(fileOf(withChunks(flat, chunk('tEXt', SECRET)), 'screen.png', 'image/png'));
    expect(await lookOf(ready)).to.include({ width: 2500, height: 2000 });
    expect(await textOf(ready)).not.to.include(SECRET);
  });
});

describe('the limit of 4 megapixels', () => {
  const jpegOf = (width: number, height: number, frame = 0xc0) =>
    joined(
      [0xff, 0xd8],
      segment(0xc4, [0]),
      segment(frame, [8], number(height, 2), number(width, 2), [1, 1, 0x11, 0]),
      segment(0xda, [1, 1, 0, 0, 63, 0]),
      [0xff, 0xd9],
    );
  const pngOf = (width: number, height: number) =>
    joined(
      '\x89PNG\r\n\x1a\n',
      chunk('IHDR', number(width, 4), number(height, 4), [8, 2, 0, 0, 0]),
      chunk('IDAT'),
      chunk('IEND'),
    );
  const lossyOf = (width: number, height: number) =>
    webp(riffChunk('VP8 ', 'tag', [0x9d, 1, 0x2a], number(width | 0x4000, 2, true), number(height | 0x8000, 2, true)));
  const losslessOf = (width: number, height: number) =>
    webp(riffChunk('VP8L', [0x2f], number(2 ** 28 + (height - 1) * 2 ** 14 + width - 1, 4, true)));
  const extendedOf = (width: number, height: number) =>
    webp(riffChunk('VP8X', [0, 0, 0, 0], number(width - 1, 3, true), number(height - 1, 3, true)), riffChunk('VP8 '));
  const kinds: [string, (width: number, height: number) => Bytes][] = [
    ['JPEG', jpegOf],
    ['progressive JPEG', (width, height) => jpegOf(width, height, 0xc2)],
    ['JPEG with arithmetic coding', (width, height) => jpegOf(width, height, 0xcf)],
    ['PNG', pngOf],
    ['lossy WebP', lossyOf],
    ['lossless WebP', losslessOf],
    ['extended WebP', extendedOf],
  ];
  for (const [kind, make] of kinds) {
    it(`is exact for a ${kind}, which below it is not decoded at all`, async () => {
      const decoded = (width: number, height: number) => decodedDuring(() => expectSame(make(width, height)));
      expect(await decoded(2000, 2000)).to.equal(0);
      expect(await decoded(2001, 2000)).to.equal(1);
      expect(await decoded(2000, 2001)).to.equal(1);
      expect(await decoded(16_000, 250)).to.equal(0);
      expect(await decoded(251, 16_000)).to.equal(1);
    });
  }

  it('is kept by what is just above it', async () => {
    const jpeg = await paint({ type: 'image/jpeg', width: 2001, height: 2000, isGrainy: true });
    const { width, height } = await lookOf(await prepare(fileOf(jpeg)));
    expect([width, height]).to.deep.equal([2000, 1999]);
  });

  it('is left to those that no phone has the memory for', async () => {
    expect(await decodedDuring(() => expectSame(pngOf(10_000, 10_000)))).to.equal(1);
    expect(await decodedDuring(() => expectSame(pngOf(10_001, 10_000)))).to.equal(0);
    const turned = withChunks(pngOf(10_001, 10_000), chunk('eXIf', exif(6)));
    expect(await decodedDuring(() => expectSame(turned))).to.equal(0);
  });
});

describe('a HEIC or AVIF', () => {
  it('that the browser reads becomes a JPEG of the same size', async () => {
    const file = fileOf(joined(AVIF, number(8 + SECRET.length, 4), 'free', SECRET), 'IMG_1.HEIC', 'image/heic');
    const ready = await prepare(file);
    expect(factsOf(ready)).to.deep.equal({ name: 'IMG_1.jpg', type: 'image/jpeg', lastModified: 7 });
    expect(await textOf(ready))
      .to.match(/^ÿØÿ/)
      .and.not.to.include(SECRET);
    expect(await lookOf(ready)).to.include({ width: 2, height: 2 });
  });

  it('that it cannot read is the same file', async () => {
    for (const brand of ['heic', 'heix', 'mif1', 'avif']) {
      expect(await decodedDuring(() => expectSame(joined([0, 0, 0, 24], 'ftyp', brand, SECRET)))).to.equal(1);
    }
  });

  const names = [
    ['IMG_1.HEIC', 'IMG_1.jpg'],
    ['IMG 1.edited.heif', 'IMG 1.edited.jpg'],
    ['IMG_1', 'IMG_1.jpg'],
    ['Photo 10.45.30', 'Photo 10.45.30.jpg'],
    ['foto.de.la.pantalla', 'foto.de.la.pantalla.jpg'],
  ] as const;
  for (const [before, after] of names) {
    it(`called ${before} is called ${after} then`, async () => {
      expect((await prepare(fileOf(AVIF, before))).name).to.equal(after);
    });
  }
});

describe('what is no picture, or none that we know,', () => {
  const others: [string, Bytes][] = [
    ['nothing', latin1('')],
    ['one byte', latin1('\xff')],
    ['text', latin1('My deposit is missing')],
    ['a PDF', latin1(`%PDF-1.4 ${SECRET}`)],
    ['a GIF', latin1(`GIF89a ${SECRET}`)],
    ['an SVG', latin1('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a TIFF', joined('II*\0', SECRET)],
    ['a video', joined([0, 0, 0, 24], 'ftypisom', SECRET)],
    ['a sound', joined('RIFF', number(100, 4, true), 'WAVE', SECRET)],
    ['a JPEG without pixels', withSegments(latin1('\xff\xd8\xff\xd9'), exifSegment(6))],
    ['a PNG without pixels', joined('\x89PNG\r\n\x1a\n', chunk('tEXt', SECRET), chunk('IEND'))],
    ['a signature alone', latin1('\x89PNG\r\n\x1a\n')],
    ['a head alone', latin1('RIFF\x04\0\0\0WEBP')],
  ];
  for (const [what, bytes] of others) {
    it(`stays the same file: ${what}`, async () => {
      expect(await decodedDuring(() => expectSame(bytes))).to.equal(0);
    });
  }
});

describe('whatever fails', () => {
  let dirty: File;
  let clean: string;
  before(async () => {
    const jpeg = await paint({ type: 'image/jpeg', width: 2500, height: 2000, isGrainy: true });
    dirty = fileOf(withSegments(jpeg, exifSegment(1)));
    clean = await textOf(fileOf(jpeg));
  });

  /** Not smaller, but without metadata. */
  async function expectUnscaled(): Promise<void> {
    expect((await textOf(await prepare(dirty))) === clean).to.be.true;
  }

  it('cannot keep the metadata: no memory for the picture', async () => {
    await withGlobal('createImageBitmap', () => Promise.reject(new RangeError('memory')), expectUnscaled);
  });

  it('cannot keep the metadata: no canvas', async () => {
    await withGlobal('OffscreenCanvas', undefined, expectUnscaled);
  });

  const canvases: [string, (canvas: OffscreenCanvas) => void][] = [
    ['no memory for the canvas', (canvas) => (canvas.getContext = () => null)],
    ['nothing comes out of it', (canvas) => (canvas.convertToBlob = () => Promise.reject(new DOMException('empty')))],
    ['it reads as white', reading(() => 255)],
    ['it reads as nothing', reading(() => 0)],
    ['it reads as noise', reading((at) => [17, 201, 92, 140][at % 4]!)],
  ];
  for (const [what, change] of canvases) {
    it(`cannot keep the metadata: ${what}`, async () => {
      await withGlobal('OffscreenCanvas', changedCanvas(change), expectUnscaled);
    });
  }

  it('is not a canvas that changes the last bits', async () => {
    const change = reading((at) => [0x34, 0x65, 0x9b, 255][at % 4]!);
    await withGlobal('OffscreenCanvas', changedCanvas(change), async () => {
      expect((await lookOf(await prepare(dirty))).width).to.be.below(2500);
    });
  });

  it('lets go of the picture', async () => {
    let closed = 0;
    const bitmap = { width: 2500, height: 2000, close: () => (closed += 1) };
    await withGlobal('createImageBitmap', () => Promise.resolve(bitmap), expectUnscaled);
    expect(closed).to.equal(1);
  });

  it('leaves the same file if it is gone', async () => {
    const file = fileOf(await smallPng());
    file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
    expect(await prepare(file)).to.equal(file);
  });

  it('leaves the same file if it cannot be read in time', async () => {
    const file = fileOf(await smallPng());
    file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => new Promise(() => {}) });
    const waits: number[] = [];
    const ready = await preparePhoto(file, (wait) => Promise.resolve(void waits.push(wait)));
    expect(ready).to.equal(file);
    expect(waits).to.deep.equal([10_000]);
  });

  it('leaves a file without metadata if it cannot be decoded in time', async () => {
    let giveUp = () => {};
    const time = new Promise<void>((resolve) => (giveUp = resolve));
    const hang = () => {
      giveUp();
      return new Promise(() => {});
    };
    await withGlobal('createImageBitmap', hang, async () => {
      expect((await textOf(await preparePhoto(dirty, () => time))) === clean).to.be.true;
    });
  });
});

function changedCanvas(change: (canvas: OffscreenCanvas) => void) {
  return class extends OffscreenCanvas {
    constructor(width: number, height: number) {
      super(width, height);
      change(this);
    }
  };
}

/** A canvas that gives other bytes than were drawn. */
function reading(byte: (at: number) => number) {
  return (canvas: OffscreenCanvas) => {
    const context = canvas.getContext('2d')!;
    context.getImageData = (_x, _y, width, height) =>
      new ImageData(
        Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => byte(at)),
        width,
        height,
      );
    canvas.getContext = (() => context) as unknown as typeof canvas.getContext;
  };
}
