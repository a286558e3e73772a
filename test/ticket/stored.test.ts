import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Draft, type LedgerEntry, parseDraft, parseLedgerEntry } from '../../src/ticket/stored.js';
import { FROZEN } from './forms.js';

const DRAFT: Draft = {
  at: 1000,
  step: 'details',
  isOpen: true,
  answers: {
    country: 'BR',
    email: 'maria@example.com',
    name: 'Maria',
    phone: '',
    topic: ['deposits', 'missing'],
    fields: { currency: 'BRL', agree: true },
    description: 'Not there.',
  },
  owner: 'digest',
  files: [{ name: 'a.png', type: 'image/png', lastModified: 5, record: 'r' }],
  secret: 's',
  frozen: FROZEN,
};

const ENTRY: LedgerEntry = {
  digest: 'd',
  topicDigest: 't',
  key: 'k',
  state: 'sent',
  id: 'HT-1',
  at: 1000,
  replyBy: 2000,
  leaseUntil: 3000,
};

/** A copy without one of its members. */
function without(value: object, name: string): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

const NO_JSON = ['', '{', 'null', '[]', '5', '"x"', '{}', '{"__proto__":{}}', '\u0000', 'undefined'];

describe('a stored draft', () => {
  const read = (value: object) => parseDraft(JSON.stringify(value));

  it('is read as it was written', () => expect(read(DRAFT)).to.deep.equal(DRAFT));

  it('may have no owner, no files and no frozen ticket', () => {
    const rest = without(DRAFT, 'frozen');
    const least = without(without(without(rest, 'owner'), 'files'), 'secret');
    expect(read(least)).to.deep.equal(least);
  });

  it('has nothing that is not known', () => {
    expect(read({ ...DRAFT, isAdmin: true, answers: { ...DRAFT.answers, consent: true } })).to.deep.equal(DRAFT);
  });

  it('is nothing if a part is missing', () => {
    for (const name of ['at', 'step', 'isOpen', 'answers']) expect(read(without(DRAFT, name)), name).to.be.undefined;
    for (const name of Object.keys(DRAFT.answers)) {
      expect(read({ ...DRAFT, answers: without(DRAFT.answers, name) }), name).to.be.undefined;
    }
    for (const name of Object.keys(FROZEN)) {
      expect(read({ ...DRAFT, frozen: without(FROZEN, name) }), name).to.be.undefined;
    }
  });

  it('is nothing if a part is of the wrong kind', () => {
    for (const name of Object.keys(DRAFT)) expect(read({ ...DRAFT, [name]: [[]] }), name).to.be.undefined;
    for (const name of Object.keys(DRAFT.answers)) {
      expect(read({ ...DRAFT, answers: { ...DRAFT.answers, [name]: 5 } }), name).to.be.undefined;
    }
    for (const fields of [null, { a: 5 }, { a: null }, { a: ['x'] }, { a: {} }]) {
      expect(read({ ...DRAFT, answers: { ...DRAFT.answers, fields } }), JSON.stringify(fields)).to.be.undefined;
    }
    for (const step of ['', 'receipt', 'constructor', 5]) expect(read({ ...DRAFT, step })).to.be.undefined;
    expect(read({ ...DRAFT, at: -1 })).to.be.undefined;
  });

  it('is nothing if it is something else', () => {
    for (const text of NO_JSON) expect(parseDraft(text), text).to.be.undefined;
  });
});

describe('a stored entry of the ledger', () => {
  const read = (value: object) => parseLedgerEntry(JSON.stringify(value));

  it('is read as it was written', () => {
    expect(read(ENTRY)).to.deep.equal(ENTRY);
    for (const state of ['reserved', 'sent', 'unknown'] as const)
      expect(read({ ...ENTRY, state })?.state).to.equal(state);
  });

  it('may have no number and no reply time', () => {
    for (const name of ['id', 'replyBy']) expect(read(without(ENTRY, name))).to.deep.equal(without(ENTRY, name));
  });

  it('is nothing if a part is missing or of the wrong kind', () => {
    for (const name of ['digest', 'topicDigest', 'key', 'state', 'at', 'leaseUntil']) {
      expect(read(without(ENTRY, name)), name).to.be.undefined;
    }
    for (const name of Object.keys(ENTRY)) expect(read({ ...ENTRY, [name]: {} }), name).to.be.undefined;
    for (const state of ['', 'free', 'Sent', null]) expect(read({ ...ENTRY, state })).to.be.undefined;
    for (const name of ['at', 'replyBy', 'leaseUntil']) expect(read({ ...ENTRY, [name]: -1 })).to.be.undefined;
  });

  it('is nothing if it is something else', () => {
    for (const text of NO_JSON) expect(parseLedgerEntry(text), text).to.be.undefined;
  });
});

it('stored text never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseDraft(text)).to.be.undefined;
      expect(parseLedgerEntry(text)).to.be.undefined;
    }),
  );
});
