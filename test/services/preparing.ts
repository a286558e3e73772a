import { expect } from '@open-wc/testing';
import { preparePhoto } from '../../src/services/photos.js';
import { type Bytes, SECRET, textOf } from './pictures.js';

export const fileOf = (bytes: Bytes, name = 'photo.jpg', type = 'image/jpeg') =>
  new File([bytes], name, { type, lastModified: 7 });

/** With all the time in the world: a machine that runs three browsers may be slow, and here nothing is left out for it. */
export const prepare = (file: File) => preparePhoto(file, () => new Promise(() => {}));

/** Nothing is left of what only the dirty one has. */
export async function expectBare(dirty: Bytes, clean: Bytes): Promise<void> {
  const file = fileOf(dirty);
  expect(await textOf(file)).to.include(SECRET);
  expect(await textOf(await prepare(file))).to.equal(await textOf(fileOf(clean)));
}

/** Nothing is touched of what has nothing to hide. */
export async function expectSame(bytes: Bytes): Promise<void> {
  const file = fileOf(bytes);
  expect(await prepare(file)).to.equal(file);
}

/** How many pictures are decoded meanwhile. It takes their place, so that they need no pixels. */
export async function decodedDuring(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const original = globalThis.createImageBitmap;
  globalThis.createImageBitmap = () => Promise.reject(new DOMException(String((count += 1))));
  try {
    await run();
  } finally {
    globalThis.createImageBitmap = original;
  }
  return count;
}
