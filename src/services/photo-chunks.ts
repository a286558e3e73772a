import { orientationOf } from './photo-orientation.js';
import { type Found, numberAt, textAt, type Walk } from './photo-walk.js';

/** Chunks without which a picture looks different; of PNG's all those that a capital letter calls critical. */
const KEPT_IN_PNG = /^([A-Z]|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|mDCV|cLLI|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)/;
const KEPT_IN_WEBP = /^(VP8|ALPH|ANIM|ANMF|ICCP)/;

/** An extended WebP says first that it has EXIF or XMP. */
const HAS_METADATA = 0b1100;

/** Cuts the metadata out of a PNG, or of a WebP (which is RIFF), and what follows the picture. */
export async function cutChunks(walk: Walk, isRiff: boolean): Promise<Found> {
  let pixels = 0;
  let isAnimated = false;
  let isTurned = false;
  let end = isRiff ? 8 + numberAt(await walk.bytesAt(0), 4, 4, true) : walk.size;
  // A WebP that is cut short shows nothing, and would with another length.
  if (end > walk.size) return { pixels };
  let at = isRiff ? 12 : 8;
  while (at < end) {
    const bytes = await walk.bytesAt(at);
    if (bytes.length < 8) break;
    const type = textAt(bytes, isRiff ? 0 : 4, 4);
    const size = numberAt(bytes, isRiff ? 4 : 0, 4, isRiff);
    const next = at + 8 + size + (isRiff ? size % 2 : 4);
    if (!(isRiff ? KEPT_IN_WEBP : KEPT_IN_PNG).test(type)) walk.cut(at, next);
    const flags = type === 'VP8X' ? numberAt(bytes, 8, 1) : 0;
    if (flags & HAS_METADATA) walk.cut(at + 8, at + 9, Uint8Array.of(flags & ~HAS_METADATA));
    if (type === 'IEND') end = next;
    pixels ||= areaOf(type, bytes);
    isAnimated ||= /^(acTL|ANIM)/.test(type);
    isTurned ||= /exif/i.test(type) && orientationOf(bytes.subarray(8, 8 + size)) > 1;
    at = next;
  }
  walk.cut(at, walk.size);
  return { pixels, isAnimated, isTurned };
}

/** Width × height where a chunk says them, else 0. */
function areaOf(type: string, bytes: Uint8Array): number {
  if (type === 'IHDR') return numberAt(bytes, 8, 4) * numberAt(bytes, 12, 4);
  if (type === 'VP8X') return (1 + numberAt(bytes, 12, 3, true)) * (1 + numberAt(bytes, 15, 3, true));
  if (type === 'VP8 ') return (numberAt(bytes, 14, 2, true) % 2 ** 14) * (numberAt(bytes, 16, 2, true) % 2 ** 14);
  if (type !== 'VP8L') return 0;
  const packed = numberAt(bytes, 9, 4, true);
  return (1 + (packed % 2 ** 14)) * (1 + ((packed >> 14) % 2 ** 14));
}
