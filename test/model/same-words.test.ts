import { describe, it } from 'node:test';
import '../support/source-hooks.mjs';

const { ALL, assertAllKept, LIKELY } = await import('./all-ways.ts');

describe('two tabs, two presses of Send in each', () => {
  it('any three of what goes wrong most', (context) => assertAllKept(context, { faults: 3, of: LIKELY }, 900_000n));
  it('any two of all that goes wrong', (context) => assertAllKept(context, { faults: 2, of: ALL }, 40_000n));
});
