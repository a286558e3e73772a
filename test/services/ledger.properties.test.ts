import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { createLedger } from '../../src/services/ledger.js';
import { createClock, createTexts, DAY, HOUR } from './fakes.js';

const KEY_LIFE = 7 * DAY;

type Step =
  | { readonly do: 'send'; readonly tab: number; readonly digest: string }
  | { readonly do: 'edit'; readonly tab: number; readonly digest: string }
  | { readonly do: 'renew' | 'accept' | 'pend' | 'lose' | 'refuse' | 'reload'; readonly tab: number }
  | { readonly do: 'wait'; readonly milliseconds: number };

const tab = fc.integer({ min: 0, max: 1 });
const digest = fc.constantFrom('a', 'b', 'c');
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('send' as const, 'edit' as const), tab, digest }),
    fc.record({
      do: fc.constantFrom('renew', 'accept', 'pend', 'lose', 'refuse', 'reload'),
      tab,
    }) as fc.Arbitrary<Step>,
    fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(1, 20_000, 40_000, HOUR, DAY, 3 * DAY),
    }),
  ),
  { maxLength: 40 },
);

/** What the customer may rely on: a ticket that may have been created stays under its key until that is settled. */
interface Open {
  readonly digest: string;
  readonly at: number;
}

class Model {
  readonly clock = createClock();
  readonly texts = new Map<string, string>();
  readonly open = new Map<string, Open>();
  readonly settled = new Set<string>();
  readonly tabs = [this.newTab(), this.newTab()];
  /** The key of each tab's frozen ticket; drafts carry it over reloads. */
  readonly frozen: (string | undefined)[] = [undefined, undefined];
  /** What each tab sends, as long as its page lives. */
  readonly #mine: ({ readonly key: string; readonly digest: string } | undefined)[] = [undefined, undefined];
  readonly #refused = new Map<string, Open>();
  #keys = 0;

  newTab() {
    return createLedger({ store: createTexts(this.texts), windowHours: 72, now: this.clock.now });
  }

  run(step: Step): void {
    if (step.do === 'wait') this.clock.tick(step.milliseconds);
    else if (step.do === 'send' || step.do === 'edit') this.#send(step.tab, step.digest);
    else this.#end(step.do, step.tab);
    for (const [key, { at }] of this.open) if (this.clock.now() - at > KEY_LIFE) this.open.delete(key);
  }

  #send(index: number, wanted: string): void {
    const fresh = this.frozen[index] ?? `k${(this.#keys += 1)}`;
    const begun = [...this.open].filter(([, open]) => open.digest === wanted).map(([key]) => key);
    const key = this.tabs[index]!.reserve({ digest: wanted, topicDigest: 't' }, fresh);
    if (begun.length > 0) expect(begun).to.include(key);
    else expect(key).to.equal(fresh);
    this.open.set(key, { digest: wanted, at: this.open.get(key)?.at ?? this.clock.now() });
    this.settled.delete(key);
    this.#refused.delete(key);
    this.frozen[index] = key;
    this.#mine[index] = { key, digest: wanted };
  }

  /** One tab's attempt was refused, but another still sends under the same key: it may be created yet. */
  #takeUp(index: number, key: string): void {
    const open = this.#refused.get(key);
    const mine = this.#mine[index];
    if (!open || mine?.key !== key) return;
    // In its own words: the other tab's may have been edited.
    this.open.set(key, { ...open, digest: mine.digest });
    this.settled.delete(key);
    this.#refused.delete(key);
  }

  #end(ending: string, index: number): void {
    const key = this.frozen[index];
    const ledger = this.tabs[index]!;
    if (ending === 'reload') {
      this.tabs[index] = this.newTab();
      this.#mine[index] = undefined;
    }
    if (key === undefined || ending === 'reload') return;
    if (ending === 'renew' || ending === 'lose') this.#takeUp(index, key);
    if (ending === 'renew') ledger.renew(key);
    if (ending === 'lose') ledger.doubt(key);
    if (ending === 'accept') ledger.confirm(key, { id: `HT-${key}` });
    if (ending === 'pend') ledger.confirm(key);
    if (ending === 'refuse') ledger.release(key);
    if (ending === 'accept' || ending === 'pend' || ending === 'refuse') {
      const open = this.open.get(key);
      if (open && ending === 'refuse') this.#refused.set(key, open);
      this.open.delete(key);
      this.settled.add(key);
      this.frozen[index] = undefined;
    }
  }
}

describe('ledger, whatever two tabs do', () => {
  it('never frees a reserved or unknown ticket without a release, and never gives it another key', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const model = new Model();
        for (const step of all) {
          model.run(step);
          for (const [key, open] of model.open) {
            if (model.settled.has(key)) continue;
            for (const ledger of model.tabs) {
              const { exact } = ledger.find({ digest: open.digest, topicDigest: 't' });
              expect(exact?.state, `${key} ${open.digest}`).to.be.oneOf(['reserved', 'unknown']);
              expect([...model.open.keys()]).to.include(exact?.key);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever is in the storage', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant('{"digest":"a","topicDigest":"t","key":"k","state":"sent","at":1,"leaseUntil":1}'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('salt', 'ledger:k', 'ledger:', 'ledger:x'), text), (stored) => {
        const ledger = createLedger({ store: createTexts(new Map(Object.entries(stored))), windowHours: 72 });
        const print = { digest: 'a', topicDigest: 't' };
        ledger.find(print);
        ledger.latest();
        const key = ledger.reserve(print, 'k');
        ledger.renew(key);
        ledger.doubt(key);
        expect(ledger.find(print).exact?.key).to.equal(key);
        ledger.release(key);
        expect(ledger.find(print).exact?.state).not.to.equal('reserved');
      }),
    );
  });
});
