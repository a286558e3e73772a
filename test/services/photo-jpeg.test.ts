import { expect } from '@open-wc/testing';
import {
  type Bytes,
  bytesOf,
  exif,
  exifSegment,
  joined,
  latin1,
  lookOf,
  paint,
  SECRET,
  segment,
  textOf,
  withSegments,
} from './pictures.js';
import { expectBare, expectSame, fileOf, prepare } from './preparing.js';

describe('metadata of a JPEG', () => {
  let jpeg: Bytes;
  before(async () => {
    jpeg = await paint({ type: 'image/jpeg', width: 40, height: 20 });
  });

  it('loses place, camera, comments and notes, and not a bit of its pixels and colours', async () => {
    const dirty = withSegments(
      jpeg,
      exifSegment(1),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', SECRET),
      segment(0xe2, 'MPF\0', SECRET),
      segment(0xec, 'Ducky', SECRET),
      segment(0xed, 'Photoshop 3.0\0', SECRET),
      segment(0xef, SECRET),
      segment(0xfe, SECRET),
    );
    await expectBare(dirty, jpeg);
  });

  it('is the same file if there is nothing to remove', async () => {
    await expectSame(jpeg);
  });

  it('keeps what its colours are read by', async () => {
    const kept = withSegments(
      jpeg,
      segment(0xe0, 'JFIF\0', [1, 2, 1, 0, 72, 0, 72, 0, 0]),
      segment(0xe2, 'ICC_PROFILE\0', [1, 1], 'profile'),
      segment(0xee, 'Adobe', [0, 100, 0, 0, 0, 0, 1]),
    );
    await expectSame(kept);
  });

  it('loses its thumbnails, which may show what was cropped away', async () => {
    const dirty = withSegments(
      jpeg,
      segment(0xe0, 'JFIF\0', [1, 2, 1, 0, 72, 0, 72, 1, 6], SECRET.slice(0, 18)),
      segment(0xe0, 'JFXX\0', [0x10], SECRET),
    );
    await expectBare(dirty, jpeg);
  });

  it('loses what follows it: the video of a motion photo, a second picture', async () => {
    await expectBare(joined(jpeg, '\0\0\0\x18ftypmp42', SECRET), jpeg);
    await expectBare(joined(jpeg, withSegments(jpeg, exifSegment(1))), jpeg);
  });

  it('loses what lies between its segments, and between its scans', async () => {
    const scan = joined(segment(0xda, [1, 1, 0, 0, 63, 0]), [1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xff, 0xd7, 4]);
    const frame = segment(0xc2, [8, 0, 20, 0, 40, 1, 1, 0x11, 0]);
    const clean = joined([0xff, 0xd8], frame, scan, segment(0xc4, [0]), scan, [0xff, 0xd9]);
    const comment = segment(0xfe, SECRET);
    const dirty = joined(
      [0xff, 0xd8],
      comment,
      SECRET,
      [0xff],
      frame,
      scan,
      comment,
      SECRET,
      segment(0xc4, [0]),
      SECRET,
      scan,
      comment,
      [0xff, 0xd9],
    );
    await expectBare(dirty, clean);
  });

  for (const isLittle of [false, true]) {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      it(`keeps orientation ${orientation} (${isLittle ? 'II' : 'MM'}) and nothing else`, async () => {
        const file = fileOf(withSegments(jpeg, exifSegment(orientation, isLittle)));
        const bare = await prepare(file);
        expect(await lookOf(bare)).to.deep.equal(await lookOf(file));
        expect(await textOf(bare)).not.to.include(SECRET);
        expect(bare.size - jpeg.length).to.equal(orientation === 1 ? 0 : 36);
      });
    }
  }

  const unreadable: [string, Bytes][] = [
    ['no data', latin1('')],
    ['no header', latin1('II')],
    ['a foreign header', joined('XX', exif(6).subarray(2))],
    ['a directory beyond its end', joined('MM\0*', [0, 1, 0, 0])],
    ['a directory cut short', exif(6).subarray(0, 20)],
    ['an orientation that does not exist', exif(9)],
    ['an orientation of zero', exif(0)],
    ['two orientations in one', exif(6).with(8 + 2 + 12 + 7, 2)],
    ['an orientation as text', exif(6).with(8 + 2 + 12 + 3, 2)],
  ];
  for (const [what, data] of unreadable) {
    it(`is upright with EXIF that has ${what}`, async () => {
      await expectBare(withSegments(jpeg, segment(0xe1, 'Exif\0\0', data), segment(0xfe, SECRET)), jpeg);
    });
  }

  it('is upright with EXIF under a name that browsers do not know', async () => {
    await expectBare(withSegments(jpeg, segment(0xe1, 'Exif\x01\0', exif(6))), jpeg);
    await expectBare(withSegments(jpeg, segment(0xe3, 'Exif\0\0', exif(6))), jpeg);
  });

  it('may end in the middle of its pixels', async () => {
    const cut = jpeg.subarray(0, -10);
    await expectBare(withSegments(cut, exifSegment(1)), cut);
  });

  it('is read in pieces, whatever lies across them', async () => {
    const head = joined(
      [0xff, 0xd8],
      segment(0xc0, [8, 0, 20, 0, 40, 1, 1, 0x11, 0]),
      segment(0xda, [1, 1, 0, 0, 63, 0]),
    );
    for (const length of [0, 1, 2, 3, 4, 5, 0x10000, 0x10008]) {
      const pixels = new Uint8Array(0x10_00_00 - head.length - length + 2).fill(0x55);
      const clean = joined(head, pixels, [0xff, 0xd9]);
      await expectBare(joined(head, pixels, segment(0xfe, SECRET), [0xff, 0xd9], SECRET), clean);
    }
  });

  it('keeps an orientation that lies across them', async () => {
    const profile = (length: number) => segment(0xe2, 'ICC_PROFILE\0', new Uint8Array(length - 16));
    const fill = joined(...Array.from({ length: 17 }, () => profile(60_000)), profile(0x10_00_00 - 17 * 60_000 - 32));
    const turned = await bytesOf(await prepare(fileOf(withSegments(jpeg, exifSegment(6)))));
    await expectBare(withSegments(jpeg, fill, exifSegment(6)), withSegments(turned, fill));
  });
});
