import { numberAt, textAt } from './photo-walk.js';

/** How EXIF data turn and mirror a picture: 2 to 8 (EXIF 2.32, section 4.6.5), or 1 if they do not. */
export function orientationOf(exif: Uint8Array): number {
  const tiff = exif.subarray(textAt(exif, 0, 4) === 'Exif' ? 6 : 0);
  const order = textAt(tiff, 0, 4);
  const isLittle = order === 'II*\0';
  if (!isLittle && order !== 'MM\0*') return 1;
  const shortAt = (at: number) => numberAt(tiff, at, 2, isLittle);
  const directory = numberAt(tiff, 4, 4, isLittle);
  const end = directory + 2 + shortAt(directory) * 12;
  for (let entry = directory + 2; entry < end; entry += 12) {
    // The tag, and the type that programs ask for: a short number.
    if (shortAt(entry) === 0x112 && shortAt(entry + 2) === 3) return Math.min(shortAt(entry + 8), 9) % 9 || 1;
  }
  return 1;
}
