import { expect } from '@open-wc/testing';
import { answeredSteps, initialAnswers, issuesOf, type Said, ticketOf, wireFields } from '../../src/ticket/answers.js';
import { answersOf, attachmentOf, FORM, formOf } from './forms.js';

function said(changes: Partial<Said> = {}): Said {
  return { form: FORM, locale: 'en', answers: answersOf(), attachments: [], ...changes };
}

describe('answers', () => {
  describe('at the beginning', () => {
    it('are empty', () => {
      expect(initialAnswers(FORM)).to.deep.equal({
        country: '',
        email: '',
        name: '',
        phone: '',
        topic: [],
        fields: {},
        description: '',
        consent: false,
        isDifferent: false,
      });
    });

    it('take what the page knows, and no more', () => {
      const known = { email: 'maria@example.com', name: '', phone: '', description: 'From the page' };
      expect(initialAnswers(FORM, known)).to.deep.include({
        email: 'maria@example.com',
        name: '',
        description: 'From the page',
      });
    });

    it('take the country from the page, the only one, or the one that the form prefers, in this order', () => {
      expect(initialAnswers(formOf({ countries: { preselect: 'BR' } })).country).to.equal('BR');
      expect(initialAnswers(formOf({ countries: { only: ['MX'], preselect: 'MX' } })).country).to.equal('MX');
      expect(initialAnswers(formOf({ countries: { only: ['MX', 'BR'] } })).country).to.equal('');
      expect(initialAnswers(formOf({ countries: { preselect: 'BR' } }), { country: 'AR' }).country).to.equal('AR');
    });

    it('take no country of the page that is none', () => {
      const form = formOf({ countries: { preselect: 'BR' } });
      for (const country of ['Brazil', 'XX', '', 'constructor']) {
        expect(initialAnswers(FORM, { country }).country, country).to.equal('');
        expect(initialAnswers(form, { country }).country, country).to.equal('BR');
      }
      expect(initialAnswers(form, { country: 'mx' }).country).to.equal('MX');
    });

    it('take a topic only if there is such a one', () => {
      expect(initialAnswers(FORM, { topic: ['deposits', 'missing'] }).topic).to.deep.equal(['deposits', 'missing']);
      expect(initialAnswers(FORM, { topic: ['nope'] }).topic).to.deep.equal([]);
      expect(initialAnswers(FORM, { topic: [] }).topic).to.deep.equal([]);
    });
  });

  describe('steps that need not be shown', () => {
    const customer = { email: 'maria@example.com', name: 'Maria' };
    const rows = [
      ['nothing is known', FORM, {}, []],
      ['the customer is signed in', FORM, customer, ['contact']],
      ['and their country is known', FORM, { ...customer, country: 'BR' }, ['country', 'contact']],
      ['only their address is known', FORM, { email: 'maria@example.com' }, []],
      ['their address is none', FORM, { email: 'maria', name: 'Maria' }, []],
      ['their country is none', FORM, { country: 'XX' }, []],
      ['and another one is preferred', formOf({ countries: { preselect: 'MX' } }), { country: 'Brazil' }, []],
      ['it is written small', FORM, { country: 'br' }, ['country']],
      ['there is one country', formOf({ countries: { only: ['MX'] } }), {}, ['country']],
      ['a country is only preferred', formOf({ countries: { preselect: 'MX' } }), {}, []],
      ['theirs is not served', formOf({ countries: { only: ['MX', 'AR'] } }), { country: 'BR' }, []],
      ['a phone is needed', formOf({ contact: { phone: 'required' } }), customer, []],
      [
        'and known',
        formOf({ contact: { phone: 'required' } }),
        { ...customer, phone: '+55 11 91234-5678' },
        ['contact'],
      ],
      ['the topic comes from a link', FORM, { topic: ['account'] }, []],
    ] as const;
    for (const [when, form, known, steps] of rows) {
      it(`when ${when}: ${steps.join(', ') || 'none'}`, () => expect(answeredSteps(form, known)).to.deep.equal(steps));
    }
  });

  describe('the ticket', () => {
    it('has what was said, cleaned', () => {
      const attachments = [attachmentOf('a', { name: '../a.png' })];
      expect(ticketOf(said({ attachments, locale: 'pt-BR' })).ticket).to.deep.equal({
        country: 'BR',
        contact: { email: 'maria@example.com', name: 'Maria Souza' },
        topic: ['deposits', 'missing'],
        fields: { currency: 'USD' },
        description: 'My deposit is not there.',
        attachments: [{ name: 'a.png', type: 'image/png', size: 1000 }],
        locale: 'pt-BR',
      });
    });

    it('has the phone as typed, if there is one and the form wants it', () => {
      const phoneOf = (setting: 'optional' | 'required' | 'hidden', phone: string) => {
        const form = formOf({ contact: { phone: setting } });
        const { ticket, issues } = ticketOf(said({ form, answers: answersOf({ phone }) }));
        return ticket ? ticket.contact.phone : issues[0]?.code;
      };
      expect(phoneOf('optional', ' 011 4321-8765 ')).to.equal('011 4321-8765');
      expect(phoneOf('optional', '  ')).to.be.undefined;
      expect(phoneOf('required', '')).to.equal('required');
      expect(phoneOf('hidden', 'x')).to.be.undefined;
    });

    it('has consent only where it is asked for', () => {
      const form = formOf({ consent: { label: 'I agree' } });
      const answers = answersOf({ consent: true });
      expect(ticketOf(said({ form, answers })).ticket).to.have.property('consent', true);
      expect(ticketOf(said({ answers })).ticket).not.to.have.property('consent');
      expect(issuesOf(said({ form }))).to.deep.equal([
        { pointer: '#/consent', step: 'review', code: 'consent-required' },
      ]);
    });

    it('leaves out what follows a leaf: nobody could see it', () => {
      const answers = answersOf({ topic: ['account', 'gone'], fields: {} });
      expect(ticketOf(said({ answers })).ticket?.topic).to.deep.equal(['account']);
    });

    it('asks for the level that another country does not have', () => {
      const answers = answersOf({ country: 'MX', topic: ['deposits', 'pix'] });
      expect(issuesOf(said({ answers }))).to.deep.equal([{ pointer: '#/topic/1', step: 'topic', code: 'required' }]);
    });

    it('does not take files that a server refused, and says so in the order of the steps', () => {
      const form = formOf({ consent: { label: 'I agree' } });
      const attachments = [attachmentOf('a'), attachmentOf('b', { problem: 'attachment-too-large' })];
      expect(issuesOf(said({ form, attachments, answers: answersOf({ name: '' }) }))).to.deep.equal([
        { pointer: '#/contact/name', step: 'contact', code: 'required', limit: 1 },
        { pointer: '#/attachments/1', step: 'details', code: 'attachment-too-large' },
        { pointer: '#/consent', step: 'review', code: 'consent-required' },
      ]);
    });
  });

  describe('fields as they are sent', () => {
    it('are those that show, numbers as decimal strings of the locale, text trimmed', () => {
      const fields = { currency: 'BRL', amount: ' 1.234,50 ', note: ' na\u0303o ', stale: 'x' };
      expect(wireFields(said({ locale: 'pt-BR', answers: answersOf({ fields }) }))).to.deep.equal({
        currency: 'BRL',
        amount: '1234.50',
        note: 'não',
      });
      expect(
        wireFields(said({ locale: 'en', answers: answersOf({ fields: { ...fields, amount: '1,234.50' } }) })),
      ).to.include({
        amount: '1234.50',
      });
    });

    it('keep what is no number, so that it can be refused', () => {
      const answers = answersOf({ fields: { currency: 'BRL', amount: 'ten' } });
      expect(wireFields(said({ answers }))).to.include({ amount: 'ten' });
      expect(issuesOf(said({ answers })).map(({ code }) => code)).to.deep.equal(['number-format']);
    });

    it('leave out a hidden one, whatever it holds', () => {
      const answers = answersOf({ fields: { currency: 'USD', amount: 'ten' } });
      expect(wireFields(said({ answers }))).to.deep.equal({ currency: 'USD' });
    });

    it('have booleans, and nothing that every object has', () => {
      const form = formOf({
        topics: [
          {
            id: 'only',
            label: 'Only',
            fields: [
              { id: 'agree', kind: 'checkbox', label: 'A' },
              { id: 'constructor', kind: 'text', label: 'C' },
            ],
          },
        ],
      });
      const answers = answersOf({ topic: ['only'], fields: { agree: true } });
      expect(wireFields(said({ form, answers }))).to.deep.equal({ agree: true });
      expect(issuesOf(said({ form, answers }))).to.be.empty;
    });
  });
});
