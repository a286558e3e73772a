/** What every key of the widget begins with. The number is the version of what is stored. */
export const KEY_PREFIX = 'help-ticket-widget:1:';

/** Named texts. Names are without `KEY_PREFIX`; nothing here throws. */
export interface Store {
  get(name: string): string | undefined;
  /** Whether the text will be there after a reload; if not, it is there until then. */
  set(name: string, text: string): boolean;
  remove(name: string): void;
  /** The names of all that is stored, in no order. */
  keys(): readonly string[];
}

/**
 * Web Storage that cannot throw. What it does not take (blocked, full, patched by the page) is kept in memory, so that the
 * flow goes on. The storage is not touched before the first use.
 */
export function createStore(
  kind: 'local' | 'session',
  open: () => Storage | null | undefined = () => globalThis[`${kind}Storage`],
): Store {
  /** What the storage did not take; `undefined` is a removal that it did not take. */
  const memory = new Map<string, string | undefined>();

  const stored = (name: string): string | undefined => {
    const text: unknown = attempt(open, (storage) => storage.getItem(KEY_PREFIX + name));
    return typeof text === 'string' ? text : undefined;
  };

  const get = (name: string) => (memory.has(name) ? memory.get(name) : stored(name));

  function put(name: string, text: string | undefined): boolean {
    attempt(open, (storage) => {
      if (text === undefined) storage.removeItem(KEY_PREFIX + name);
      else storage.setItem(KEY_PREFIX + name, text);
    });
    memory.delete(name);
    // Reading back is the only proof: patched methods fail in silence.
    const isStored = stored(name) === text;
    if (!isStored) memory.set(name, text);
    return isStored;
  }

  return {
    get,
    set: put,
    remove: (name) => void put(name, undefined),
    keys() {
      const ours = (attempt(open, Object.keys) ?? []).filter((key) => key.startsWith(KEY_PREFIX));
      const names = new Set([...ours.map((key) => key.slice(KEY_PREFIX.length)), ...memory.keys()]);
      return [...names].filter((name) => get(name) !== undefined);
    },
  };
}

/** A store for what must not outlive the page. */
export function createMemoryStore(): Store {
  return createStore('session', () => undefined);
}

function attempt<T>(open: () => Storage | null | undefined, use: (storage: Storage) => T): T | undefined {
  try {
    return use(open() as Storage);
  } catch {
    // Protects the flow: the getter throws in sandboxed frames, `setItem` when full, and null is no storage at all.
    return undefined;
  }
}
