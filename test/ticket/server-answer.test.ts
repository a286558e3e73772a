import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isPending, parseAttempt, parseProblem, parseReceipt } from '../../src/ticket/server-answer.js';
import { HOSTILE } from './forms.js';

const RECEIPT = {
  id: 'HT-7F3K9Q',
  createdAt: '2026-11-23T12:00:00Z',
  replyBy: '2026-11-24T12:00:00Z',
  statusUrl: 'https://support.example/t/1',
};
const NOT_JSON = ['', '<!doctype html><title>502</title>', '{', 'null', '[]', '5', '"x"', 'true'];
const receipt = (changes: object) => parseReceipt(JSON.stringify({ ...RECEIPT, ...changes }));
const problem = (value: object) => parseProblem(JSON.stringify(value));

describe('a receipt', () => {
  it('is read, without what is not known', () => {
    expect(receipt({ other: 1 })).to.deep.equal(RECEIPT);
    expect(parseReceipt('{"id":"1","createdAt":"2026-11-23T12:00:00Z"}')).to.deep.equal({
      id: '1',
      createdAt: RECEIPT.createdAt,
    });
  });

  it('needs a number and a time', () => {
    for (const id of [undefined, null, '', 5, '<b>HT</b>', 'HT 1', 'x'.repeat(65)])
      expect(receipt({ id })).to.be.undefined;
    for (const createdAt of [undefined, null, '', 'soon', 5]) expect(receipt({ createdAt })).to.be.undefined;
  });

  it('does without a reply time or an address that is none', () => {
    for (const replyBy of [null, 'soon', 5]) expect(receipt({ replyBy })).not.to.have.property('replyBy');
    for (const statusUrl of [null, 'javascript:alert(1)', '/x', 5]) {
      expect(receipt({ statusUrl })).not.to.have.property('statusUrl');
    }
  });

  it('is nothing else', () => {
    for (const text of NOT_JSON) expect(parseReceipt(text), text).to.be.undefined;
    expect(parseReceipt(JSON.stringify({ ...RECEIPT, filling: 'x'.repeat(100_000) }))).to.be.undefined;
  });
});

describe('a pending confirmation', () => {
  it('says so', () => expect(isPending('{"status":"verification-pending"}')).to.equal(true));
  it('is nothing else', () => {
    for (const text of [...NOT_JSON, '{"status":"ok"}', '{}']) expect(isPending(text), text).to.equal(false);
  });
});

describe('a problem', () => {
  it('is read', () => {
    const value = {
      type: 'https://support.example/problems/key-reused',
      id: 'HT-1',
      createdAt: RECEIPT.createdAt,
      errors: [{ pointer: '#/contact/email', code: 'blocked', detail: 'Not this one.' }],
    };
    expect(problem(value)).to.deep.equal({
      isRead: true,
      type: 'key-reused',
      id: 'HT-1',
      createdAt: RECEIPT.createdAt,
      issues: value.errors,
    });
  });

  it('has the last part of its type', () => {
    const rows = [
      ['https://x.example/problems/duplicate', 'duplicate'],
      ['https://x.example/problems#in-progress', 'in-progress'],
      ['about:blank', 'about:blank'],
      [5, ''],
      [undefined, ''],
    ] as const;
    for (const [type, expected] of rows) expect(problem({ type }).type).to.equal(expected);
  });

  it('keeps the good errors among bad ones', () => {
    const errors = [
      null,
      5,
      {},
      { pointer: 5 },
      { pointer: 'email' },
      { pointer: `#/${'x'.repeat(201)}` },
      { pointer: '#/a b' },
      { pointer: '/contact/email', code: 'x'.repeat(61), detail: 5 },
      { pointer: '#/description', code: 5, detail: 'd'.repeat(301) },
    ];
    expect(problem({ errors }).issues).to.deep.equal([
      { pointer: '#/contact/email' },
      { pointer: '#/description', detail: 'd'.repeat(300) },
    ]);
    for (const odd of [{}, 'x', 5, null]) expect(problem({ errors: odd }).issues).to.deep.equal([]);
  });

  it('is empty otherwise', () => {
    for (const text of NOT_JSON) {
      const { isRead: _, ...problem } = parseProblem(text);
      expect(problem, text).to.deep.equal({ type: '', id: undefined, createdAt: undefined, issues: [] });
    }
  });

  it('is told from a page, from nothing and from what was cut off', () => {
    expect(parseProblem('{"title":"No"}').isRead).to.be.true;
    for (const text of ['', '<h1>Conflict</h1>', '{"type":"https://x.example/problems/key-reu', '{}'])
      expect(parseProblem(text).isRead, text).to.be.false;
  });
});

describe('what a transport of the page returns', () => {
  const good = [
    { kind: 'accepted', receipt: RECEIPT },
    { kind: 'pending' },
    { kind: 'duplicate', id: 'HT-1', createdAt: RECEIPT.createdAt, isChanged: true },
    { kind: 'rejected', issues: [{ pointer: '#/country', code: 'x' }] },
    { kind: 'limited', until: 5 },
    { kind: 'refused', status: 403 },
    { kind: 'busy', after: 1000 },
    { kind: 'unreachable' },
    { kind: 'oversized' },
    { kind: 'unconfirmed' },
    { kind: 'interrupted' },
  ];
  for (const attempt of good) {
    it(`may be ${attempt.kind}`, () => expect(parseAttempt({ ...attempt, other: 1 })).to.deep.equal(attempt));
  }

  it('takes a duplicate for an equal one unless it says otherwise', () => {
    expect(parseAttempt({ kind: 'duplicate', id: 'HT-1', isChanged: 'yes' })).to.deep.equal({
      kind: 'duplicate',
      id: 'HT-1',
      isChanged: false,
    });
  });

  it('may be nothing else', () => {
    const bad = [
      { kind: 'sent' },
      { kind: ['pending', 'x'] },
      { kind: 'accepted' },
      { kind: 'accepted', receipt: { id: 'HT-1' } },
      { kind: 'duplicate' },
      { kind: 'limited', until: 'soon' },
      { kind: 'limited', until: Infinity },
      { kind: 'busy', after: Number.NaN },
      { kind: 'refused', status: '403' },
    ];
    for (const value of [...bad, ...HOSTILE]) expect(parseAttempt(value)).to.be.undefined;
  });
});

it('answers may be any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseReceipt(text)).to.be.undefined;
      expect(isPending(text)).to.equal(false);
      expect(parseProblem(text).issues).to.be.an('array');
    }),
  );
});
