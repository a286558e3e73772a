/** Pictures by the byte and by the browser, and what is seen on them. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** Stands wherever a picture could say where it was taken. */
export const SECRET = '52.5163 N 13.3777 E';

export const latin1 = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));

export function joined(...parts: readonly (string | ArrayLike<number>)[]): Bytes {
  const arrays = parts.map((part) => (typeof part === 'string' ? latin1(part) : part));
  const bytes = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    bytes.set(array, at);
    at += array.length;
  }
  return bytes;
}

export const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());

export const textOf = async (blob: Blob) => new TextDecoder('latin1').decode(await blob.arrayBuffer());

/** A number of so many bytes, the highest first, or last. */
export function number(value: number, length: number, isLittle = false): Bytes {
  const bytes = Uint8Array.from({ length }, (_, at) => Math.floor(value / 256 ** at) % 256);
  return isLittle ? bytes : bytes.reverse();
}

/** EXIF as a camera writes it: maker, orientation, place. */
export function exif(orientation: number, isLittle = false): Bytes {
  const short = (value: number) => number(value, 2, isLittle);
  const long = (value: number) => number(value, 4, isLittle);
  const entry = (tag: number, type: number, count: number, value: Bytes) =>
    joined(short(tag), short(type), long(count), value);
  const text = (tag: number, at: number) => entry(tag, 2, SECRET.length, long(at));
  const place = 8 + 2 + 3 * 12 + 4;
  const end = place + 2 + 12 + 4;
  return joined(
    ...[isLittle ? 'II' : 'MM', short(42), long(8)],
    ...[short(3), text(0x10f, end), entry(0x112, 3, 1, joined(short(orientation), short(0)))],
    ...[entry(0x8825, 4, 1, long(place)), long(0)],
    ...[short(1), text(0x1b, end), long(0)],
    SECRET,
  );
}

export const segment = (code: number, ...data: (string | ArrayLike<number>)[]) =>
  joined([0xff, code], number(joined(...data).length + 2, 2), ...data);

export const exifSegment = (orientation: number, isLittle = false) =>
  segment(0xe1, 'Exif\0\0', exif(orientation, isLittle));

/** A JPEG with segments before its own. */
export const withSegments = (jpeg: Bytes, ...segments: readonly Bytes[]) =>
  joined(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));

export function chunk(type: string, ...data: (string | ArrayLike<number>)[]): Bytes {
  const content = joined(type, ...data);
  return joined(number(content.length - 4, 4), content, number(checksum(content), 4));
}

/** PNG's CRC-32. */
function checksum(bytes: Bytes): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A PNG with chunks behind its first, which says the size. */
export const withChunks = (png: Bytes, ...chunks: readonly Bytes[]) =>
  joined(png.subarray(0, 33), ...chunks, png.subarray(33));

export function riffChunk(type: string, ...data: (string | ArrayLike<number>)[]): Bytes {
  const content = joined(...data);
  return joined(type, number(content.length, 4, true), content, new Uint8Array(content.length % 2));
}

export function webp(...chunks: readonly Bytes[]): Bytes {
  const content = joined('WEBP', ...chunks);
  return joined('RIFF', number(content.length, 4, true), content);
}

const fromBase64 = (text: string) => latin1(atob(text));

/** Four quarters of 8 × 4 each: red, green, blue, yellow. WebKit writes no WebP of its own. */
export const LOSSY_WEBP = fromBase64(
  'UklGRlYAAABXRUJQVlA4IEoAAAAwAgCdASoQAAgAAsBMJagCdGuAt/8Dwvbv7gD+4vbvyXlv37MHD+dn+LL3/BD//17Ulf//1of9e3/4Jx8M7+5v/AF3gv9jfcUQAA==',
);
export const LOSSLESS_WEBP = fromBase64(
  'UklGRjYAAABXRUJQVlA4TCkAAAAvD8ABAB8gEEjaH3qN+RcQFPk/2vwHXySAMNtokpOc5P2OIaL/semH+gA=',
);

/** The same quarters, 2400 × 1800. */
export const LARGE_WEBP = fromBase64(
  `UklGRsgBAABXRUJQVlA4TLwBAAAvX8nBAR8gEEjaH3qN+RcQFPk/2vwHXyTATNs2IzmSIzkKveqI/k/AR3Wjyn/8${'x3/8'.repeat(64)}x39V3ET1osp/${'/Md/'.repeat(65)}VRw=`,
);

/** Two pixels by two, black. */
export const AVIF = fromBase64(
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0MAAAAABNjb2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8+ErK42A=',
);

export interface Paper {
  readonly type: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  /** A band of grain in the middle, as a camera's pictures have it: without, large ones would be tiny files. */
  readonly isGrainy?: boolean;
  /** How many are painted; the rest is transparent. */
  readonly quarters?: number;
}

/** A picture of four quarters: red and green above, blue and yellow below. */
export async function paint({ type, width, height, isGrainy = false, quarters = 4 }: Paper): Promise<Bytes> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  const [w, h] = [width / 2, height / 2];
  const colours = [
    ['#f00', 0, 0],
    ['#0f0', w, 0],
    ['#00f', 0, h],
    ['#ff0', w, h],
  ] as const;
  for (const [colour, x, y] of colours.slice(0, quarters)) {
    context.fillStyle = colour;
    context.fillRect(x, y, w, h);
  }
  if (isGrainy) {
    const grain = new ImageData(width, 100);
    for (let at = 3; at < grain.data.length; at += 4) grain.data[at] = Math.random() * 256;
    context.putImageData(grain, 0, h - 50);
  }
  return bytesOf(await canvas.convertToBlob({ type, quality: 0.95 }));
}

/** The same quarters, 40 × 20, as a PNG with the three chunks that each has and none of those that browsers add. */
export async function smallPng(): Promise<Bytes> {
  const row = (left: number[], right: number[]) =>
    joined([0], Array(20).fill(left).flat(), Array(20).fill(right).flat());
  const above = row([255, 0, 0], [0, 255, 0]);
  const below = row([0, 0, 255], [255, 255, 0]);
  const rows = new Blob([...Array(10).fill(above), ...Array(10).fill(below)]);
  const pixels = await new Response(rows.stream().pipeThrough(new CompressionStream('deflate'))).blob();
  const head = chunk('IHDR', number(40, 4), number(20, 4), [8, 2, 0, 0, 0]);
  return joined('\x89PNG\r\n\x1a\n', head, chunk('IDAT', await bytesOf(pixels)), chunk('IEND'));
}

/** What is seen of a picture in this browser, or why nothing is. */
async function decode(blob: Blob) {
  // In one piece: Firefox looks for the type in the first part of a blob only.
  const bitmap = await createImageBitmap(new Blob([await blob.arrayBuffer()])).catch(() => undefined);
  if (!bitmap) return undefined;
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, at: (x: number, y: number, w = 1, h = 1) => context.getImageData(x, y, w, h).data };
}

/** All pixels of a small picture as text, or nothing if it cannot be read. */
export async function pixelsOf(blob: Blob): Promise<string | undefined> {
  const picture = await decode(blob);
  return picture && `${picture.width}×${picture.height} ${picture.at(0, 0, picture.width, picture.height).join(' ')}`;
}

/** Size and corners: above left and right, then below. */
export async function lookOf(blob: Blob) {
  const picture = await decode(blob);
  if (!picture) throw new TypeError('This is no picture.');
  const { width, height, at } = picture;
  const corners = [
    [2, 2],
    [width - 3, 2],
    [2, height - 3],
    [width - 3, height - 3],
  ] as const;
  return { width, height, corners: corners.map(([x, y]) => nameOf(at(x, y))).join(' ') };
}

function nameOf([red = 0, green = 0, blue = 0, alpha = 0]: Uint8ClampedArray): string {
  if (alpha < 128) return 'nothing';
  const names = ['black', 'blue', 'green', 'cyan', 'red', 'magenta', 'yellow', 'white'];
  return names[(red > 127 ? 4 : 0) + (green > 127 ? 2 : 0) + (blue > 127 ? 1 : 0)]!;
}
