/** Never lost, never doubled, whatever happens when: with the reference backend, which takes no equal ticket twice. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../support/source-hooks.mjs';

const { explore } = await import('./explore.ts');
const { COMMON, RARE } = await import('./faults.ts');

const STATUSES = ['checking', 'editing', 'failed', 'recent', 'sending', 'sent', 'twin'];

describe('two tabs, two presses of Send in each', () => {
  it('any three of what goes wrong most', async (context) => {
    const options = { duplicateWindow: 72, presses: 2, faults: 3 };
    const { interleavings, situations, steps, statuses } = await explore(options, [...COMMON, 'edit']);
    context.diagnostic(`${interleavings} interleavings, ${situations} situations, ${steps} steps of real code`);
    assert.ok(interleavings >= 1_000_000n);
    assert.deepEqual(statuses, STATUSES);
  });

  it('any two of all that goes wrong', async (context) => {
    const options = { duplicateWindow: 72, presses: 2, faults: 2 };
    const { interleavings, situations, steps, statuses } = await explore(options, [...COMMON, ...RARE, 'edit']);
    context.diagnostic(`${interleavings} interleavings, ${situations} situations, ${steps} steps of real code`);
    assert.ok(interleavings >= 40_000n);
    assert.deepEqual(statuses, STATUSES);
  });
});
