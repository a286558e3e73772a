import { cutChunks } from './photo-chunks.js';
import { cutSegments } from './photo-jpeg.js';
import { createWalk, textAt } from './photo-walk.js';

export interface Photo {
  /** By its bytes. */
  readonly type: string;
  /** Without metadata and otherwise the same; the file itself if it has none. Missing where only drawing it anew removes them. */
  readonly bare?: Blob;
  /** Width × height; 0 if they are not known, and of animations, which drawing anew would stop. */
  readonly pixels: number;
}

/** Or AVIF, which is the same container. Browsers write neither, so that without metadata it is a JPEG, or stays as it is. */
const HEIC = 'image/heic';

/** What a file is, if it is a picture that we know and says its size. */
export async function readPhoto(file: File): Promise<Photo | undefined> {
  const walk = createWalk(file);
  const type = typeOf(textAt(await walk.bytesAt(0), 0, 12));
  if (!type) return undefined;
  if (type === HEIC) return { type, pixels: 0 };

  const isWebp = type === 'image/webp';
  const { pixels, isAnimated, isTurned } = await (type === 'image/jpeg' ? cutSegments(walk) : cutChunks(walk, isWebp));
  if (pixels === 0) return undefined;
  if (isTurned && !isAnimated) return { type, pixels };
  const rest = walk.rest();
  return {
    type,
    pixels: isAnimated ? 0 : pixels,
    bare: rest && isWebp ? await withLength(rest) : (rest ?? file),
  };
}

function typeOf(start: string): string | undefined {
  if (/^\xff\xd8\xff/.test(start)) return 'image/jpeg';
  if (/^\x89PNG\r\n.\n/s.test(start)) return 'image/png';
  if (/^RIFF.{4}WEBP/s.test(start)) return 'image/webp';
  return /^.{4}ftyp(hei[cmsx]|mif1|avif)/s.test(start) ? HEIC : undefined;
}

/** A RIFF file says at its head how long it is. The head is one part, because Firefox tells the type of a blob from its first part. */
async function withLength(riff: Blob): Promise<Blob> {
  const head = new DataView(await riff.slice(0, 12).arrayBuffer());
  head.setUint32(4, riff.size - 8, true);
  return new Blob([head, riff.slice(12)]);
}
