/**
 * Never lost, never doubled, whatever happens when: with a backend that knows a ticket by its key and by nothing else, so that all
 * depends on the widget. What it cannot do without the duplicate rule is in `sabotages.test.ts`: an edit.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../support/source-hooks.mjs';

const { explore } = await import('./explore.ts');
const { COMMON, RARE } = await import('./faults.ts');

describe('two tabs, two presses of Send in each', () => {
  it('any three of what goes wrong most', async (context) => {
    const options = { duplicateWindow: 0, presses: 2, faults: 3 };
    const { interleavings, situations, steps } = await explore(options, COMMON);
    context.diagnostic(`${interleavings} interleavings, ${situations} situations, ${steps} steps of real code`);
    assert.ok(interleavings >= 800_000n);
  });

  it('any two of all that goes wrong', async (context) => {
    const options = { duplicateWindow: 0, presses: 2, faults: 2 };
    const { interleavings, situations, steps } = await explore(options, [...COMMON, ...RARE]);
    context.diagnostic(`${interleavings} interleavings, ${situations} situations, ${steps} steps of real code`);
    assert.ok(interleavings >= 40_000n);
  });
});
