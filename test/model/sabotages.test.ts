/** A model that finds nothing proves nothing: with any one part of the protocol taken out, it must find the harm. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import '../support/source-hooks.mjs';
import type { ModelOptions } from './model.ts';
import type { Fault } from './world.ts';

const { explore } = await import('./explore.ts');
const { COMMON, RARE } = await import('./faults.ts');
const { Violation } = await import('./world.ts');
const sabotages = await import('./sabotages.ts');

const DAY = 86_400_000;
/** The contract's duplicate rule, and a backend that keeps its keys but knows no equal tickets. */
const STRICT = { duplicateWindow: 72 };
const KEYS_ALONE = { duplicateWindow: 0 };

type Options = Omit<ModelOptions, 'presses' | 'faults'>;

/** The first way to harm, with as few faults as it takes. */
async function harm(options: Options, faults: readonly Fault[]): Promise<string | undefined> {
  for (const count of [0, 1, 2]) {
    try {
      await explore({ ...options, presses: 2, faults: count }, faults);
    } catch (error) {
      if (error instanceof Violation) return error.message;
      throw error;
    }
  }
  return undefined;
}

async function assertHarm(context: TestContext, expected: RegExp, options: Options, faults: readonly Fault[]) {
  const found = await harm(options, faults);
  assert.match(found ?? 'nothing', expected);
  context.diagnostic(found ?? '');
}

const ALL = [...COMMON, ...RARE];
const TWO_TICKETS = /^There are two /;

describe('sabotage', () => {
  const tickets = { ...KEYS_ALONE, mayChangeKeys: true };

  it('no lock', (context) => assertHarm(context, TWO_TICKETS, { ...tickets, sabotage: sabotages.noLock }, ALL));

  it('new key on retry', async (context) => {
    await assertHarm(context, TWO_TICKETS, { ...tickets, sabotage: sabotages.newKeyOnRetry }, ALL);
    await assertHarm(context, /^A ticket .* another key/, { ...STRICT, sabotage: sabotages.newKeyOnRetry }, ALL);
  });

  it('ledger not written before the request', (context) =>
    assertHarm(context, TWO_TICKETS, { ...tickets, sabotage: sabotages.ledgerWrittenLate }, ALL));

  it('release on timeout', (context) =>
    assertHarm(context, TWO_TICKETS, { ...tickets, sabotage: sabotages.releaseOnTimeout }, ALL));

  it('key expired before the retry', (context) => assertHarm(context, TWO_TICKETS, { ...STRICT, keyLife: DAY }, ALL));

  it('blind to what another tab has begun', (context) =>
    assertHarm(context, TWO_TICKETS, { ...KEYS_ALONE, isAkin: true, sabotage: sabotages.blindToOthers }, ALL));

  it('confirm before the answer', (context) =>
    assertHarm(context, /^A ticket is shown/, { ...STRICT, sabotage: sabotages.confirmBeforeAnswer }, ALL));
});

describe('what the backend decides', () => {
  it('there is one ticket even without a lock, as in pages without a secure context', async () => {
    const options = { ...STRICT, mayChangeKeys: true, sabotage: sabotages.noLock };
    const faults = ['answer lost', 'connection lost', 'crash', 'edit', 'refused for now', 'cancel'] as const;
    assert.equal(await harm(options, faults), undefined);
  });
});
