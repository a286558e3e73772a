import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { FormDefinitionInput } from '../../src/ticket/form-definition.js';
import { parseTicket, ticketSchema } from '../../src/ticket/index.js';
import { FORM, formOf, HOSTILE } from './forms.js';

const TICKET = {
  country: 'BR',
  contact: { email: 'maria@example.com', name: 'Maria Souza' },
  topic: ['deposits', 'missing'],
  fields: { currency: 'USD' },
  description: 'My deposit is not there.',
  attachments: [],
  locale: 'pt-BR',
};

const FILE = { name: 'receipt.png', type: 'image/png', size: 48_213 };

function issues(changes: object, form = FORM) {
  return (parseTicket(form, { ...TICKET, ...changes }).issues ?? []).map(({ pointer, code }) => [pointer, code]);
}

function ticketOf(changes: object, form = FORM) {
  const { ticket, issues: found } = parseTicket(form, { ...TICKET, ...changes });
  if (!ticket) throw new Error(JSON.stringify(found));
  return ticket;
}

const withFields = (fields: FormDefinitionInput['topics'][number]['fields']) =>
  formOf({ topics: [{ id: 'only', label: 'Only', fields }] });

describe('parseTicket', () => {
  it('takes a good one as it is', () => {
    expect(parseTicket(FORM, TICKET)).to.deep.equal({ ticket: TICKET });
    expect(ticketSchema.safeParse(TICKET).success).to.equal(true);
  });

  it('takes everything that the contract names, and leaves out what it does not', () => {
    const whole = {
      ...TICKET,
      contact: { ...TICKET.contact, phone: '+55 11 91234-5678' },
      attachments: [{ ...FILE, id: 'Zk3x_vW-9qYp1sT7uB2c4d' }],
      page: { url: 'https://example.com/help', title: 'Help' },
      relatedTo: 'HT-7F3K9Q',
      formToken: 'token',
    };
    const hostile = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":"x","isAdmin":true}');
    const { ticket } = parseTicket(FORM, { ...whole, ...hostile, contact: { ...whole.contact, isAdmin: true } });
    expect(ticket).to.deep.equal(whole);
    expect(Object.keys(ticket!)).not.to.include.members(['isAdmin', 'constructor', '__proto__']);
  });

  describe('text', () => {
    it('is trimmed and NFC', () => {
      const ticket = ticketOf({
        contact: { email: ' joão@exemplo.com\n', name: ' Joa\u0303o ', phone: ' +55 11 91234-5678 ' },
        description: '\n não chegou \n',
        fields: { currency: ' USD ', note: ' na\u0303o ' },
      });
      expect(ticket.contact).to.deep.equal({ email: 'joão@exemplo.com', name: 'João', phone: '+55 11 91234-5678' });
      expect(ticket.description).to.equal('não chegou');
      expect(ticket.fields).to.deep.equal({ currency: 'USD', note: 'não' });
    });

    const rows: readonly [string, object, string, string][] = [
      ['no country', { country: '' }, '#/country', 'required'],
      ['a country of the wrong type', { country: 5 }, '#/country', 'required'],
      ['a country that there is not', { country: 'XX' }, '#/country', 'not-an-option'],
      ['lower case', { country: 'br' }, '#/country', 'not-an-option'],
      ['no contact', { contact: undefined }, '#/contact', 'wrong-type'],
      ['no e-mail', { contact: { name: 'M', email: ' ' } }, '#/contact/email', 'required'],
      ['an e-mail of the wrong type', { contact: { name: 'M', email: ['a@b.c'] } }, '#/contact/email', 'required'],
      ['half an e-mail', { contact: { name: 'M', email: 'maria@' } }, '#/contact/email', 'email-format'],
      ['no name', { contact: { name: '  ', email: 'a@b.c' } }, '#/contact/name', 'required'],
      ['a long name', { contact: { name: 'M'.repeat(201), email: 'a@b.c' } }, '#/contact/name', 'too-long'],
      ['no description', { description: ' \n ' }, '#/description', 'required'],
      ['a missing description', { description: undefined }, '#/description', 'required'],
      ['a long description', { description: 'x'.repeat(5001) }, '#/description', 'too-long'],
      ['no topic', { topic: [] }, '#/topic/0', 'required'],
      ['a missing topic', { topic: undefined }, '#/topic', 'required'],
      ['a topic as text', { topic: 'deposits' }, '#/topic', 'required'],
      ['half a topic', { topic: ['deposits'] }, '#/topic/1', 'required'],
      ['a topic that there is not', { topic: ['nope'] }, '#/topic/0', 'not-an-option'],
      ['a member of every object as topic', { topic: ['constructor'] }, '#/topic/0', 'not-an-option'],
      ['a topic below a leaf', { topic: ['account', 'x'] }, '#/topic/1', 'not-an-option'],
      ['a topic of another country', { country: 'MX', topic: ['deposits', 'pix'] }, '#/topic/1', 'not-an-option'],
      ['a topic of numbers', { topic: [1] }, '#/topic/0', 'wrong-type'],
      ['no locale', { locale: '' }, '#/locale', 'wrong-type'],
      ['a bad locale', { locale: 'pt_BR!' }, '#/locale', 'wrong-type'],
      ['a locale after something else', { locale: '<b>pt-BR' }, '#/locale', 'wrong-type'],
      ['a bad number of another ticket', { relatedTo: '<b>' }, '#/relatedTo', 'wrong-type'],
      ['a number of another ticket after something else', { relatedTo: '<b>HT-1' }, '#/relatedTo', 'wrong-type'],
      ['a number of another ticket before something else', { relatedTo: 'HT-1<b>' }, '#/relatedTo', 'wrong-type'],
      ['consent that is none, where nobody asks', { consent: 'yes' }, '#/consent', 'wrong-type'],
      ['a page without address', { page: { title: 'x' } }, '#/page/url', 'required'],
    ];
    for (const [what, changes, pointer, code] of rows) {
      it(`reports ${what}`, () => expect(issues(changes)).to.deep.equal([[pointer, code]]));
    }

    it('tells the bound that was crossed', () => {
      const { issues: found } = parseTicket(FORM, { ...TICKET, description: 'x'.repeat(5001) });
      expect(found).to.deep.equal([{ pointer: '#/description', step: 'details', code: 'too-long', limit: 5000 }]);
    });

    it('has the bounds of the form', () => {
      const form = formOf({ description: { minLength: 10, maxLength: 20 } });
      expect(issues({ description: 'x'.repeat(9) }, form)).to.deep.equal([['#/description', 'too-short']]);
      expect(issues({ description: 'x'.repeat(10) }, form)).to.be.empty;
      expect(issues({ description: 'x'.repeat(20) }, form)).to.be.empty;
      expect(issues({ description: 'x'.repeat(21) }, form)).to.deep.equal([['#/description', 'too-long']]);
      expect(issues({ description: '' }, formOf({ description: { minLength: 0 } }))).to.be.empty;
    });

    it('reports all, in the order of the steps', () => {
      const { issues: found = [] } = parseTicket(FORM, { locale: 'en', topic: ['deposits'], contact: {} });
      expect(found.map(({ step }) => step)).to.deep.equal(['country', 'contact', 'contact', 'topic', 'details']);
    });
  });

  it('knows the countries of the form only', () => {
    const form = formOf({ countries: { only: ['MX'] } });
    expect(issues({}, form)).to.deep.equal([['#/country', 'not-an-option']]);
    expect(issues({ country: 'MX' }, form)).to.be.empty;
  });

  describe('phone', () => {
    const phoneIssues = (phone: unknown, setting: 'optional' | 'required' | 'hidden') =>
      issues({ contact: { ...TICKET.contact, phone } }, formOf({ contact: { phone: setting } }));

    for (const phone of [
      '+55 11 91234-5678',
      '(011) 4321-8765',
      '5512345678',
      '+1 415 555 0100 ext 12',
      '011.4321.8765 ramal 5',
      '123456',
      '1'.repeat(20),
    ]) {
      it(`takes ${phone}`, () => expect(phoneIssues(phone, 'required')).to.be.empty);
    }
    for (const phone of [
      '12345',
      '1'.repeat(21),
      'call me',
      'maria@example.com',
      '+55 11 <b>12345678</b>',
      '0'.repeat(41),
    ]) {
      it(`does not take ${phone}`, () => expect(phoneIssues(phone, 'optional')[0]?.[0]).to.equal('#/contact/phone'));
    }

    it('may be missing unless it is required', () => {
      for (const phone of [undefined, '', ' ']) {
        expect(phoneIssues(phone, 'optional')).to.be.empty;
        expect(phoneIssues(phone, 'required')).to.deep.equal([['#/contact/phone', 'required']]);
      }
    });

    it('is neither checked nor passed on where the form does not ask for it', () => {
      for (const phone of ['x', '+55 11 91234-5678', 5]) {
        expect(phoneIssues(phone, 'hidden')).to.be.empty;
        const form = formOf({ contact: { phone: 'hidden' } });
        expect(ticketOf({ contact: { ...TICKET.contact, phone } }, form).contact).to.deep.equal(TICKET.contact);
      }
    });
  });

  describe('fields', () => {
    it('checks those that show', () => {
      expect(issues({ fields: {} })).to.deep.equal([['#/fields/currency', 'required']]);
      expect(issues({ fields: { currency: 'EUR' } })).to.deep.equal([['#/fields/currency', 'not-an-option']]);
      expect(issues({ fields: { currency: 'BRL' } })).to.deep.equal([['#/fields/amount', 'required']]);
      expect(issues({ fields: { currency: 'BRL', amount: '1,5', day: 'soon' } })).to.deep.equal([
        ['#/fields/amount', 'number-format'],
        ['#/fields/day', 'date-format'],
      ]);
    });

    it('neither checks nor passes on those that do not show', () => {
      const fields = { currency: 'USD', amount: 'nonsense', other: 'x', __proto: 'y' };
      expect(ticketOf({ fields }).fields).to.deep.equal({ currency: 'USD' });
      expect(ticketOf({ topic: ['account'], fields }).fields).to.deep.equal({});
    });

    it('leaves out empty ones', () => {
      expect(ticketOf({ fields: { currency: 'USD', note: ' ', day: null } }).fields).to.deep.equal({ currency: 'USD' });
      expect(ticketOf({ topic: ['account'], fields: undefined }).fields).to.deep.equal({});
    });

    it('takes numbers as numbers or as decimal strings, and never loses a digit', () => {
      const fields = (amount: unknown) => ticketOf({ fields: { currency: 'BRL', amount } }).fields['amount'];
      expect(fields(120.5)).to.equal('120.5');
      expect(fields('120.50')).to.equal('120.50');
      expect(fields('1.00012345000000000000001')).to.equal('1.00012345000000000000001');
      const { issues: found } = parseTicket(FORM, { ...TICKET, fields: { currency: 'BRL', amount: 0 } });
      expect(found).to.deep.equal([{ pointer: '#/fields/amount', step: 'topic', code: 'too-small', limit: 0.01 }]);
    });

    it('keeps the booleans of checkboxes', () => {
      const form = withFields([{ id: 'agree', kind: 'checkbox', label: 'A', required: true }]);
      expect(ticketOf({ topic: ['only'], fields: { agree: true } }, form).fields).to.deep.equal({ agree: true });
      expect(issues({ topic: ['only'], fields: { agree: false } }, form)).to.deep.equal([
        ['#/fields/agree', 'required'],
      ]);
      expect(issues({ topic: ['only'], fields: { agree: 'yes' } }, form)).to.deep.equal([
        ['#/fields/agree', 'not-an-option'],
      ]);
    });

    it('refuses what is no value, without reading it', () => {
      for (const note of [{}, [], ['a'], { toString: 1, valueOf: 1 }, true]) {
        expect(issues({ fields: { currency: 'USD', note } })).to.deep.equal([['#/fields/note', 'not-an-option']]);
      }
    });

    it('is not confused by ids that every object has', () => {
      const ids = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
      const form = withFields(ids.map((id) => ({ id, kind: 'text', label: id })));
      expect(ticketOf({ topic: ['only'], fields: {} }, form).fields).to.deep.equal({});
      const fields = Object.fromEntries(ids.map((id) => [id, 'x']));
      expect(ticketOf({ topic: ['only'], fields }, form).fields).to.deep.equal(fields);
      const required = withFields([{ id: 'constructor', kind: 'text', label: 'C', required: true }]);
      expect(issues({ topic: ['only'], fields: {} }, required)).to.deep.equal([['#/fields/constructor', 'required']]);
    });

    it('gives nothing a prototype', () => {
      const fields = JSON.parse('{"currency":"USD","__proto__":{"note":"x"}}');
      expect(ticketOf({ fields }).fields).to.deep.equal({ currency: 'USD' });
      expect(({} as { note?: unknown }).note).to.be.undefined;
    });

    it('shows the fields of every topic on the path', () => {
      const form = formOf({
        topics: [
          {
            id: 'a',
            label: 'A',
            fields: [{ id: 'one', kind: 'text', label: '1', required: true }],
            topics: [{ id: 'b', label: 'B', fields: [{ id: 'two', kind: 'text', label: '2', required: true }] }],
          },
        ],
      });
      expect(issues({ topic: ['a', 'b'], fields: {} }, form)).to.deep.equal([
        ['#/fields/one', 'required'],
        ['#/fields/two', 'required'],
      ]);
    });
  });

  describe('attachments', () => {
    const form = formOf({ attachments: { maxFiles: 2, maxFileBytes: 100, accept: ['image/*'] } });
    const image = { name: 'a.png', type: 'image/png', size: 100 };

    it('may be missing', () => {
      expect(ticketOf({ attachments: undefined }).attachments).to.deep.equal([]);
    });

    it('is required by the topic, or by one above it', () => {
      expect(issues({ topic: ['security'] })).to.deep.equal([['#/attachments', 'attachments-required']]);
      expect(issues({ topic: ['security'], attachments: [FILE] })).to.be.empty;
      const deep = formOf({
        topics: [{ id: 'a', label: 'A', attachments: { required: true }, topics: [{ id: 'b', label: 'B' }] }],
      });
      expect(issues({ topic: ['a', 'b'] }, deep)).to.deep.equal([['#/attachments', 'attachments-required']]);
    });

    const rows: readonly [string, readonly object[], readonly (readonly [string, string])[]][] = [
      ['one that fits', [image], []],
      ['an empty one', [{ ...image, size: 0 }], [['#/attachments/0', 'attachment-empty']]],
      ['a large one', [image, { ...image, size: 101 }], [['#/attachments/1', 'attachment-too-large']]],
      ['one of another kind', [{ ...image, type: 'text/html' }], [['#/attachments/0', 'attachment-type']]],
      ['one too many', [image, image, image], [['#/attachments/2', 'too-many-attachments']]],
      ['a negative size', [{ ...image, size: -1 }], [['#/attachments/0/size', 'wrong-type']]],
      ['no size', [{ name: 'a', type: 'image/png' }], [['#/attachments/0/size', 'wrong-type']]],
      ['a long type', [{ ...image, type: `image/${'x'.repeat(255)}` }], [['#/attachments/0/type', 'too-long']]],
      ['a long id', [{ ...image, id: 'x'.repeat(256) }], [['#/attachments/0/id', 'too-long']]],
      ['an id that is no text', [{ ...image, id: 5 }], [['#/attachments/0/id', 'wrong-type']]],
    ];
    for (const [what, attachments, expected] of rows) {
      it(`checks ${what}`, () => expect(issues({ attachments }, form)).to.deep.equal(expected));
    }

    it('checks the name after cleaning it, not before', () => {
      const types = formOf({ attachments: { accept: ['.png'] } });
      const name = 'page.html\u202e\u200b/../.png';
      expect(issues({ attachments: [{ ...image, name }] }, types)).to.deep.equal([
        ['#/attachments/0', 'attachment-type'],
      ]);
      expect(ticketOf({ attachments: [{ ...image, name: '../a\u202e.png' }] }, types).attachments[0]?.name).to.equal(
        'a.png',
      );
    });
  });

  describe('consent', () => {
    const form = formOf({ consent: { label: 'I agree' } });
    it('must be given where the form asks for it', () => {
      for (const consent of [undefined, false, 'true', 1, null]) {
        expect(issues({ consent }, form)).to.deep.equal([['#/consent', 'consent-required']]);
      }
      expect(ticketOf({ consent: true }, form).consent).to.equal(true);
    });
    it('is not missed elsewhere', () => expect(issues({})).to.be.empty);
  });

  describe('anything else', () => {
    it('is refused and not thrown', () => {
      for (const input of HOSTILE) {
        expect(parseTicket(FORM, input).ticket).to.be.undefined;
        expect(parseTicket(FORM, input).issues).not.to.be.empty;
      }
    });

    it('is refused in every member', () => {
      for (const name of [
        'country',
        'contact',
        'topic',
        'description',
        'attachments',
        'locale',
        'page',
        'relatedTo',
      ] as const) {
        for (const value of [null, 5, true, {}, { toString: 1, valueOf: 1 }, [{}], [null]]) {
          expect(issues({ [name]: value }), `${name}: ${JSON.stringify(value)}`).not.to.be.empty;
        }
      }
    });

    it('never throws, and names a step for each issue', () => {
      fc.assert(
        fc.property(
          fc.anything({ withNullPrototype: true }),
          fc.constantFrom(...Object.keys(TICKET)),
          (value, name) => {
            for (const input of [value, { ...TICKET, [name]: value }]) {
              const { ticket, issues: found = [] } = parseTicket(FORM, input);
              expect(Boolean(ticket)).to.equal(found.length === 0);
              for (const { step, pointer } of found) {
                expect(step).to.be.oneOf(['country', 'contact', 'topic', 'details', 'review']);
                expect(pointer).to.match(/^#/);
              }
            }
          },
        ),
      );
    });

    it('comes out the same when it is parsed again', () => {
      const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
      fc.assert(
        fc.property(text, text, text, fc.constantFrom('image/png', 'text/plain'), (name, description, note, type) => {
          const attachments = [{ name: `${note}.txt`, type, size: 5 }];
          const fields = { currency: 'USD', note };
          const input = { ...TICKET, contact: { ...TICKET.contact, name }, description, fields, attachments };
          const { ticket } = parseTicket(FORM, input);
          if (ticket) expect(parseTicket(FORM, JSON.parse(JSON.stringify(ticket)))).to.deep.equal({ ticket });
        }),
      );
    });
  });
});
