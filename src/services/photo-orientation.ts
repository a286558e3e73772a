import { numberAt, textAt } from './photo-walk.js';

/** How EXIF data turn and mirror a picture: 2 to 8 (EXIF 2.32, section 4.6.5), or 1 if they do not. */
export function orientationOf(exif: Uint8Array): number {
  const tiff = exif.subarray(textAt(exif, 0, 5) === 'Exif\0' ? 6 : 0);
  const order = textAt(tiff, 0, 4);
  const isLittle = order === 'II*\0';
  if (!isLittle && order !== 'MM\0*') return 1;
  const read = (at: number, length = 2) => numberAt(tiff, at, length, isLittle);
  const directory = read(4, 4);
  const end = directory + 2 + read(directory) * 12;
  for (let entry = directory + 2; entry < end; entry += 12) {
    // Its tag, type (a short number) and count: browsers want all three.
    if (read(entry) !== 0x112 || read(entry + 2) !== 3 || read(entry + 4, 4) !== 1) continue;
    const value = read(entry + 8);
    return value > 1 && value < 9 ? value : 1;
  }
  return 1;
}
