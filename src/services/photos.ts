import type { Pause } from './pause.js';
import { redraw } from './photo-drawing.js';
import { readPhoto } from './photo-file.js';

/** In pixels: enough to read a receipt, a third of what most phones make. */
const MOST_PIXELS = 4_000_000;

/** In pixels, four bytes each. A larger picture is not decoded: a phone that runs out of memory takes the form with it. */
const MOST_DECODED = 100_000_000;

/** A letter at its beginning tells it from a time of day. */
const EXTENSION = /(\.[a-z]\w{1,4})?$/i;

/** How long one picture may take, in milliseconds. */
const PATIENCE = 10_000;

/**
 * A picture as it may leave the device: as upright as before, without place, camera, comments and hidden copies, and with at most
 * 4 megapixels. Its pixels stay as they are if there are no more of them. Name and date stay, too; only where the format has to
 * change (HEIC becomes JPEG) the extension follows.
 *
 * Whatever fails, or is not done in 10 seconds, is left out; in the end it may be the same file. Never rejects.
 */
export async function preparePhoto(file: File, pause: Pause): Promise<File> {
  const { name, lastModified } = file;
  const fileOf = (content: Blob, type = file.type, called = name) =>
    new File([content], called, { type, lastModified });
  let best = file;
  const prepare = async () => {
    const photo = await readPhoto(file);
    if (!photo) return;
    const { type, bare, pixels } = photo;
    if (bare && bare !== file) best = fileOf(bare);
    if (pixels > MOST_DECODED || (bare && pixels <= MOST_PIXELS)) return;
    const drawn = await redraw(file, type, MOST_PIXELS);
    // Few colours, or compressed harder than we do: it travels best as it is.
    if (bare && drawn.size >= bare.size) return;
    best = drawn.type === type ? fileOf(drawn) : fileOf(drawn, drawn.type, name.replace(EXTENSION, '.jpg'));
  };
  // Protects the ticket: a file that is broken or gone, no memory, no canvas.
  await Promise.race([prepare().catch(() => {}), pause(PATIENCE)]);
  return best;
}
