/**
 * Never lost, never doubled, whatever happens when: with a backend that knows a ticket by its key and by nothing else, so that all
 * depends on the widget.
 */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import '../support/source-hooks.mjs';
import type { Fault } from './world.ts';

const { explore } = await import('./explore.ts');
const { COMMON, RARE } = await import('./faults.ts');

const STATUSES = ['checking', 'editing', 'failed', 'recent', 'sending', 'sent', 'twin'];

interface Extent {
  readonly faults: number;
  readonly of: readonly Fault[];
  readonly isAkin?: boolean;
}

async function assertKept(context: TestContext, { faults, of, isAkin = false }: Extent, expected: bigint) {
  const options = { duplicateWindow: 0, presses: 2, faults, isAkin };
  const { interleavings, situations, steps, statuses } = await explore(options, of);
  context.diagnostic(`${interleavings} interleavings, ${situations} situations, ${steps} steps of real code`);
  assert.ok(interleavings >= expected);
  assert.deepEqual(statuses, STATUSES);
}

const LIKELY = [...COMMON, 'edit'] as const;
const ALL = [...COMMON, ...RARE, 'edit'] as const;

describe('two tabs, two presses of Send in each', () => {
  it('any three of what goes wrong most', (context) => assertKept(context, { faults: 3, of: LIKELY }, 900_000n));
  it('any two of all that goes wrong', (context) => assertKept(context, { faults: 2, of: ALL }, 40_000n));
});

describe('two tabs that write of the same in other words: no key joins them', () => {
  const isAkin = true;
  it('any three of what goes wrong most', (context) =>
    assertKept(context, { faults: 3, of: LIKELY, isAkin }, 150_000n));
  it('any two of all that goes wrong', (context) => assertKept(context, { faults: 2, of: ALL, isAkin }, 15_000n));
});
