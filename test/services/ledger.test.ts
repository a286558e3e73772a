import { expect } from '@open-wc/testing';
import { createLedger, type LedgerOptions, settle } from '../../src/services/ledger.js';
import type { Outcome } from '../../src/ticket/outcome.js';
import { createMemoryStore, createStore, type Store } from '../../src/services/storage.js';
import { createClock, createTexts, DAY, errorsDuring, HOUR, SECOND } from './fakes.js';

const A = { digest: 'a', topicDigest: 'deposits' };
const B = { digest: 'b', topicDigest: 'deposits' };
const C = { digest: 'c', topicDigest: 'account' };

const NOTHING = { exact: undefined, likely: undefined, begun: undefined };

function setUp(options: Partial<LedgerOptions> = {}) {
  const clock = createClock();
  const texts = new Map<string, string>();
  const store: Store = options.store ?? createTexts(texts);
  const openTab = () => createLedger({ windowHours: 72, now: clock.now, ...options, store });
  return { clock, texts, store, openTab, ledger: openTab() };
}

describe('ledger', () => {
  describe('finding twins', () => {
    it('knows nothing of a ticket that was never sent, and stores nothing for asking', () => {
      const { ledger, texts } = setUp();
      expect(ledger.find(A)).to.deep.equal(NOTHING);
      expect(ledger.latest()).to.be.undefined;
      expect(ledger.salt()).to.have.length.greaterThan(8);
      expect(texts.size).to.equal(0);
    });

    it('finds a sent ticket as an exact twin of itself and a likely one of another about the same topic', () => {
      const { ledger, clock } = setUp();
      ledger.reserve(A, 'k1');
      clock.tick(SECOND);
      ledger.confirm('k1', { id: 'HT-1', replyBy: '2026-11-24T12:00:00Z' });
      const { exact, likely } = ledger.find(A);
      expect(exact).to.include({ id: 'HT-1', state: 'sent', at: clock.now(), replyBy: Date.UTC(2026, 10, 24, 12) });
      expect(likely).to.be.undefined;
      expect(ledger.find(B).exact).to.be.undefined;
      expect(ledger.find(B).likely?.id).to.equal('HT-1');
      expect(ledger.find(C)).to.deep.equal(NOTHING);
    });

    it('finds what has begun about the same topic in other words', () => {
      const { ledger } = setUp();
      ledger.reserve(A, 'k1');
      expect(ledger.find(A).begun, 'itself').to.be.undefined;
      expect(ledger.find(B).begun).to.include({ key: 'k1', state: 'reserved' });
      expect(ledger.find(C)).to.deep.equal(NOTHING);
      ledger.doubt('k1');
      expect(ledger.find(B).begun?.state).to.equal('unknown');
      expect(ledger.find(B).exact).to.be.undefined;
      ledger.confirm('k1', { id: 'HT-1' });
      expect(ledger.find(B).begun).to.be.undefined;
    });

    it('makes a likely twin only of one that waits for confirmation by e-mail', () => {
      const { ledger } = setUp();
      ledger.reserve(A, 'k1');
      ledger.confirm('k1');
      expect(ledger.find(A).exact).to.be.undefined;
      expect(ledger.find(A).likely).to.include({ state: 'sent', key: 'k1' });
      expect(ledger.find(A).likely?.id).to.be.undefined;
      expect(ledger.latest()).to.be.undefined;
    });

    it('leaves out a reply time that is none', () => {
      const { ledger } = setUp();
      ledger.reserve(A, 'k1');
      ledger.confirm('k1', { id: 'HT-1', replyBy: 'soon' });
      expect(ledger.find(A).exact).not.to.have.property('replyBy');
    });

    it('puts an attempt that is not known before an older one that was sent', () => {
      const { ledger, clock } = setUp();
      ledger.reserve(A, 'k1');
      ledger.confirm('k1', { id: 'HT-1' });
      clock.tick(SECOND);
      expect(ledger.reserve(A, 'k2')).to.equal('k2');
      ledger.doubt('k2');
      expect(ledger.find(A).exact).to.include({ key: 'k2', state: 'unknown' });
    });

    it('names the newest numbered ticket', () => {
      const { ledger, clock } = setUp();
      for (const [key, print] of Object.entries({ k1: A, k2: C, k3: B })) {
        ledger.reserve(print, key);
        if (key !== 'k3') ledger.confirm(key, { id: `HT-${key}` });
        clock.tick(SECOND);
      }
      expect(ledger.latest()?.id).to.equal('HT-k2');
    });
  });

  describe('two tabs', () => {
    it('send the same ticket under the same key', () => {
      const { ledger, openTab } = setUp();
      const other = openTab();
      expect(ledger.reserve(A, 'k1')).to.equal('k1');
      expect(other.find(A).exact).to.include({ key: 'k1', state: 'reserved' });
      expect(other.reserve(A, 'k2')).to.equal('k1');
      other.confirm('k1', { id: 'HT-1' });
      expect(ledger.find(A).exact?.id).to.equal('HT-1');
    });

    it('cannot undo a receipt by a late doubt, release, renewal or second receipt', () => {
      const { ledger, openTab } = setUp();
      ledger.reserve(A, 'k1');
      ledger.confirm('k1', { id: 'HT-1' });
      const other = openTab();
      other.doubt('k1');
      other.release('k1');
      other.renew('k1');
      other.confirm('k1');
      expect(ledger.find(A).exact).to.include({ state: 'sent', id: 'HT-1' });
    });

    it('keep the entry of one that still sends when the other has released their common key', () => {
      const { ledger, openTab } = setUp();
      ledger.reserve(A, 'k1');
      const other = openTab();
      other.reserve(A, 'k2');
      other.release('k1');
      ledger.renew('k1');
      expect(other.find(A).exact).to.include({ key: 'k1', state: 'reserved' });
    });

    it('share the salt of the one that was the first to send', () => {
      const { ledger, openTab, texts } = setUp();
      const salt = ledger.salt(true);
      expect(openTab().salt(true)).to.equal(salt);
      expect([...texts.keys()]).to.deep.equal(['salt']);
    });

    it('share the salt of the one that reserved first', () => {
      const { ledger, openTab, texts } = setUp();
      const other = openTab();
      expect(other.salt()).not.to.equal(ledger.salt());
      ledger.reserve(A, 'k1');
      expect(other.salt()).to.equal(ledger.salt());
      expect(texts.get('salt')).to.equal(ledger.salt());
      other.reserve(C, 'k2');
      expect(texts.get('salt')).to.equal(ledger.salt());
    });
  });

  describe('keys and leases', () => {
    it('keeps the key and the age of a ticket that was edited while its ending was not known', () => {
      const { ledger, clock } = setUp();
      const start = clock.now();
      ledger.reserve(A, 'k1');
      ledger.doubt('k1');
      clock.tick(HOUR);
      expect(ledger.reserve(B, 'k1')).to.equal('k1');
      expect(ledger.find(A).exact).to.be.undefined;
      expect(ledger.find(B).exact).to.include({ key: 'k1', state: 'reserved', at: start });
    });

    it('turns a lapsed lease to unknown, never to free', () => {
      const { ledger, clock, openTab } = setUp();
      ledger.reserve(A, 'k1');
      clock.tick(29 * SECOND);
      expect(ledger.find(A).exact?.state).to.equal('reserved');
      clock.tick(2 * SECOND);
      expect(ledger.find(A).exact?.state).to.equal('unknown');
      expect(openTab().reserve(A, 'k2')).to.equal('k1');
    });

    it('renews a lease, also one that lapsed while the tab slept', () => {
      const { ledger, clock } = setUp();
      ledger.reserve(A, 'k1');
      for (let i = 0; i < 10; i += 1) {
        clock.tick(10 * SECOND);
        ledger.renew('k1');
      }
      expect(ledger.find(A).exact?.state).to.equal('reserved');
      clock.tick(HOUR);
      expect(ledger.find(A).exact?.state).to.equal('unknown');
      ledger.renew('k1');
      expect(ledger.find(A).exact?.state).to.equal('reserved');
    });

    it('frees a ticket on release', () => {
      const { ledger, texts } = setUp();
      ledger.reserve(A, 'k1');
      ledger.release('k1');
      expect(ledger.find(A)).to.deep.equal(NOTHING);
      expect(ledger.reserve(A, 'k2')).to.equal('k2');
      expect([...texts.keys()]).to.have.members(['salt', 'ledger:k2']);
      ledger.renew('k1');
      expect(texts.has('ledger:k1')).to.be.false;
    });

    it('ignores words on keys that it does not know', () => {
      const { ledger, texts } = setUp();
      ledger.renew('x');
      ledger.confirm('x', { id: 'HT-1' });
      ledger.doubt('x');
      ledger.release('x');
      expect(texts.size).to.equal(0);
    });
  });

  describe('time', () => {
    it('forgets a sent ticket when the window ends', () => {
      const { ledger, clock, texts } = setUp();
      ledger.reserve(A, 'k1');
      ledger.confirm('k1', { id: 'HT-1' });
      clock.tick(72 * HOUR);
      expect(ledger.latest()?.id).to.equal('HT-1');
      clock.tick(1);
      expect(ledger.latest()).to.be.undefined;
      expect([...texts.keys()]).to.deep.equal(['salt']);
    });

    it('does not guard sent tickets with a window of 0 hours, but those that are not known', () => {
      const { ledger, clock } = setUp({ windowHours: 0 });
      ledger.reserve(A, 'k1');
      ledger.confirm('k1', { id: 'HT-1' });
      ledger.reserve(B, 'k2');
      clock.tick(1);
      expect(ledger.find(A)).to.include({ exact: undefined, likely: undefined });
      expect(ledger.find(B).exact?.key).to.equal('k2');
    });

    for (const windowHours of [1, 72, 1000]) {
      it(`uses a key again for 7 days and no longer, with a window of ${windowHours} hours`, () => {
        const { ledger, clock } = setUp({ windowHours });
        ledger.reserve(A, 'k1');
        ledger.doubt('k1');
        clock.tick(6 * DAY);
        expect(ledger.reserve(A, 'k2')).to.equal('k1');
        ledger.doubt('k1');
        clock.tick(DAY + 1);
        expect(ledger.reserve(A, 'k2')).to.equal('k2');
      });
    }

    it('survives a clock that is set back: a long lease is not believed, an entry of the far future goes', () => {
      const { ledger, clock } = setUp();
      ledger.reserve(A, 'k1');
      ledger.reserve(B, 'k2');
      ledger.confirm('k2', { id: 'HT-2' });
      clock.tick(-DAY);
      expect(ledger.find(A).exact).to.include({ key: 'k1', state: 'unknown' });
      expect(ledger.find(B).exact?.id).to.equal('HT-2');
      clock.tick(-100 * DAY);
      expect(ledger.find(A)).to.deep.equal(NOTHING);
      expect(ledger.find(B)).to.deep.equal(NOTHING);
    });
  });

  describe('what it finds in storage', () => {
    const entry = {
      digest: 'a',
      topicDigest: 'deposits',
      key: 'k1',
      state: 'sent',
      id: 'HT-1',
      at: createClock().now(),
      leaseUntil: 0,
    };
    const foreign: Record<string, string> = {
      'no JSON': '{"digest":',
      'no object': '[]',
      null: 'null',
      'a missing member': JSON.stringify({ ...entry, digest: undefined }),
      'a state of another version': JSON.stringify({ ...entry, state: 'queued' }),
      'a time that is no number': JSON.stringify({ ...entry, at: 'yesterday' }),
      'a time out of range':
        '{"digest":"a","topicDigest":"deposits","key":"k1","state":"unknown","at":1e999,"leaseUntil":0}',
      'the key of another entry': JSON.stringify({ ...entry, key: 'k2' }),
      'only a prototype': '{"__proto__":{"digest":"a"}}',
    };
    for (const [what, text] of Object.entries(foreign)) {
      it(`removes and replaces ${what}`, () => {
        const { ledger, texts } = setUp();
        texts.set('ledger:k1', text);
        expect(ledger.find(A)).to.deep.equal(NOTHING);
        expect(texts.has('ledger:k1')).to.be.false;
        texts.set('ledger:k1', text);
        expect(ledger.reserve(A, 'k1')).to.equal('k1');
        expect(ledger.find(A).exact?.state).to.equal('reserved');
      });
    }

    it('replaces a salt that is not its own', () => {
      const { ledger, texts } = setUp();
      for (const salt of ['', 'x'.repeat(100_000)]) {
        texts.set('salt', salt);
        expect(ledger.salt()).to.have.length.within(8, 98);
      }
    });

    it('leaves the rest of the storage alone', () => {
      const { ledger, texts } = setUp();
      texts.set('draft:x', 'mine');
      ledger.reserve(A, 'k1');
      ledger.release('k1');
      expect(texts.get('draft:x')).to.equal('mine');
    });

    it('holds digests and numbers only', () => {
      const { ledger, texts } = setUp();
      ledger.reserve(A, 'k1');
      ledger.confirm('k1', { id: 'HT-1', replyBy: '2026-11-24T12:00:00Z' });
      const stored = JSON.parse(texts.get('ledger:k1') ?? '') as object;
      expect(stored).to.have.all.keys('key', 'at', 'digest', 'topicDigest', 'state', 'leaseUntil', 'id', 'replyBy');
    });

    it('works from memory where nothing can be stored', () => {
      const stores = {
        memory: createMemoryStore(),
        throwing: createStore('local', () => {
          throw new Error('blocked');
        }),
      };
      for (const store of Object.values(stores)) {
        const { ledger } = setUp({ store });
        ledger.reserve(A, 'k1');
        ledger.confirm('k1', { id: 'HT-1' });
        expect(ledger.find(A).exact?.id).to.equal('HT-1');
        expect(ledger.salt()).to.equal(ledger.salt());
      }
    });
  });

  describe('how an attempt ended', () => {
    const receipt = { id: 'HT-1', createdAt: '2026-11-23T12:00:00Z', replyBy: '2026-11-24T12:00:00Z' };
    const endings: readonly [Outcome, string | undefined, string | undefined][] = [
      [{ kind: 'accepted', receipt }, 'sent', 'HT-1'],
      [{ kind: 'duplicate', id: 'HT-2', isChanged: false }, 'sent', 'HT-2'],
      [{ kind: 'unconfirmed' }, 'unknown', undefined],
      [{ kind: 'unreachable' }, 'unknown', undefined],
      [{ kind: 'oversized' }, 'unknown', undefined],
      [{ kind: 'refused', status: 500 }, 'unknown', undefined],
      [{ kind: 'refused', status: 403, isInDoubt: true }, 'unknown', undefined],
      [{ kind: 'refused', status: 403 }, undefined, undefined],
      [{ kind: 'rejected', issues: [] }, undefined, undefined],
      [{ kind: 'limited', until: 1 }, undefined, undefined],
    ];
    for (const [outcome, state, id] of endings) {
      it(`${JSON.stringify(outcome)}: ${state ?? 'free again'}`, () => {
        const { ledger } = setUp();
        const key = ledger.reserve(A, 'k');
        settle(ledger, outcome, key);
        const { exact } = ledger.find(A);
        expect([exact?.state, exact?.id]).to.deep.equal([state, id]);
      });
    }

    it('waiting for confirmation by e-mail makes a likely twin', () => {
      const { ledger } = setUp();
      settle(ledger, { kind: 'pending' }, ledger.reserve(A, 'k'));
      expect(ledger.find(A).exact).to.be.undefined;
      expect(ledger.find(A).likely?.state).to.equal('sent');
    });

    for (const [isChanged, twin, other] of [
      [true, A, B],
      [false, B, A],
    ] as const) {
      it(`under a key that was used for ${isChanged ? 'other' : 'the same'} words: those are the twin, and no others`, () => {
        const { ledger } = setUp();
        ledger.reserve(A, 'k');
        ledger.reserve(B, 'k');
        settle(ledger, { kind: 'duplicate', id: 'HT-1', isChanged }, 'k', A);
        expect(ledger.find(twin).exact?.id).to.equal('HT-1');
        expect(ledger.find(other).exact).to.be.undefined;
      });
    }
  });

  describe('exclusively', () => {
    it('makes the second wait for the first and then look again', async () => {
      const store = createMemoryStore();
      const tabs = [createLedger({ store, windowHours: 72 }), createLedger({ store, windowHours: 72 })];
      const log: string[] = [];
      let finish = () => {};
      const answer = new Promise<void>((resolve) => (finish = resolve));
      const sends = tabs.map((ledger, tab) =>
        ledger.exclusively('a', async () => {
          log.push(`${tab}: ${ledger.find(A).exact?.id ?? 'sends'}`);
          ledger.reserve(A, `k${tab}`);
          await answer;
          ledger.confirm(`k${tab}`, { id: `HT-${tab}` });
        }),
      );
      finish();
      await Promise.all(sends);
      expect(log).to.deep.equal(['0: sends', '1: HT-0']);
    });

    it('returns what the running returns, and passes its error on, once', async () => {
      const { ledger } = setUp();
      expect(await ledger.exclusively('a', () => Promise.resolve(7))).to.equal(7);
      let runs = 0;
      const error = await ledger
        .exclusively('a', () => {
          runs += 1;
          return Promise.reject(new Error('mine'));
        })
        .catch((reason: unknown) => reason);
      expect(error).to.have.property('message', 'mine');
      expect(runs).to.equal(1);
    });

    const lockless: Record<string, LedgerOptions['locks']> = {
      'no locks': null,
      'locks that are refused': { request: () => Promise.reject(new DOMException('opaque', 'SecurityError')) },
      'locks that throw': {
        request() {
          throw new DOMException('opaque', 'SecurityError');
        },
      },
    };
    for (const [what, locks] of Object.entries(lockless)) {
      it(`just runs, once, with ${what}`, async () => {
        const { ledger } = setUp({ locks });
        let runs = 0;
        const errors = await errorsDuring(() => ledger.exclusively('a', () => Promise.resolve((runs += 1))));
        expect(runs).to.equal(1);
        expect(errors).to.deep.equal([]);
      });
    }

    it('stops waiting on abort, and lets the running see the signal', async () => {
      const { ledger, openTab } = setUp();
      const abort = new AbortController();
      let finish = () => {};
      let first: Promise<void> | undefined;
      await new Promise<void>((hasStarted) => {
        first = ledger.exclusively('x', () => {
          hasStarted();
          return new Promise<void>((resolve) => (finish = resolve));
        });
      });
      const second = openTab().exclusively('x', () => Promise.resolve(abort.signal.aborted), abort.signal);
      abort.abort();
      expect(await second).to.be.true;
      finish();
      await first;
    });
  });
});
