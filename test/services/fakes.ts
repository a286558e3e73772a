import { partName, type Records } from '../../src/services/records.js';
import { KEY_PREFIX, type Store } from '../../src/services/storage.js';
import type { Draft } from '../../src/ticket/stored.js';

/** A clock that only moves when told to. Milliseconds since the epoch. */
export function createClock(start = Date.UTC(2026, 10, 23, 12)) {
  let time = start;
  return {
    now: () => time,
    tick(milliseconds: number) {
      time += milliseconds;
    },
  };
}

export const SECOND = 1000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A store that others can look into, and that tells them of changes. */
export function createTexts(
  texts = new Map<string, string>(),
  tell: (name: string, text: string | null) => void = () => {},
) {
  const store: Store = {
    get: (name) => texts.get(name),
    set(name, text) {
      const isNew = texts.get(name) !== text;
      texts.set(name, text);
      if (isNew) tell(name, text);
      return true;
    },
    remove(name) {
      if (texts.delete(name)) tell(name, null);
    },
    keys: () => [...texts.keys()],
  };
  return store;
}

/** Tabs of one browser: a `sessionStorage` each, one `localStorage`, and its events in all tabs but the one that writes. */
export function createBrowser() {
  const shared = new Map<string, string>();
  const tabs: EventTarget[] = [];
  return {
    shared,
    openTab(copied?: ReadonlyMap<string, string>) {
      const target = new EventTarget();
      const texts = new Map(copied);
      tabs.push(target);
      const local = createTexts(shared, (name, newValue) => {
        for (const other of tabs) {
          if (other !== target) other.dispatchEvent(new StorageEvent('storage', { key: KEY_PREFIX + name, newValue }));
        }
      });
      return {
        target,
        texts,
        session: createTexts(texts),
        local,
        crash() {
          tabs.splice(tabs.indexOf(target), 1);
        },
      };
    },
  };
}

export function draftAt(at: number, description = 'My deposit is missing'): Draft {
  const answers = {
    country: 'BR',
    email: 'maria@example.com',
    name: 'Maria',
    phone: '+55 11 5555',
    topic: ['deposits'],
    fields: {},
  };
  return { at, step: 'details', isOpen: true, answers: { ...answers, description }, owner: '' };
}

/** Whatever is written to `console.error` while something runs. */
export async function errorsDuring(run: () => unknown): Promise<string[]> {
  const errors: string[] = [];
  const original = console.error;
  console.error = (...parts: unknown[]) => errors.push(parts.map(String).join(' '));
  try {
    await run();
  } finally {
    console.error = original;
  }
  return errors;
}

/** Records that a test can look into, and make as silent as a database that answers nobody. */
export function createMemoryRecords<T>() {
  const stored = new Map<string, T>();
  const silent = new Set<keyof Records<T>>();
  const sound: Records<T> = {
    get: (name) => Promise.resolve(stored.get(name)),
    async put(name, record, parts = []) {
      await sound.remove(name);
      stored.set(name, record);
      for (const [index, part] of parts.entries()) stored.set(partName(name, index), part);
      return true;
    },
    change(name, change) {
      const record = stored.get(name);
      if (record !== undefined) stored.set(name, change(record));
      return Promise.resolve(record !== undefined);
    },
    remove(name) {
      for (const each of stored.keys()) if (each === name || each.startsWith(`${name} `)) stored.delete(each);
      return Promise.resolve();
    },
    names: () => Promise.resolve([...stored.keys()]),
  };
  const records: Records<T> = {
    get: async (name) => (silent.has('get') ? undefined : sound.get(name)),
    put: async (...how) => !silent.has('put') && sound.put(...how),
    change: async (name, change) => !silent.has('change') && sound.change(name, change),
    remove: async (name) => (silent.has('remove') ? undefined : sound.remove(name)),
    names: async () => (silent.has('names') ? undefined : sound.names()),
  };
  return { records, stored, silent };
}
