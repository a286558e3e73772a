/**
 * Named records in one object store of the widget's IndexedDB database, `help-ticket-widget`. A record may have parts, which are
 * records as well: `name 0`, `name 1`, and so on. Nothing here throws.
 */
export interface Records<T> {
  get(name: string): Promise<T | undefined>;
  /** Takes the place of what was there, parts included. Whether all of it will be there after a reload; if not, nothing of it is yet. */
  put(name: string, record: T, parts?: readonly T[]): Promise<boolean>;
  /** Changes a record that is there, in one transaction: nothing that was removed meanwhile comes back. Whether it is changed. */
  change(name: string, change: (record: T) => T): Promise<boolean>;
  /** Its parts, too. */
  remove(name: string): Promise<void>;
  /** The names of all records, parts included; none are known while the database does not answer. */
  names(): Promise<readonly string[] | undefined>;
}

const DATABASE = 'help-ticket-widget';
const STORES = ['files', 'outbox'] as const;

/** A database that does not answer (WebKit after a crash of its network process) is as good as none. In milliseconds. */
const PATIENCE = 5000;
/** One that does answer may take longer over what is large, on a slow disk. In milliseconds. */
const LONGEST_WORK = 60_000;

/** Nothing is opened before the first use, and nothing stays open: a tab must not keep another from deleting its data. */
export function createRecords<T>(store: (typeof STORES)[number], open = () => globalThis.indexedDB): Records<T> {
  async function attempt<R>(mode: IDBTransactionMode, use: (records: IDBObjectStore) => IDBRequest<R>) {
    const opening = openDatabase(open);
    try {
      const database = await inTime(opening);
      // `strict`: a ticket in the outbox has survived a loss of power once the customer is told.
      return await carryOut(database.transaction(store, mode, { durability: 'strict' }).objectStore(store), use);
    } catch {
      // Protects the flow: blocked, full, corrupt, or gone in the middle. What is not stored is not promised.
      return undefined;
    } finally {
      // Also one that opens too late.
      void opening.then(
        (database) => database.close(),
        () => {},
      );
    }
  }

  const isDone = async (use: (records: IDBObjectStore) => IDBRequest) =>
    (await attempt('readwrite', use)) !== undefined;

  return {
    get: (name) => attempt('readonly', (records) => committed(records, records.get(name) as IDBRequest<T | undefined>)),
    put: (name, record, parts = []) =>
      isDone((records) => {
        records.delete(withParts(name));
        for (let index = 0; index < parts.length; index += 1) records.put(parts[index], partName(name, index));
        return committed(records, records.put(record, name));
      }),
    change: (name, change) => isDone((records) => changing(records, name, change)),
    remove: async (name) => void (await isDone((records) => committed(records, records.delete(withParts(name))))),
    names: async () => (await attempt('readonly', (records) => committed(records, records.getAllKeys())))?.map(String),
  };
}

/** The name of a part of a record. */
export const partName = (name: string, index: number) => `${name} ${String(index)}`;

/** From the name itself to what follows the last name that goes on with a space. */
const withParts = (name: string) => IDBKeyRange.bound(name, `${name}!`, false, true);

/** All of it, or nothing. */
async function carryOut<R>(records: IDBObjectStore, use: (records: IDBObjectStore) => IDBRequest<R>): Promise<R> {
  try {
    const sign = records.count();
    const ended = ending(records.transaction, use(records));
    await inTime(Promise.race([succeeding(sign), ended]));
    return await inTime(ended, LONGEST_WORK);
  } catch (error) {
    abort(records);
    throw error;
  }
}

/**
 * Ends the transaction with this request, page or no page. WebKitGTK 2.50 keeps a page that was left for the way back, together with a
 * transaction that still waits for it; until the page is dropped, the database answers nobody.
 */
function committed<R>(records: IDBObjectStore, request: IDBRequest<R>): IDBRequest<R> {
  records.transaction.commit();
  return request;
}

function abort(records: IDBObjectStore): void {
  try {
    records.transaction.abort();
  } catch {
    // Protects the page: it is over, or ends by itself.
  }
}

/** Waits for its page once, so that it ends with the page. */
function changing<T>(records: IDBObjectStore, name: string, change: (record: T) => T): IDBRequest<T | undefined> {
  const reading = records.get(name) as IDBRequest<T | undefined>;
  const leave = () => {
    // What was read by then may still be told, and WebKit throws at who would go on with it.
    reading.onsuccess = null;
    abort(records);
  };
  addEventListener('pagehide', leave);
  reading.onsuccess = () => {
    removeEventListener('pagehide', leave);
    if (reading.result === undefined) return;
    try {
      committed(records, records.put(change(reading.result), name));
    } catch {
      // Protects the page.
      abort(records);
    }
  };
  return reading;
}

async function openDatabase(factory: () => IDBFactory): Promise<IDBDatabase> {
  const opening = factory().open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    for (const store of STORES) opening.result.createObjectStore(store);
  };
  return succeeding(opening);
}

function succeeding<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

/** A record is stored when its transaction is complete, not when its request succeeds. */
function ending<R>(transaction: IDBTransaction, request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

function inTime<R>(promise: Promise<R>, patience = PATIENCE): Promise<R> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), patience);
    void promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
