import { expect } from '@open-wc/testing';
import { isInDoubt, isProofOfNothing, type Outcome } from '../../src/ticket/outcome.js';

/** Whether the next attempt may take a new key (product, "The key changes only on proof"). */
const rows: readonly [Outcome, boolean][] = [
  [{ kind: 'refused', status: 400 }, true],
  [{ kind: 'refused', status: 401 }, true],
  [{ kind: 'refused', status: 403 }, true],
  [{ kind: 'refused', status: 404 }, false],
  [{ kind: 'refused', status: 409 }, false],
  [{ kind: 'refused', status: 422 }, false],
  [{ kind: 'refused', status: 400, isInDoubt: true }, false],
  [{ kind: 'refused', status: 403, isInDoubt: true }, false],
  [{ kind: 'rejected', issues: [] }, true],
  [{ kind: 'limited', until: 0 }, true],
  [{ kind: 'limited', until: 0, isInDoubt: true }, false],
  [{ kind: 'limited', until: 0, isInDoubt: false }, true],
  [{ kind: 'unreachable' }, false],
  [{ kind: 'oversized' }, false],
  [{ kind: 'unconfirmed' }, false],
  [{ kind: 'pending' }, false],
  [{ kind: 'duplicate', id: 'HT-1', isChanged: true }, false],
  [{ kind: 'accepted', receipt: { id: 'HT-1', createdAt: '2026-11-23T12:00:00Z' } }, false],
];

/** What may have left a ticket: to say "not sent" would not be true. */
const DOUBTFUL: readonly Outcome[] = [
  { kind: 'unconfirmed' },
  { kind: 'oversized' },
  { kind: 'refused', status: 400, isInDoubt: true },
  { kind: 'refused', status: 403, isInDoubt: true },
  { kind: 'limited', until: 0, isInDoubt: true },
];

describe('doubt whether something was created', () => {
  for (const [outcome] of rows) {
    const expected = DOUBTFUL.some((each) => JSON.stringify(each) === JSON.stringify(outcome));
    it(`${JSON.stringify(outcome)}: ${expected ? 'yes' : 'no'}`, () => expect(isInDoubt(outcome)).to.equal(expected));
  }
});

describe('proof that nothing was created', () => {
  for (const [outcome, isProof] of rows) {
    it(`${JSON.stringify(outcome)}: ${isProof ? 'yes' : 'no'}`, () =>
      expect(isProofOfNothing(outcome)).to.equal(isProof));
  }
});
