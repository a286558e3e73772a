import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { explore } from './explore.ts';
import { COMMON, RARE } from './faults.ts';
import type { Fault } from './world.ts';

const STATUSES = ['checking', 'editing', 'failed', 'recent', 'sending', 'sent', 'twin'];

export const LIKELY: readonly Fault[] = [...COMMON, 'edit'];
export const ALL: readonly Fault[] = [...COMMON, ...RARE, 'edit'];

interface Extent {
  readonly faults: number;
  readonly of: readonly Fault[];
  readonly isAkin?: boolean;
}

/**
 * Never lost, never doubled, whatever happens when: two tabs, two presses of Send in each, and a backend that knows a ticket by its key
 * and by nothing else, so that all depends on the widget.
 * @param fewest interleavings that there are at least, so that none goes missing unseen
 */
export async function assertAllKept(context: TestContext, { faults, of, isAkin = false }: Extent, fewest: bigint) {
  const options = { duplicateWindow: 0, presses: 2, faults, isAkin };
  const { interleavings, situations, steps, statuses } = await explore(options, of);
  context.diagnostic(`${interleavings} interleavings, ${situations} situations, ${steps} steps of real code`);
  assert.ok(interleavings >= fewest);
  assert.deepEqual(statuses, STATUSES);
}
