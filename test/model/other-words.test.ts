import { describe, it } from 'node:test';
import '../support/source-hooks.mjs';

const { ALL, assertAllKept, LIKELY } = await import('./all-ways.ts');

describe('two tabs that write of the same in other words: no key joins them', () => {
  const isAkin = true;
  it('any three of what goes wrong most', (context) =>
    assertAllKept(context, { faults: 3, of: LIKELY, isAkin }, 150_000n));
  it('any two of all that goes wrong', (context) => assertAllKept(context, { faults: 2, of: ALL, isAkin }, 15_000n));
});
