import { orientationOf } from './photo-orientation.js';
import { type Found, numberAt, textAt, type Walk } from './photo-walk.js';

/** Markers (ITU-T T.81, table B.1). */
const SOF0 = 0xc0;
const EOI = 0xd9;
const SOS = 0xda;

/** Segments by marker, length and name: those of applications, and comments. */
const METADATA = /^(22[4-9]|23\d|254) /;

/** But by these pixels are read: JFIF (a longer one has a thumbnail, perhaps of what was cropped away), colour profile, Adobe's transform. */
const KEPT = /^(224 16 JFIF|226 \d+ ICC_PROFILE|238 \d+ Adobe)/;

/** Cuts the metadata out of a JPEG, and what follows the picture (other pictures, videos). */
export async function cutSegments(walk: Walk): Promise<Found> {
  let area = 0;
  let isScan = false;
  let pixels = 0;
  for (let at = 2; ;) {
    const marker = await findMarker(walk, at);
    // Nothing belongs between segments, but after a scan's there are its pixels.
    if (!isScan) walk.cut(at, marker);
    const bytes = await walk.bytesAt(marker);
    const code = numberAt(bytes, 1, 1);
    if (code === EOI || bytes.length < 4) {
      walk.cut(marker + 2, walk.size);
      return { pixels };
    }
    const length = numberAt(bytes, 2, 2);
    const segment = `${String(code)} ${String(length)} ${textAt(bytes, 4, 11)}`;
    at = marker + 2 + length;
    if (METADATA.test(segment) && !KEPT.test(segment)) {
      const orientation = /^225 \d+ Exif/.test(segment) ? orientationOf(bytes.subarray(4, 2 + length)) : 1;
      walk.cut(marker, at, ...(orientation > 1 ? [exifOf(orientation)] : []));
    }
    if (isFrame(code)) area ||= numberAt(bytes, 5, 2) * numberAt(bytes, 7, 2);
    isScan = code === SOS;
    if (isScan) pixels = area;
  }
}

/** SOF0 to SOF15 say the size; three among them (DHT, JPG and DAC) are something else. */
const isFrame = (code: number) => code === SOF0 || (code > SOF0 && code < 0xd0 && code % 4 > 0);

/** Where the next marker is, or the end of the file. Filling and the restarts among the pixels are none. */
async function findMarker(walk: Walk, from: number): Promise<number> {
  for (let at = from; ;) {
    const bytes = await walk.bytesAt(at);
    if (bytes.length < 2) return walk.size;
    for (let index = bytes.indexOf(0xff); index >= 0; index = bytes.indexOf(0xff, index + 1)) {
      const code = bytes[index + 1] ?? 0;
      if (code > 1 && code < 0xff && (code & 0xf8) !== 0xd0) return at + index;
    }
    // The last byte may begin one.
    at += bytes.length - 1;
  }
}

/** A segment with one entry of one directory: the orientation, a short number. */
const exifOf = (orientation: number) =>
  // prettier-ignore
  Uint8Array.of(
    0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8,
    0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  );
