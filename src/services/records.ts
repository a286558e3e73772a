/** Named records in one object store of the widget's IndexedDB database, `help-ticket-widget`. Nothing here throws. */
export interface Records<T> {
  get(name: string): Promise<T | undefined>;
  /** Whether the record will be there after a reload. */
  put(name: string, record: T): Promise<boolean>;
  /** Changes a record that is there, in one transaction: nothing that was removed meanwhile comes back. Whether it is changed. */
  change(name: string, change: (record: T) => T): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** The names of all records; none are known while the database does not answer. */
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
  async function attempt<R>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<R>) {
    const opening = openDatabase(open);
    try {
      const database = await inTime(opening);
      // `strict`: a ticket in the outbox has survived a loss of power once the customer is told.
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const records = transaction.objectStore(store);
      const sign = succeeding(records.count());
      const result = ending(transaction, use(records));
      await inTime(Promise.race([sign, result]));
      return await inTime(result, LONGEST_WORK);
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

  return {
    get: (name) => attempt('readonly', (records) => records.get(name) as IDBRequest<T>),
    put: async (name, record) =>
      (await attempt('readwrite', (records) => committed(records, records.put(record, name)))) !== undefined,
    change: async (name, change) =>
      (await attempt('readwrite', (records) => changing(records, name, change))) !== undefined,
    remove: async (name) => void (await attempt('readwrite', (records) => committed(records, records.delete(name)))),
    names: async () => (await attempt('readonly', (records) => records.getAllKeys()))?.map(String),
  };
}

/**
 * Ends the transaction with this request, page or no page. WebKitGTK 2.50 keeps a page that was left for the way back, together with a
 * transaction that still waits for it; until the page is dropped, the database answers nobody.
 */
function committed<R>(records: IDBObjectStore, request: IDBRequest<R>): IDBRequest<R> {
  records.transaction.commit();
  return request;
}

/** Waits for its page once, so that it ends with the page. */
function changing<T>(records: IDBObjectStore, name: string, change: (record: T) => T): IDBRequest<T | undefined> {
  const reading = records.get(name) as IDBRequest<T | undefined>;
  const abort = () => {
    // What was read by then may still be told, and WebKit throws at who would go on with it.
    reading.onsuccess = null;
    try {
      records.transaction.abort();
    } catch {
      // Protects the page: it was over, and nobody had been told yet.
    }
  };
  addEventListener('pagehide', abort);
  reading.onsuccess = () => {
    removeEventListener('pagehide', abort);
    if (reading.result !== undefined) committed(records, records.put(change(reading.result), name));
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
