import { expect } from '@open-wc/testing';
import { createRecords } from '../../src/services/records.js';
import { replace } from '../support/recorder.js';
import { until } from '../support/until.js';

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

/** The real database, with something done to each transaction. */
function withTransactions(treat: (transaction: IDBTransaction) => void): IDBFactory {
  const open = (name: string, version: number) => {
    const opening = indexedDB.open(name, version);
    opening.addEventListener('success', () => {
      const database = opening.result;
      const begin = database.transaction.bind(database);
      database.transaction = (...how: Parameters<typeof begin>) => {
        const transaction = begin(...how);
        treat(transaction);
        return transaction;
      };
    });
    return opening;
  };
  return { open } as unknown as IDBFactory;
}

let isHeld = false;

/** Has the transaction last until the end of the test, or until it is no longer held. */
function hold(transaction: IDBTransaction): void {
  isHeld = true;
  const again = () => {
    if (isHeld) transaction.objectStore('files').get('nothing').onsuccess = again;
  };
  again();
  transaction.commit = () => {};
}

interface Timer {
  readonly id: number;
  readonly run: () => void;
  readonly delay: number;
}

/** No time passes any more, until the end of the test. */
function holdTimers() {
  const timers: Timer[] = [];
  const cleared = new Set<unknown>();
  const { setTimeout: wait } = globalThis;
  const keepBack = (run: () => void, delay = 0) => {
    // What the test itself waits for.
    if (delay < 1000) return wait(run, delay);
    const id = -1 - timers.length;
    timers.push({ id, run, delay });
    return id;
  };
  replace(globalThis, 'setTimeout', keepBack as typeof setTimeout);
  replace(globalThis, 'clearTimeout', (id) => void cleared.add(id));
  return {
    timers,
    isLonger: ({ delay }: Timer) => delay > 5000,
    fire(isMeant: (timer: Timer) => boolean) {
      for (const timer of timers) if (isMeant(timer) && !cleared.has(timer.id)) timer.run();
    },
  };
}

describe('records', () => {
  beforeEach(remove);
  afterEach(() => (isHeld = false));
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

  it('have parts, which come and go with them', async () => {
    const records = createRecords<number>('outbox');
    await records.put('a', 1, [2, 3]);
    await records.put('a0', 4);
    expect(await records.names()).to.have.members(['a', 'a 0', 'a 1', 'a0']);
    expect(await records.get('a 1')).to.equal(3);
    await records.put('a', 5, [6]);
    expect(await records.names()).to.have.members(['a', 'a 0', 'a0']);
    expect(await records.get('a 0')).to.equal(6);
    await records.remove('a');
    expect(await records.names()).to.deep.equal(['a0']);
  });

  it('are stored with all of their parts, or stay as they were', async () => {
    const records = createRecords<unknown>('outbox');
    await records.put('a', 1, [2]);
    expect(await records.put('a', 3, [4, () => 5])).to.equal(false);
    expect([await records.get('a'), await records.get('a 0')]).to.deep.equal([1, 2]);
  });

  it('are changed in one go: what was removed meanwhile does not come back', async () => {
    const records = createRecords<number>('outbox');
    await records.put('a', 1);
    expect(await records.change('a', (record) => record + 1)).to.equal(true);
    expect(await records.get('a')).to.equal(2);
    await Promise.all([records.remove('a'), records.change('a', (record) => record + 1)]);
    expect(await records.change('b', () => 5), 'it was not there').to.equal(false);
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

  it('are waited for if the database answers at all', async () => {
    await createRecords<number>('files').put('a', 1);
    const { timers, isLonger, fire } = holdTimers();
    const slow = createRecords<number>('files', () => withTransactions(hold));
    const names = slow.names();
    await until(() => timers.some(isLonger), 'a sign of life');
    fire((timer) => !isLonger(timer));
    isHeld = false;
    expect(await names).to.deep.equal(['a']);
  });

  it('are waited for in vain if it does not', async () => {
    const records = createRecords<number>('files');
    await records.put('a', 1);
    const opening = indexedDB.open('help-ticket-widget', 1);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    hold(opening.result.transaction('files', 'readwrite'));
    opening.result.close();
    const { timers, isLonger, fire } = holdTimers();
    const record = records.get('a');
    await until(() => timers.length === 2, 'it to be open, and asked');
    fire((timer) => !isLonger(timer));
    expect(await record).to.be.undefined;
  });

  it('are not changed if their page is left just then, and nothing is thrown into it', async () => {
    await createRecords<number>('files').put('a', 1);
    const leave = (transaction: IDBTransaction) => {
      const objects = transaction.objectStore('files');
      const { get } = objects;
      objects.get = (name) => {
        const reading = get.call(objects, name);
        reading.addEventListener('success', () => window.dispatchEvent(new PageTransitionEvent('pagehide')));
        return reading;
      };
    };
    const records = createRecords<number>('files', () => withTransactions(leave));
    expect(await records.change('a', () => 2)).to.equal(false);
    expect(await createRecords('files').get('a')).to.equal(1);
  });

  it('are not stored if the transaction comes to nothing after the request', async () => {
    const cut = (transaction: IDBTransaction) => (transaction.commit = () => transaction.abort());
    const records = createRecords<number>('files', () => withTransactions(cut));
    expect(await records.put('a', 1)).to.equal(false);
    expect(await createRecords('files').names()).to.deep.equal([]);
  });

  for (const [how, open] of Object.entries(BROKEN)) {
    it(`are nothing in a database that ${how}`, async () => {
      const records = createRecords<number>('files', open);
      expect(await records.put('a', 1)).to.equal(false);
      expect(await records.get('a')).to.be.undefined;
      expect(await records.names(), 'not the same as none').to.be.undefined;
      expect(await records.change('a', () => 2)).to.equal(false);
      await records.remove('a');
    });
  }

  it('do not take what cannot be cloned', async () => {
    expect(await createRecords<unknown>('files').put('a', () => 1)).to.equal(false);
  });
});
