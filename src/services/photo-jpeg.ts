import { orientationOf } from './photo-orientation.js';
import { type Found, numberAt, textAt, type Walk } from './photo-walk.js';

/** Segments by marker (ITU-T T.81, table B.1), length and name. Frames say the size. */
const FRAME = /^c[0-35-79-bd-f] /;
const SCAN = /^da /;
const END = /^d9 /;

/** Application data, and comments. */
const METADATA = /^(e.|fe) /;

/** But by these pixels are read: JFIF (a longer one has a thumbnail, perhaps of what was cropped away), a colour profile, Adobe's transform. */
const KEPT = /^(e0 16 JFIF|e2 \d+ ICC_PROFILE|ee \d+ Adobe)/;

/** Cuts the metadata out of a JPEG, and what follows the picture (other pictures, videos). */
export async function cutSegments(walk: Walk): Promise<Found> {
  let pixels = 0;
  let isScan = false;
  for (let at = 2; ;) {
    const marker = await findMarker(walk, at);
    // Nothing belongs between segments, but after a scan's there are its pixels.
    if (!isScan) walk.cut(at, marker);
    const bytes = await walk.bytesAt(marker);
    const length = numberAt(bytes, 2, 2);
    const segment = `${numberAt(bytes, 1, 1).toString(16)} ${String(length)} ${textAt(bytes, 4, 11)}`;
    if (bytes.length < 4 || END.test(segment)) {
      walk.cut(marker + 2, walk.size);
      return { pixels };
    }
    at = marker + 2 + length;
    if (METADATA.test(segment) && !KEPT.test(segment)) {
      const orientation = /^e1 \d+ Exif/.test(segment) ? orientationOf(bytes.subarray(4, 2 + length)) : 1;
      walk.cut(marker, at, ...(orientation > 1 ? [exifOf(orientation)] : []));
    }
    if (FRAME.test(segment)) pixels ||= numberAt(bytes, 5, 2) * numberAt(bytes, 7, 2);
    isScan = SCAN.test(segment);
  }
}

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

/** A segment with one directory of one entry: the orientation. */
const exifOf = (orientation: number) =>
  // prettier-ignore
  Uint8Array.of(
    0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8,
    0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  );
