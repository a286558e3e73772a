import { expect } from '@open-wc/testing';
import { createHelpDesk } from '../support/help-desk.js';
import { sampleForm } from '../support/sample-form.js';
import { cleanUp, MARIA, mount, type WidgetDriver } from '../support/widget-driver.js';

const PLACE = 'GPS 23.5505 S 46.6333 W';

/** A photo of so many pixels, with the place where it was taken in its EXIF segment. */
async function photo(name: string, width = 40, height = 30): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')!.fillRect(0, 0, width, height);
  const plain = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 1));
  const exif = new TextEncoder().encode(`Exif\0\0${PLACE}`);
  const segment = Uint8Array.of(0xff, 0xe1, 0, exif.length + 2, ...exif);
  // In one part, as a file from a disk is: Firefox looks for the type of a picture in the first part alone.
  const bytes = await new Blob([plain!.slice(0, 2), segment, plain!.slice(2)]).arrayBuffer();
  return new File([bytes], name, { type: 'image/jpeg', lastModified: 7 });
}

describe('photos', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  async function sent(customer: WidgetDriver, ...files: File[]): Promise<readonly File[]> {
    await customer.writeUpTo('details');
    await customer.describe(MARIA.description);
    await customer.attach(...files);
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    return desk.arrivals[0]!.files;
  }

  it('leave without the place where they were taken', async () => {
    const file = await photo('receipt.jpg');
    expect(await file.text()).to.include(PLACE);
    const [arrived] = await sent(mount(), file);
    expect(await arrived!.text()).not.to.include('GPS');
    expect(arrived!.size).to.be.lessThan(file.size);
    expect(desk.arrivals[0]!.ticket.attachments).to.deep.equal([
      { name: 'receipt.jpg', type: 'image/jpeg', size: arrived!.size },
    ]);
  });

  it('are scaled down before their size counts', async () => {
    const file = await photo('large.jpg', 2600, 2000);
    const form = { ...sampleForm, attachments: { maxFileBytes: file.size - 1 } };
    const [arrived] = await sent(mount({ form }), file);
    const { width, height } = await createImageBitmap(arrived!);
    expect(width * height)
      .to.be.at.most(4_000_000)
      .and.above(3_900_000);
  });

  it('go as they are if the owner wants that', async () => {
    const file = await photo('receipt.jpg');
    const [arrived] = await sent(mount({ form: { ...sampleForm, attachments: { originalPhotos: true } } }), file);
    expect(await arrived!.text()).to.include(PLACE);
  });

  it('other files beside them stay as they are, in order', async () => {
    const note = new File([PLACE], 'note.txt', { type: 'text/plain' });
    const [first, second] = await sent(mount(), note, await photo('b.jpg'));
    expect([first!.name, second!.name]).to.deep.equal(['note.txt', 'b.jpg']);
    expect(await first!.text()).to.equal(PLACE);
  });
});
