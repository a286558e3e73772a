import { expect } from '@open-wc/testing';
import { readAnswer } from '../../src/services/answer.js';
import type { Attempt } from '../../src/services/transport.js';

const NOW = Date.UTC(2026, 10, 23, 12);
const RECEIPT = { id: 'HT-7F3K9Q', createdAt: '2026-11-23T12:00:00Z', replyBy: '2026-11-24T12:00:00Z' };
const TYPE = 'https://help.example/problems';
const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8' };

const file = (size: number) => new File([new Uint8Array(size)], 'a.png');
const [small, large] = [file(1), file(2)];

function read(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  files: readonly File[] = [],
): Attempt {
  const responseText = typeof body === 'string' ? body : JSON.stringify(body);
  const getResponseHeader = (name: string) => headers[name] ?? null;
  // Members that are undefined are as good as absent.
  return JSON.parse(JSON.stringify(readAnswer({ status, responseText, getResponseHeader }, files, NOW))) as Attempt;
}

const accepted = { kind: 'accepted', receipt: RECEIPT };
const unconfirmed = { kind: 'unconfirmed' };

describe('answers', () => {
  describe('of success', () => {
    const table: [what: string, status: number, body: unknown, outcome: object][] = [
      ['201 with a receipt', 201, RECEIPT, accepted],
      ['200 with a receipt, as other backends answer', 200, RECEIPT, accepted],
      ['202 that waits for the customer', 202, { status: 'verification-pending' }, { kind: 'pending' }],
      ['202 with anything else', 202, RECEIPT, unconfirmed],
      ['202 without a body', 202, '', unconfirmed],
      ['201 that waits for the customer', 201, { status: 'verification-pending' }, unconfirmed],
      ['201 without a body', 201, '', unconfirmed],
      ['201 with HTML', 201, '<!doctype html><title>Welcome</title>', unconfirmed],
      ['201 with half a body', 201, '{"id":"HT-1","createdAt":"2026', unconfirmed],
      ['201 with null', 201, null, unconfirmed],
      ['201 with a list', 201, [RECEIPT], unconfirmed],
      ['201 with a text', 201, '"HT-1"', unconfirmed],
      ['201 without an id', 201, { ...RECEIPT, id: undefined }, unconfirmed],
      ['201 with an id that is a number', 201, { ...RECEIPT, id: 7 }, unconfirmed],
      ['201 with an empty id', 201, { ...RECEIPT, id: '' }, unconfirmed],
      ['201 with an id full of markup', 201, { ...RECEIPT, id: '<img src=x onerror=alert(1)>' }, unconfirmed],
      ['201 with an endless id', 201, { ...RECEIPT, id: 'x'.repeat(65) }, unconfirmed],
      ['201 without a time', 201, { ...RECEIPT, createdAt: undefined }, unconfirmed],
      ['201 with a time that is none', 201, { ...RECEIPT, createdAt: 'today' }, unconfirmed],
      ['201 with a receipt in a prototype', 201, `{"__proto__":${JSON.stringify(RECEIPT)}}`, unconfirmed],
      ['201 with an endless body', 201, JSON.stringify({ ...RECEIPT, more: 'x'.repeat(100_000) }), unconfirmed],
      ['204', 204, '', unconfirmed],
      ['a redirect that was not followed', 304, '', unconfirmed],
    ];
    for (const [what, status, body, outcome] of table) {
      it(what, () => {
        expect(read(status, body)).to.deep.equal(outcome);
      });
    }

    it('keeps the receipt where only what is optional is broken', () => {
      const attempt = read(201, {
        ...RECEIPT,
        replyBy: 'soon',
        statusUrl: 'javascript:alert(1)',
        extra: { deep: true },
      });
      expect(attempt).to.deep.equal({ kind: 'accepted', receipt: { id: RECEIPT.id, createdAt: RECEIPT.createdAt } });
    });

    it('keeps the address of the ticket', () => {
      const statusUrl = 'https://help.example/t/HT-7F3K9Q';
      expect(read(201, { ...RECEIPT, statusUrl })).to.have.nested.property('receipt.statusUrl', statusUrl);
    });
  });

  describe('of a ticket that exists or is on its way', () => {
    const createdAt = RECEIPT.createdAt;
    const table: [what: string, status: number, body: unknown, outcome: object][] = [
      [
        '409 duplicate',
        409,
        { type: `${TYPE}/duplicate`, id: 'HT-1', createdAt },
        { kind: 'duplicate', id: 'HT-1', createdAt, isChanged: false },
      ],
      [
        '409 without a time',
        409,
        { type: `${TYPE}/duplicate`, id: 'HT-1' },
        { kind: 'duplicate', id: 'HT-1', isChanged: false },
      ],
      [
        '409 of another backend, with an id',
        409,
        { type: 'about:blank', id: 'HT-1' },
        { kind: 'duplicate', id: 'HT-1', isChanged: false },
      ],
      ['409 without an id', 409, { type: `${TYPE}/duplicate` }, { kind: 'unconfirmed' }],
      [
        '409 with an id that cannot be shown',
        409,
        { type: `${TYPE}/duplicate`, id: 'HT 1\n' },
        { kind: 'unconfirmed' },
      ],
      ['409 with HTML', 409, '<h1>Conflict</h1>', { kind: 'unconfirmed' }],
      ['409 in progress, cut off', 409, `{"type":"${TYPE}/in-progress","tit`, { kind: 'unconfirmed' }],
      ['409 in progress', 409, { type: `${TYPE}/in-progress` }, { kind: 'busy', after: 1000 }],
      ['409 in progress, type with a fragment', 409, { type: `${TYPE}#in-progress` }, { kind: 'busy', after: 1000 }],
      [
        '422 key reused',
        422,
        { type: `${TYPE}/key-reused`, id: 'HT-1', createdAt },
        { kind: 'duplicate', id: 'HT-1', createdAt, isChanged: true },
      ],
      ['422 key reused without an id', 422, { type: `${TYPE}/key-reused` }, { kind: 'unconfirmed' }],
      ['422 key reused, cut off', 422, `{"type":"${TYPE}/key-reused","id":"HT`, { kind: 'unconfirmed' }],
      [
        '422 key reused with errors',
        422,
        { type: `${TYPE}/key-reused`, errors: [{ pointer: '#/contact' }] },
        { kind: 'unconfirmed' },
      ],
    ];
    for (const [what, status, body, outcome] of table) {
      it(what, () => {
        expect(read(status, body, PROBLEM)).to.deep.equal(outcome);
      });
    }

    it('waits as long as the server asks while the key is in progress', () => {
      expect(read(409, { type: `${TYPE}/in-progress` }, { 'retry-after': '3' })).to.deep.equal({
        kind: 'busy',
        after: 3000,
      });
    });
  });

  describe('of what was not taken', () => {
    const issues = (...found: object[]) => ({ kind: 'rejected', issues: found });
    const table: [what: string, status: number, body: unknown, files: File[], outcome: object][] = [
      [
        '422 with errors',
        422,
        {
          errors: [
            { pointer: '#/contact/email', code: 'email-format', detail: 'No such domain' },
            { pointer: '#/fields/amount' },
          ],
        },
        [],
        issues(
          { pointer: '#/contact/email', code: 'email-format', detail: 'No such domain' },
          { pointer: '#/fields/amount' },
        ),
      ],
      [
        '422 with a pointer without its "#"',
        422,
        { errors: [{ pointer: '/contact/email' }] },
        [],
        issues({ pointer: '#/contact/email' }),
      ],
      [
        '422 with errors of which some are nonsense',
        422,
        {
          errors: [
            null,
            7,
            'x',
            {},
            { pointer: 'email' },
            { pointer: 7 },
            { pointer: `#/${'x'.repeat(300)}` },
            { pointer: '#/topic', code: 7, detail: {} },
          ],
        },
        [],
        issues({ pointer: '#/topic' }),
      ],
      [
        '422 with endless words',
        422,
        { errors: [{ pointer: '#/topic', detail: 'x'.repeat(1000) }] },
        [],
        issues({ pointer: '#/topic', detail: 'x'.repeat(300) }),
      ],
      ['422 without errors', 422, { title: 'No' }, [], { kind: 'refused', status: 422 }],
      [
        '422 with errors that are no list',
        422,
        { errors: { pointer: '#/topic' } },
        [],
        { kind: 'refused', status: 422 },
      ],
      ['422 with HTML', 422, '<p>no</p>', [], { kind: 'unconfirmed' }],
      [
        '413 with a pointer',
        413,
        { errors: [{ pointer: '#/attachments/1', code: 'attachment-too-large' }] },
        [small, large],
        issues({ pointer: '#/attachments/1', code: 'attachment-too-large' }),
      ],
      [
        '413 with a pointer and no code',
        413,
        { errors: [{ pointer: '#/attachments/0', code: 7 }] },
        [small],
        issues({ pointer: '#/attachments/0', code: 'attachment-too-large' }),
      ],
      [
        '415 with a pointer and a code of its own',
        415,
        { errors: [{ pointer: '#/attachments/0', code: 'virus' }] },
        [small],
        issues({ pointer: '#/attachments/0', code: 'virus' }),
      ],
    ];
    for (const [what, status, body, files, outcome] of table) {
      it(what, () => {
        expect(read(status, body, PROBLEM, files)).to.deep.equal(outcome);
      });
    }

    const bare: [what: string, status: number, files: File[], outcome: object][] = [
      [
        'a bare 413 with files means the largest',
        413,
        [small, large, small],
        { kind: 'rejected', issues: [{ pointer: '#/attachments/1', code: 'attachment-too-large' }] },
      ],
      ['a bare 413 without files', 413, [], { kind: 'refused', status: 413 }],
      [
        'a bare 415 with one file',
        415,
        [small],
        { kind: 'rejected', issues: [{ pointer: '#/attachments/0', code: 'attachment-type' }] },
      ],
      [
        'a bare 415 with several files',
        415,
        [small, large],
        { kind: 'rejected', issues: [{ pointer: '#/attachments', code: 'attachment-type' }] },
      ],
      ['a bare 415 without files', 415, [], { kind: 'refused', status: 415 }],
    ];
    for (const [what, status, files, outcome] of bare) {
      it(what, () => {
        expect(read(status, '<html>Request Entity Too Large</html>', {}, files)).to.deep.equal(outcome);
      });
    }

    for (const status of [400, 401, 403, 404, 405, 410, 418, 451, 499]) {
      it(`${status} is a refusal, whatever its body`, () => {
        for (const body of [{ errors: [{ pointer: '#/topic' }], id: 'HT-1' }, '<h1>no</h1>', '', 'null', '7']) {
          expect(read(status, body, PROBLEM)).to.deep.equal({ kind: 'refused', status });
        }
      });
    }
  });

  describe('of a server in trouble', () => {
    for (const status of [408, 500, 501, 502, 504, 520, 599]) {
      it(`${status} leaves it open whether there is a ticket`, () => {
        expect(
          read(status, { type: `${TYPE}/duplicate`, id: 'HT-1' }, { ...PROBLEM, 'retry-after': '5' }),
        ).to.deep.equal(unconfirmed);
      });
    }

    it('takes a 503 of the application for a limit, and one of a proxy for an open ending', () => {
      expect(read(503, {}, { ...PROBLEM, 'retry-after': '5' })).to.deep.equal({ kind: 'limited', until: NOW + 5000 });
      expect(read(503, '<h1>Bad gateway</h1>', { 'content-type': 'text/html', 'retry-after': '5' })).to.deep.equal(
        unconfirmed,
      );
      expect(read(503, '')).to.deep.equal(unconfirmed);
    });

    const waits: [header: string | undefined, wait: number][] = [
      ['120', 120_000],
      ['0', 1000],
      [new Date(NOW + 90_000).toUTCString(), 90_000],
      [new Date(NOW - 90_000).toUTCString(), 1000],
      ['999999999', 86_400_000],
      ['soon', 60_000],
      ['-5', 1000],
      ['', 60_000],
      [undefined, 60_000],
    ];
    for (const [header, wait] of waits) {
      it(`429 with Retry-After "${header}" waits ${wait} ms`, () => {
        const attempt = read(429, '', header === undefined ? {} : { 'retry-after': header });
        if (header === '-5')
          expect(attempt)
            .to.have.property('until')
            .that.is.within(NOW + 1000, NOW + 60_000);
        else expect(attempt).to.deep.equal({ kind: 'limited', until: NOW + wait });
      });
    }
  });
});
