import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { digestOf, type FileIdentity, fingerprint, topicFingerprint } from '../../src/ticket/fingerprint.js';
import type { Ticket } from '../../src/ticket/ticket.js';

const TICKET: Ticket = {
  country: 'BR',
  contact: { email: 'maria@example.com', name: 'Maria' },
  topic: ['deposits', 'missing'],
  fields: { amount: '1.5', currency: 'BRL' },
  description: 'My deposit is not there.',
  attachments: [],
  locale: 'en',
};
const FILE: FileIdentity = { name: 'a.png', size: 5, lastModified: 7 };

const of = (changes: Partial<Ticket> = {}, files: readonly FileIdentity[] = [FILE], salt = 'salt') =>
  fingerprint({ ...TICKET, ...changes }, files, salt);
const email = (address: string) => ({ contact: { ...TICKET.contact, email: address } });
const BASE = of();

describe('fingerprint', () => {
  it('is the same for the same', () => {
    expect(of({ ...structuredClone(TICKET) }, [{ ...FILE }])).to.deep.equal(BASE);
    expect(BASE.digest).to.match(/^[0-9a-z]{8,13}$/);
    expect(BASE.topicDigest).to.match(/^[0-9a-z]{8,13}$/);
  });

  const equal: readonly [string, Partial<Ticket>][] = [
    ['white space in the description', { description: '\n My  deposit\tis not\u00a0there. ' }],
    ['case of the description', { description: 'MY DEPOSIT IS NOT THERE.' }],
    ['compatible characters in the description', { description: 'My ｄeposit is not there.' }],
    ['case of the address', email('Maria@Example.COM')],
    ['order of the fields', { fields: { currency: 'BRL', amount: '1.5' } }],
    ['name', { contact: { ...TICKET.contact, name: 'Ana' } }],
    ['phone', { contact: { ...TICKET.contact, phone: '+55 11 91234-5678' } }],
    ['country', { country: 'MX' }],
    ['page, language and related ticket', { page: { url: 'https://x.y' }, locale: 'es', relatedTo: 'HT-1' }],
  ];
  for (const [what, changes] of equal) {
    it(`does not change with the ${what}`, () => expect(of(changes)).to.deep.equal(BASE));
  }

  const other: readonly [string, Partial<Ticket>, (readonly FileIdentity[])?][] = [
    ['address', email('ana@example.com')],
    ['topic', { topic: ['deposits', 'pix'] }],
    ['level of the topic', { topic: ['deposits'] }],
    ['cut between topics', { topic: ['deposits,missing'] }],
    ['value of a field', { fields: { amount: '1.50', currency: 'BRL' } }],
    ['kind of a value', { fields: { amount: '1.5', currency: 'BRL', box: true } }],
    ['name of a field', { fields: { sum: '1.5', currency: 'BRL' } }],
    ['number of fields', { fields: {} }],
    ['words', { description: 'My deposit is there.' }],
    ['cut between words', { description: 'Mydeposit is not there.' }],
    ['number of files', {}, []],
    ['files twice', {}, [FILE, FILE]],
    ['name of a file', {}, [{ ...FILE, name: 'b.png' }]],
    ['size of a file', {}, [{ ...FILE, size: 6 }]],
    ['date of a file', {}, [{ ...FILE, lastModified: 8 }]],
  ];
  for (const [what, changes, files] of other) {
    it(`changes with the ${what}`, () => expect(of(changes, files).digest).not.to.equal(BASE.digest));
  }

  it('has a topic digest of address and topic alone', () => {
    for (const [what, changes, files] of other) {
      const isSame = !['address', 'topic', 'level of the topic', 'cut between topics'].includes(what);
      expect(of(changes, files).topicDigest === BASE.topicDigest, what).to.equal(isSame);
    }
  });

  it('can tell a likely twin before the ticket is whole', () => {
    expect(topicFingerprint(' Maria@Example.com ', ['deposits', 'missing'], 'salt')).to.deep.equal({
      digest: '',
      topicDigest: BASE.topicDigest,
    });
    expect(topicFingerprint('', [], 'salt').topicDigest).not.to.equal(BASE.topicDigest);
  });

  it('means nothing under another salt', () => {
    const elsewhere = of({}, [FILE], 'pepper');
    expect(elsewhere.digest).not.to.equal(BASE.digest);
    expect(elsewhere.topicDigest).not.to.equal(BASE.topicDigest);
  });

  it('does not hold what was written', () => {
    const text = JSON.stringify(of(email('x@y.z')));
    for (const word of ['x@y.z', 'deposits', 'salt']) expect(text).not.to.include(word);
  });

  it('is a hash of 64 bits: the published values of FNV-1a', () => {
    // JSON puts quotation marks around a text, so these are of `""` and of `"a"`.
    expect(digestOf('')).to.equal(fnv('""'));
    expect(digestOf('a')).to.equal(fnv('"a"'));
    expect(fnv('')).to.equal(0xcbf29ce484222325n.toString(36));
    expect(fnv('a')).to.equal(0xaf63dc4c8601ec8cn.toString(36));
    expect(fnv('foobar')).to.equal(0x85944171f73967e8n.toString(36));
    expect(digestOf('ação')).to.equal(fnv('"ação"'));
  });

  it('differs for what differs', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const digest = digestOf(value);
        expect(seen.get(digest) ?? text).to.equal(text);
        seen.set(digest, text);
      }),
      { numRuns: 2000 },
    );
  });
});

/** FNV-1a by its definition, bit by bit. */
function fnv(text: string): string {
  let hash = 14_695_981_039_346_656_037n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 1_099_511_628_211n) % 2n ** 64n;
  return hash.toString(36);
}
