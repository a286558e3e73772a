import { expect } from '@open-wc/testing';
import { createMemoryStore, createStore, KEY_PREFIX } from '../../src/services/storage.js';

/** A `Storage` on which single methods go wrong. */
function brokenStorage(broken: Partial<Storage>, start: Record<string, string> = {}): Storage {
  const storage = Object.create({
    getItem: (key: string) => (Object.hasOwn(storage, key) ? (storage[key] as string) : null),
    setItem(key: string, text: string) {
      storage[key] = text;
    },
    removeItem: (key: string) => Reflect.deleteProperty(storage, key),
    ...broken,
  }) as Storage;
  return Object.assign(storage, start);
}

const fail = (): never => {
  throw new DOMException('no', 'QuotaExceededError');
};

describe('storage', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  for (const kind of ['local', 'session'] as const) {
    it(`keeps texts in ${kind}Storage under the prefix`, () => {
      const store = createStore(kind);
      const storage = kind === 'local' ? localStorage : sessionStorage;
      expect(store.set('a', '1')).to.be.true;
      expect(storage.getItem('help-ticket-widget:1:a')).to.equal('1');
      expect(createStore(kind).get('a')).to.equal('1');
      store.remove('a');
      expect(storage.length).to.equal(0);
      expect(store.get('a')).to.be.undefined;
    });
  }

  it('lists only its own names', () => {
    localStorage.setItem('theirs', 'x');
    localStorage.setItem('help-ticket-widget:2:a', 'x');
    const store = createStore('local');
    store.set('a', '1');
    store.set('b:c', '2');
    expect([...store.keys()].sort()).to.deep.equal(['a', 'b:c']);
  });

  it('sees what another tab writes', () => {
    const store = createStore('local');
    expect(store.get('a')).to.be.undefined;
    localStorage.setItem(`${KEY_PREFIX}a`, 'theirs');
    expect(store.get('a')).to.equal('theirs');
  });

  it('touches nothing before the first use', () => {
    let isTouched = false;
    createStore('local', () => {
      isTouched = true;
      return localStorage;
    });
    expect(isTouched).to.be.false;
  });

  const blocked: Record<string, () => Storage | null | undefined> = {
    'a getter that throws': fail,
    'null instead of a storage': () => null,
    'undefined instead of a storage': () => undefined,
    'a storage that is full': () => brokenStorage({ setItem: fail }),
    'a storage where everything throws': () => brokenStorage({ getItem: fail, setItem: fail, removeItem: fail }),
    'a patched setItem that does nothing': () => brokenStorage({ setItem: () => {} }),
    'a patched getItem that returns undefined': () => brokenStorage({ getItem: () => undefined as unknown as null }),
    'a patched getItem that returns an object': () => brokenStorage({ getItem: () => ({}) as string }),
  };
  for (const [what, open] of Object.entries(blocked)) {
    it(`works from memory with ${what}`, () => {
      const store = createStore('local', open);
      expect(store.get('a')).to.be.undefined;
      expect(store.set('a', '1')).to.be.false;
      expect(store.get('a')).to.equal('1');
      expect(store.keys()).to.deep.equal(['a']);
      store.remove('a');
      expect(store.get('a')).to.be.undefined;
      expect(store.keys()).to.deep.equal([]);
    });
  }

  it('goes on with what was stored when the storage becomes full, and stores again when there is room', () => {
    let isFull = false;
    const storage = brokenStorage({
      setItem(key, text) {
        if (isFull) fail();
        (this as Storage)[key] = text;
      },
    });
    const store = createStore('local', () => storage);
    store.set('a', '1');
    isFull = true;
    expect(store.set('a', '2')).to.be.false;
    expect(store.get('a')).to.equal('2');
    expect(store.keys()).to.deep.equal(['a']);
    isFull = false;
    expect(store.set('a', '3')).to.be.true;
    expect(createStore('local', () => storage).get('a')).to.equal('3');
  });

  it('forgets what cannot be removed', () => {
    const storage = brokenStorage({ removeItem: () => {} }, { [`${KEY_PREFIX}a`]: '1' });
    const store = createStore('local', () => storage);
    store.remove('a');
    expect(store.get('a')).to.be.undefined;
    expect(store.keys()).to.deep.equal([]);
  });

  it('has memory stores that share nothing', () => {
    const store = createMemoryStore();
    expect(store.set('a', '1')).to.be.false;
    expect(store.get('a')).to.equal('1');
    expect(createMemoryStore().get('a')).to.be.undefined;
    expect(sessionStorage.length).to.equal(0);
  });
});
