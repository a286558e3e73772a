import { expect } from '@open-wc/testing';
import { createDraftFiles, type SealedSlice, sweepFiles } from '../../src/services/draft-files.js';
import { createClock, createMemoryRecords, DAY, HOUR } from './fakes.js';

const SECRET_TEXT = 'my card number';

function setUp(subtle?: SubtleCrypto) {
  const clock = createClock();
  const { records, stored } = createMemoryRecords<SealedSlice>();
  const open = () => createDraftFiles({ records, life: DAY, now: clock.now, ...(subtle && { subtle }) });
  return { clock, records, stored, open };
}

const fileOf = (name = 'a.txt', text = SECRET_TEXT) => new File([text], name, { type: 'text/plain', lastModified: 7 });

const listed = (files: ReturnType<ReturnType<typeof setUp>['open']>, each: readonly File[]) =>
  each.map((file) => ({
    name: file.name,
    type: file.type,
    lastModified: file.lastModified,
    record: files.recordOf(file),
  }));

describe('files of a draft', () => {
  it('come back whole with the secret that the draft keeps', async () => {
    const { open } = setUp();
    const before = open();
    const chosen = [fileOf(), fileOf('b.txt', '')];
    await before.keep(chosen);
    const found = await open().load(listed(before, chosen), before.secret);
    expect(found.map((file) => [file?.name, file?.type, file?.lastModified])).to.deep.equal([
      ['a.txt', 'text/plain', 7],
      ['b.txt', 'text/plain', 7],
    ]);
    expect(await found[0]?.text()).to.equal(SECRET_TEXT);
  });

  describe('of several slices', () => {
    const MB = 1_048_576;
    const large = () => new File([new Uint8Array(MB).fill(1), new Uint8Array(MB).fill(2), 'end'], 'large.bin');

    it('come back whole', async () => {
      const { open } = setUp();
      const before = open();
      const file = large();
      await before.keep([file]);
      const [found] = await open().load(listed(before, [file]), before.secret);
      expect(found?.size).to.equal(2 * MB + 3);
      const bytes = new Uint8Array(await found!.arrayBuffer());
      expect([bytes[0], bytes[MB - 1], bytes[MB], bytes[2 * MB - 1], bytes[2 * MB]]).to.deep.equal([1, 1, 2, 2, 101]);
    });

    it('are not kept in part: what is too large, or a draft that lies about it, is missing', async () => {
      const { open, stored } = setUp();
      const files = open();
      const huge = Object.defineProperty(fileOf('huge.bin'), 'size', { value: 1000 * MB });
      await files.keep([huge]);
      expect([files.recordOf(huge), stored.size]).to.deep.equal([undefined, 0]);
      for (const count of ['', '0', '-1', '1.5', '1e12', 'x']) {
        const lie = { name: 'a.txt', type: '', lastModified: 7, record: `9 abc ${count}` };
        expect(await files.load([lie], files.secret), count).to.deep.equal([undefined]);
        await files.forget([lie]);
      }
    });

    it('cannot be put into another order', async () => {
      const { open, stored } = setUp();
      const before = open();
      const file = large();
      await before.keep([file]);
      const [[first, one], [second, two]] = [...stored] as [[string, SealedSlice], [string, SealedSlice]];
      stored.set(first, two).set(second, one);
      expect(await open().load(listed(before, [file]), before.secret)).to.deep.equal([undefined]);
    });
  });

  it('cannot be read once the session has ended, and its secret with it', async () => {
    const { open, stored } = setUp();
    const before = open();
    const file = fileOf();
    await before.keep([file]);
    const bytes = new TextDecoder().decode([...stored.values()][0]?.bytes);
    expect(bytes).not.to.include(SECRET_TEXT);
    expect([...stored.keys()].join()).not.to.include('a.txt');
    const after = open();
    expect(after.secret).not.to.equal(before.secret);
    expect(await after.load(listed(before, [file]), after.secret)).to.deep.equal([undefined]);
  });

  it('are deleted when they are removed from the draft, and with it', async () => {
    const { open, stored } = setUp();
    const files = open();
    const [a, b] = [fileOf('a.txt'), fileOf('b.txt')];
    await files.keep([a, b]);
    await files.keep([b]);
    expect([...stored.keys()]).to.deep.equal([`${files.recordOf(b)} 0`]);
    expect(files.recordOf(a)).to.be.undefined;
    await files.keep([]);
    expect(stored.size).to.equal(0);
  });

  it('that came back are deleted with the draft as any other', async () => {
    const { open, stored } = setUp();
    const before = open();
    const file = fileOf();
    await before.keep([file]);
    const after = open();
    const [found] = await after.load(listed(before, [file]), before.secret);
    await after.keep([found!]);
    expect(stored.size).to.equal(1);
    expect(after.recordOf(found!)).to.equal(before.recordOf(file));
    await after.keep([]);
    expect(stored.size).to.equal(0);
  });

  it('are not stored twice, and not left behind if removed while they are being stored', async () => {
    const { open, stored } = setUp();
    const files = open();
    const file = fileOf();
    await Promise.all([files.keep([file]), files.keep([file])]);
    expect(stored.size).to.equal(1);
    const other = fileOf('b.txt');
    await Promise.all([files.keep([file, other]), files.keep([file])]);
    expect([...stored.keys()]).to.deep.equal([`${files.recordOf(file)} 0`]);
  });

  it('of a draft that is deleted unread go, too', async () => {
    const { open, stored } = setUp();
    const before = open();
    const file = fileOf();
    await before.keep([file]);
    await open().forget(listed(before, [file]));
    expect(stored.size).to.equal(0);
  });

  it('are not kept without a secure context, without room, or if they cannot be read', async () => {
    const insecure = setUp(undefined);
    const files = createDraftFiles({
      records: insecure.records,
      life: DAY,
      subtle: null as unknown as SubtleCrypto,
    });
    const file = fileOf();
    await files.keep([file]);
    expect(files.recordOf(file)).to.be.undefined;
    expect(insecure.stored.size).to.equal(0);

    const full = setUp();
    full.records.put = () => Promise.resolve(false);
    const inFull = full.open();
    await inFull.keep([file]);
    expect(inFull.recordOf(file)).to.be.undefined;

    const { open, stored } = setUp();
    const unreadable = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
    const gone = Object.assign(fileOf(), { slice: () => unreadable });
    const others = open();
    await others.keep([gone, file]);
    expect([others.recordOf(gone), stored.size]).to.deep.equal([undefined, 1]);
  });

  it('that were swept, cleared or damaged are missing, and the others are there', async () => {
    const { open, records, stored } = setUp();
    const before = open();
    const chosen = [fileOf('a.txt'), fileOf('b.txt'), fileOf('c.txt')];
    await before.keep(chosen);
    const [a, b] = listed(before, chosen).map(({ record }) => record!);
    await records.remove(`${a} 0`);
    stored.set(`${b} 0`, { ...stored.get(`${b} 0`)!, bytes: new ArrayBuffer(40) });
    const found = await open().load(listed(before, chosen), before.secret);
    expect(found.map((file) => file?.name)).to.deep.equal([undefined, undefined, 'c.txt']);
  });

  it('are swept after their life, and if the clock was set back', async () => {
    const { open, clock, records, stored } = setUp();
    await open().keep([fileOf()]);
    clock.tick(23 * HOUR);
    await open().keep([fileOf()]);
    await sweepFiles(records, DAY, clock.now);
    expect(stored.size).to.equal(2);
    clock.tick(2 * HOUR);
    await sweepFiles(records, DAY, clock.now);
    expect(stored.size).to.equal(1);
    clock.tick(-2 * DAY);
    await sweepFiles(records, DAY, clock.now);
    expect(stored.size).to.equal(0);
  });
});
