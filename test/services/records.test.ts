import { expect } from '@open-wc/testing';
import { createRecords } from '../../src/services/records.js';

const remove = () =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase('help-ticket-widget').onsuccess = resolve;
  });

/** A database in which nothing works, each in its own way. */
const BROKEN: Readonly<Record<string, () => IDBFactory>> = {
  'is not there': () => undefined as unknown as IDBFactory,
  'may not be touched': () => {
    throw new DOMException('denied', 'SecurityError');
  },
  'cannot be opened': () => ({ open: () => indexedDB.open('help-ticket-widget-newer', 0.5) }) as unknown as IDBFactory,
  'has no such store': () => ({ open: () => indexedDB.open('help-ticket-widget-empty', 1) }) as unknown as IDBFactory,
};

describe('records', () => {
  beforeEach(remove);
  before(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('help-ticket-widget-empty', 1);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  after(remove);

  it('come back, bytes and all, in another connection', async () => {
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    expect(await createRecords('outbox').put('a', { bytes, at: 5 })).to.equal(true);
    const record = await createRecords<{ bytes: ArrayBuffer; at: number }>('outbox').get('a');
    expect(record?.at).to.equal(5);
    expect([...new Uint8Array(record!.bytes)]).to.deep.equal([1, 2, 3]);
  });

  it('are named, removed, and apart from those of another store', async () => {
    const records = createRecords<number>('outbox');
    await records.put('a', 1);
    await records.put('b', 2);
    expect(await records.names()).to.have.members(['a', 'b']);
    expect(await createRecords('files').names()).to.deep.equal([]);
    await records.remove('a');
    expect(await records.names()).to.deep.equal(['b']);
    expect(await records.get('a')).to.be.undefined;
  });

  it('are changed in one go: what was removed meanwhile does not come back', async () => {
    const records = createRecords<number>('outbox');
    await records.put('a', 1);
    await records.change('a', (record) => record + 1);
    expect(await records.get('a')).to.equal(2);
    await Promise.all([records.remove('a'), records.change('a', (record) => record + 1)]);
    await records.change('b', () => 5);
    expect(await records.names()).to.deep.equal([]);
  });

  it('leave the database to others: it can be deleted at any time', async () => {
    const records = createRecords<number>('files');
    await records.put('a', 1);
    await remove();
    expect(await records.get('a')).to.be.undefined;
    expect(await records.put('a', 2)).to.equal(true);
  });

  it('leave the database to others even if it opens too late', async () => {
    const { setTimeout: wait } = window;
    const late = () => {
      const opening = indexedDB.open('help-ticket-widget', 1);
      opening.addEventListener('success', (event) => {
        event.stopImmediatePropagation();
        wait(() => opening.onsuccess?.(event), 50);
      });
      return opening;
    };
    try {
      window.setTimeout = ((handler: () => void) => wait(handler)) as typeof setTimeout;
      expect(await createRecords('files', () => ({ open: late }) as unknown as IDBFactory).get('a')).to.be.undefined;
    } finally {
      window.setTimeout = wait;
    }
    await new Promise((resolve) => wait(resolve, 100));
    await remove();
  });

  it('are not stored if the transaction comes to nothing after the request', async () => {
    const records = createRecords<number>('files', () => {
      const open = (name: string, version: number) => {
        const opening = indexedDB.open(name, version);
        opening.addEventListener('success', () => {
          const database = opening.result;
          const transaction = database.transaction.bind(database);
          database.transaction = (...args: Parameters<typeof transaction>) => {
            const cut = transaction(...args);
            cut.commit = () => cut.abort();
            return cut;
          };
        });
        return opening;
      };
      return { open } as unknown as IDBFactory;
    });
    expect(await records.put('a', 1)).to.equal(false);
    expect(await createRecords('files').names()).to.deep.equal([]);
  });

  for (const [how, open] of Object.entries(BROKEN)) {
    it(`are nothing in a database that ${how}`, async () => {
      const records = createRecords<number>('files', open);
      expect(await records.put('a', 1)).to.equal(false);
      expect(await records.get('a')).to.be.undefined;
      expect(await records.names()).to.deep.equal([]);
      await records.remove('a');
    });
  }

  it('do not take what cannot be cloned', async () => {
    expect(await createRecords<unknown>('files').put('a', () => 1)).to.equal(false);
  });
});
