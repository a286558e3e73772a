import { expect } from '@open-wc/testing';
import { ticketsOf } from './row.js';
import { visit, type Visit } from './visit.js';

const fileOf = ({ window }: Visit, name: string, content: BlobPart = 'x', type = 'text/plain') =>
  new window.File([content], name, { type, lastModified: 1 });

describe('hostile pages: files', () => {
  it('page 46: five of 20 MB are refused by name, with the limit, and the form goes on', async () => {
    const visited = await visit({});
    const { customer } = visited;
    await customer.writeUpTo('details');
    const large = new Uint8Array(20 * 1024 * 1024);
    await customer.attach(...[1, 2, 3, 4, 5].map((number) => fileOf(visited, `scan-${number}.txt`, large)));
    for (const number of [1, 2, 3, 4, 5]) expect(customer.text()).to.include(`scan-${number}.txt`);
    expect(customer.text()).to.match(/10\s?MB/);
    await customer.writeUpTo('review');
    await customer.send();
    await customer.headed('Ticket created');
    expect((await ticketsOf(visited))[0]!.files).to.be.empty;
    expect(visited.watched.problems).to.deep.equal([]);
  });

  it('page 46: names that are long, that turn the direction or hold control characters stay on their line and arrive clean', async () => {
    const visited = await visit({});
    const { customer } = visited;
    await customer.writeUpTo('details');
    const long = `${'ширина'.repeat(50)}.txt`;
    await customer.attach(
      fileOf(visited, 'invoice\u202Etxt.exe.txt'),
      fileOf(visited, 'a\u0007b\u200B.txt'),
      fileOf(visited, long),
    );
    const shown = [...customer.root.querySelectorAll('bdi')].map(({ textContent }) => textContent);
    expect(shown.join()).not.to.match(/[\p{Cc}\p{Cf}]/u);
    const { scrollWidth, clientWidth } = customer.root.querySelector<HTMLElement>('[part=body]')!;
    expect(scrollWidth, 'width').to.be.at.most(clientWidth);
    await customer.writeUpTo('review');
    await customer.send();
    await customer.headed('Ticket created');
    const [ticket] = await ticketsOf(visited);
    expect(ticket!.files).to.have.length(3);
    expect(ticket!.json).not.to.match(/[\u202e\u200b]|\\u0007/u);
  });

  it('page 46: an empty file, a folder and the same file twice are said or taken, and nothing is thrown', async () => {
    const visited = await visit({});
    const { customer, window, watched } = visited;
    await customer.writeUpTo('details');
    await customer.attach(fileOf(visited, 'empty.txt', ''));
    await customer.attach(fileOf(visited, 'same.txt'), fileOf(visited, 'same.txt'));
    const transfer = new window.DataTransfer();
    // As a folder comes: a name without bytes or a kind.
    transfer.items.add(new window.File([], 'Documents'));
    customer.root
      .querySelector('form')!
      .dispatchEvent(
        new window.DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true }),
      );
    await customer.settled();
    expect(customer.text()).to.include('Documents').and.include('same.txt');
    await customer.writeUpTo('review');
    await customer.send();
    await customer.headed('Ticket created');
    expect(watched.problems).to.deep.equal([]);
  });

  it('page 46: a photo that no browser can read goes as it is', async () => {
    const visited = await visit({});
    const { customer } = visited;
    await customer.writeUpTo('details');
    await customer.attach(fileOf(visited, 'photo.heic', 'ftypheic, but broken', 'image/heic'));
    await customer.writeUpTo('review');
    await customer.send();
    await customer.headed('Ticket created');
    expect((await ticketsOf(visited))[0]!.files).to.deep.equal([{ name: 'photo.heic', type: 'image/heic', size: 20 }]);
  });
});
