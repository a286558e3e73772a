import { expect } from '@open-wc/testing';
import { defaultFormDefinition, parseFormDefinition } from '../../src/ticket/form-definition.js';
import { FORM, HOSTILE, TOPICS } from './forms.js';

const problemsOf = (input: unknown) => parseFormDefinition(input).problems ?? [];

describe('form definition', () => {
  it('needs topics and nothing else', () => {
    expect(parseFormDefinition({ topics: [{ id: 'a', label: 'A' }] })).to.deep.equal({
      form: {
        languages: [],
        countries: {},
        contact: { phone: 'optional' },
        notices: [],
        topics: [{ id: 'a', label: 'A' }],
        description: { minLength: 1, maxLength: 5000 },
        attachments: {
          maxFiles: 5,
          maxFileBytes: 10_485_760,
          accept: ['image/*', '.pdf', '.txt'],
          originalPhotos: false,
        },
      },
    });
  });

  it('has a default for each member that is left out', () => {
    const { form } = parseFormDefinition({
      topics: TOPICS,
      contact: {},
      description: { maxLength: 100 },
      attachments: { maxFiles: 2 },
    });
    expect(form?.contact).to.deep.equal({ phone: 'optional' });
    expect(form?.description).to.deep.equal({ minLength: 1, maxLength: 100 });
    expect(form?.attachments).to.deep.equal({
      maxFiles: 2,
      maxFileBytes: 10_485_760,
      accept: ['image/*', '.pdf', '.txt'],
      originalPhotos: false,
    });
  });

  it('takes all that the documentation shows', () => {
    const { form, problems } = parseFormDefinition({
      replyWithinHours: 24,
      languages: ['pt-BR', 'es', 'en'],
      countries: { only: ['BR', 'MX'], likely: ['BR'], preselect: 'BR' },
      contact: { phone: 'optional' },
      notices: [
        {
          text: 'Pix is slow today.',
          url: 'https://example.com',
          topics: ['deposits'],
          countries: ['BR'],
          until: '2026-12-01T00:00:00Z',
        },
      ],
      topics: [
        {
          id: 'deposits',
          label: { en: 'Deposits', 'pt-BR': 'Depósitos' },
          hint: 'A hint',
          countries: ['BR'],
          descriptionHint: 'When?',
          attachments: { hint: 'A photo', required: false },
          topics: [
            {
              id: 'deposit-missing',
              label: 'Missing',
              fields: [
                { id: 'currency', kind: 'text', label: 'Currency' },
                {
                  id: 'amount',
                  kind: 'number',
                  label: 'Amount',
                  required: true,
                  showWhen: { field: 'currency', is: ['BRL'] },
                },
              ],
            },
          ],
        },
      ],
      description: { minLength: 1, maxLength: 5000 },
      attachments: { maxFiles: 5, maxFileBytes: 10_485_760, accept: ['image/*', '.pdf', '.txt'] },
      consent: { label: 'I agree', url: 'https://example.com/privacy' },
      formToken: 'abc',
      uploadUrl: 'https://support.example/uploads',
    });
    expect(problems).to.be.undefined;
    expect(form?.topics[0]?.topics?.[0]?.fields?.[1]?.id).to.equal('amount');
    expect(form?.formToken).to.equal('abc');
    expect(form?.uploadUrl).to.equal('https://support.example/uploads');
  });

  it('is as good the second time: what comes out can go in', () => {
    expect(parseFormDefinition(JSON.parse(JSON.stringify(FORM)))).to.deep.equal({ form: FORM });
  });

  describe('what is wrong is reported with its path', () => {
    const topic = { id: 'a', label: 'A' };
    const field = { id: 'f', kind: 'text', label: 'F' };
    const withField = (changes: object) => ({ topics: [{ ...topic, fields: [{ ...field, ...changes }] }] });
    const rows: readonly [unknown, string][] = [
      [{}, 'topics: expected array'],
      [{ topics: [] }, 'topics: '],
      [{ topics: {} }, 'topics: expected array'],
      [{ topics: [null] }, 'topics.0: expected object'],
      [{ topics: [{ id: 'a' }] }, 'topics.0.label: expected a text, or one for each language'],
      [{ topics: [{ ...topic, label: 5 }] }, 'topics.0.label: expected a text'],
      [{ topics: [{ ...topic, label: ['A'] }] }, 'topics.0.label: expected a text'],
      [{ topics: [{ ...topic, label: { en: 5 } }] }, 'topics.0.label: expected a text'],
      [{ topics: [{ ...topic, label: null }] }, 'topics.0.label: expected a text'],
      [{ topics: [{ ...topic, id: 'a b' }] }, 'topics.0.id: '],
      [{ topics: [{ ...topic, id: '__proto__' }] }, 'topics.0.id: '],
      [{ topics: [{ ...topic, id: '' }] }, 'topics.0.id: '],
      [{ topics: [{ ...topic, countries: ['XX'] }] }, 'topics.0.countries.0: no such country'],
      [{ topics: [{ ...topic, topics: [{ id: 'b' }] }] }, 'topics.0.topics.0.label: expected'],
      [withField({ kind: 'color' }), 'topics.0.fields.0.kind: expected one of text, '],
      [withField({ required: 'yes' }), 'topics.0.fields.0.required: expected true or false'],
      [withField({ min: {} }), 'topics.0.fields.0.min: expected a number or a date'],
      [withField({ maxLength: '5' }), 'topics.0.fields.0.maxLength: expected a whole number'],
      [withField({ minLength: -1 }), 'topics.0.fields.0.minLength: '],
      [withField({ options: [{ value: 1, label: 'x' }] }), 'topics.0.fields.0.options.0.value: expected string'],
      [withField({ showWhen: { field: 'f', is: 'x' } }), 'topics.0.fields.0.showWhen.is: expected array'],
      [
        withField({ showWhen: { field: 'f', is: [5] } }),
        'topics.0.fields.0.showWhen.is.0: expected a text, true or false',
      ],
      [{ topics: [topic], languages: 'en' }, 'languages: expected array'],
      [{ topics: [topic], countries: { only: [] } }, 'countries.only: '],
      [{ topics: [topic], countries: { only: ['br'] } }, 'countries.only.0: no such country'],
      [{ topics: [topic], countries: { preselect: 'Brazil' } }, 'countries.preselect: no such country'],
      [{ topics: [topic], contact: { phone: 'maybe' } }, 'contact.phone: expected one of optional, required, hidden'],
      [{ topics: [topic], replyWithinHours: 0 }, 'replyWithinHours: '],
      [{ topics: [topic], replyWithinHours: '24' }, 'replyWithinHours: expected a number above 0'],
      [{ topics: [topic], description: { maxLength: 1e6 } }, 'description: maxLength is above 100000'],
      [{ topics: [topic], description: { minLength: 20, maxLength: 10 } }, 'description: minLength is above maxLength'],
      [{ topics: [topic], description: { minLength: 5001 } }, 'description: minLength is above maxLength'],
      [{ topics: [topic], attachments: { accept: 'image/*' } }, 'attachments.accept: expected array'],
      [{ topics: [topic], notices: [{ text: 'x', url: 'javascript:alert(1)' }] }, 'notices.0.url: a link starts with'],
      [{ topics: [topic], notices: [{ text: 'x', url: 'http://example.com' }] }, 'notices.0.url: a link starts with'],
      [{ topics: [topic], consent: { label: 'x', url: 'data:text/html,x' } }, 'consent.url: a link starts with'],
      [{ topics: [topic], consent: {} }, 'consent.label: expected a text'],
      [{ topics: [topic], formToken: 5 }, 'formToken: expected string'],
      [{ topics: [topic], uploadUrl: null }, 'uploadUrl: expected string'],
      [{ topics: [topic, topic] }, 'topics.1.id: "a" stands twice'],
      [
        { topics: [{ ...topic, countries: ['BR'] }], countries: { only: ['MX'] } },
        'countries: none of them has a topic',
      ],
      [{ topics: [topic], countries: { only: ['BR'], preselect: 'MX' } }, 'countries: preselect is not among'],
      [
        { topics: [{ ...topic, countries: ['BR'] }], countries: { preselect: 'MX' } },
        'countries: preselect is not among',
      ],
      [{ topics: [topic], notices: [{ text: 'x', until: 'soon' }] }, 'notices.0.until: expected a date'],
      [withField({ kind: 'number', min: 0, max: -1 }), 'topics.0.fields.0: min is above max'],
      [withField({ kind: 'date', min: '2026-02-01', max: '2026-01-31' }), 'topics.0.fields.0: min is above max'],
      [withField({ kind: 'date', max: 'today' }), 'topics.0.fields.0: min or max cannot be read'],
      [withField({ minLength: 3, maxLength: 2 }), 'topics.0.fields.0: minLength is above maxLength'],
      [
        {
          topics: [
            {
              ...topic,
              fields: [
                { ...field, kind: 'number' },
                { ...field, id: 'g', showWhen: { field: 'f', is: ['1'] } },
              ],
            },
          ],
        },
        'topics.0.fields.1: showWhen names "f", a number',
      ],
    ];
    for (const [input, expected] of rows) {
      it(expected, () => {
        const problems = problemsOf(input);
        expect(problems).to.have.length(1);
        expect(problems[0]).to.satisfy(
          (problem: string) => problem.startsWith(expected),
          `${expected} ≠ ${String(problems[0])}`,
        );
        expect(problems[0]).to.match(/^\S+: \S/);
      });
    }

    it('all of it', () => {
      const problems = problemsOf({ topics: [{ id: 'a b', label: 5 }], languages: 5 });
      expect(problems.map((problem) => problem.split(':')[0])).to.have.members([
        'topics.0.id',
        'topics.0.label',
        'languages',
      ]);
    });

    it('anything that is no definition at all', () => {
      for (const input of HOSTILE) expect(problemsOf(input)).not.to.be.empty;
      expect(problemsOf(null)).to.deep.equal(['form: expected object']);
      expect(problemsOf('{"topics":')).to.deep.equal(['form: expected object']);
    });
  });

  it('takes links that a customer can follow', () => {
    for (const url of ['https://example.com', 'mailto:help@example.com', 'tel:+5511912345678', 'HTTPS://EXAMPLE.COM']) {
      expect(problemsOf({ topics: TOPICS, notices: [{ text: 'x', url }] }), url).to.be.empty;
    }
  });

  it('has a sensible form without one', () => {
    const form = defaultFormDefinition((topic) => topic.toUpperCase());
    expect(form.topics).to.deep.equal([
      { id: 'account', label: 'ACCOUNT' },
      { id: 'payments', label: 'PAYMENTS' },
      { id: 'technical', label: 'TECHNICAL' },
      { id: 'other', label: 'OTHER' },
    ]);
    expect(form.countries.only).to.be.undefined;
    expect(parseFormDefinition(form)).to.deep.equal({ form });
  });
});
