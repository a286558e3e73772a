import { expect } from '@open-wc/testing';
import { COUNTRIES } from '../../src/ticket/countries.js';
import {
  currentNotices,
  inherited,
  isCompletePath,
  offeredCountries,
  offeredTopics,
  textIn,
  topicLevels,
  topicsAlong,
  valueOf,
  visibleFields,
} from '../../src/ticket/topics.js';
import { fieldOf, FORM, formOf } from './forms.js';

const ids = (topics: readonly { readonly id: string }[]) => topics.map(({ id }) => id);

describe('topics', () => {
  it('are offered where they belong', () => {
    expect(ids(offeredTopics(FORM.topics, 'BR'))).to.deep.equal(['deposits', 'account', 'cards', 'security']);
    expect(ids(offeredTopics(FORM.topics, 'MX'))).to.deep.equal(['deposits', 'account', 'security']);
    expect(ids(offeredTopics(FORM.topics, ''))).to.deep.equal(['deposits', 'account', 'security']);
    expect(offeredTopics(undefined, 'BR')).to.be.empty;
  });

  describe('levels', () => {
    const shape = (country: string, path: readonly string[]) =>
      topicLevels(FORM, country, path).map(({ choices, chosen, parent }) => [ids(choices), chosen?.id, parent?.id]);
    const ROOT = ['deposits', 'account', 'cards', 'security'];
    it('are the chosen ones and the one still to choose', () => {
      expect(shape('BR', [])).to.deep.equal([[ROOT, undefined, undefined]]);
      expect(shape('BR', ['deposits'])).to.deep.equal([
        [ROOT, 'deposits', undefined],
        [['missing', 'pix'], undefined, 'deposits'],
      ]);
      expect(shape('BR', ['deposits', 'pix'])).to.deep.equal([
        [ROOT, 'deposits', undefined],
        [['missing', 'pix'], 'pix', 'deposits'],
      ]);
      expect(shape('BR', ['account'])).to.deep.equal([[ROOT, 'account', undefined]]);
    });
    it('end where the path is not valid', () => {
      expect(shape('BR', ['nope', 'pix'])).to.deep.equal([[ROOT, undefined, undefined]]);
      expect(shape('MX', ['deposits', 'pix'])[1]).to.deep.equal([['missing'], undefined, 'deposits']);
    });
    it('leave out properties that have no value', () => {
      expect(Object.keys(topicLevels(FORM, 'BR', [])[0]!)).to.deep.equal(['choices']);
    });
  });

  it('are followed along a path as far as it goes', () => {
    expect(ids(topicsAlong(FORM, 'BR', ['deposits', 'pix']))).to.deep.equal(['deposits', 'pix']);
    expect(ids(topicsAlong(FORM, 'MX', ['deposits', 'pix']))).to.deep.equal(['deposits']);
    expect(topicsAlong(FORM, 'BR', ['constructor'])).to.be.empty;
  });

  const paths = [
    ['BR', ['account'], true],
    ['BR', ['deposits', 'pix'], true],
    ['MX', ['deposits', 'pix'], false],
    ['BR', [], false],
    ['BR', ['deposits'], false],
    ['BR', ['account', 'x'], false],
    ['BR', ['nope'], false],
  ] as const;
  for (const [country, path, isComplete] of paths) {
    it(`${path.join('/') || 'nothing'} in ${country} is ${isComplete ? '' : 'not '}a whole choice`, () =>
      expect(isCompletePath(FORM, country, path)).to.equal(isComplete));
  }

  it('without a child in this country are whole', () => {
    const form = formOf({ topics: [{ id: 'a', label: 'A', topics: [{ id: 'b', label: 'B', countries: ['BR'] }] }] });
    expect(isCompletePath(form, 'MX', ['a'])).to.equal(true);
    expect(isCompletePath(form, 'BR', ['a'])).to.equal(false);
    const none = formOf({ topics: [{ id: 'b', label: 'B', countries: ['BR'] }] });
    expect(isCompletePath(none, 'MX', [])).to.equal(false);
  });
});

describe('the countries to choose from', () => {
  const inBrazil = { id: 'a', label: 'A', countries: ['BR', 'PT'] };
  const anywhere = { id: 'b', label: 'B' };

  it('are all, or those that the form names', () => {
    expect(offeredCountries(formOf({ topics: [inBrazil, anywhere] }))).to.deep.equal(COUNTRIES);
    expect(offeredCountries(formOf({ topics: [anywhere], countries: { only: ['MX'] } }))).to.deep.equal(['MX']);
  });

  it('are only those with a topic', () => {
    expect(offeredCountries(formOf({ topics: [inBrazil] }))).to.deep.equal(['BR', 'PT']);
    expect(offeredCountries(formOf({ topics: [inBrazil], countries: { only: ['MX', 'BR'] } }))).to.deep.equal(['BR']);
  });
});

describe('visible fields', () => {
  const A = fieldOf({ id: 'a' });
  const B = fieldOf({ id: 'b', showWhen: { field: 'a', is: ['x', 'y'] } });
  const C = fieldOf({ id: 'c', showWhen: { field: 'b', is: ['z'] } });
  const along = [
    { id: 't', label: 'T', fields: [A, B] },
    { id: 'u', label: 'U', fields: [C] },
    { id: 'v', label: 'V' },
  ];

  const rows = [
    [{}, ['a']],
    [{ a: 'x' }, ['a', 'b']],
    [{ a: 'y', b: 'z' }, ['a', 'b', 'c']],
    [{ a: 'n', b: 'z' }, ['a']],
    [{ a: 'X' }, ['a']],
  ] as const;
  for (const [values, shown] of rows) {
    it(`${JSON.stringify(values)}: ${shown.join(', ')}`, () =>
      expect(ids(visibleFields(along, values))).to.deep.equal(shown));
  }

  it('take a box that was not touched for unticked, and a field for empty', () => {
    const fields = [
      fieldOf({ id: 'box', kind: 'checkbox' }),
      fieldOf({ id: 'off', showWhen: { field: 'box', is: [false] } }),
      fieldOf({ id: 'on', showWhen: { field: 'box', is: [true] } }),
      fieldOf({ id: 'empty', showWhen: { field: 'off', is: [''] } }),
    ];
    const topics = [{ id: 't', label: 'T', fields }];
    expect(ids(visibleFields(topics, {}))).to.deep.equal(['box', 'off', 'empty']);
    expect(ids(visibleFields(topics, { box: true }))).to.deep.equal(['box', 'on']);
  });

  it('do not mind how a text was typed', () => {
    const fields = [fieldOf({ id: 'a' }), fieldOf({ id: 'b', showWhen: { field: 'a', is: ['José'] } })];
    const typed = { a: ' Jose\u0301\n' };
    expect(ids(visibleFields([{ id: 't', label: 'T', fields }], typed))).to.deep.equal(['a', 'b']);
  });

  it('know what was given from what every object has', () => {
    expect(valueOf({}, 'constructor')).to.be.undefined;
    expect(valueOf({ constructor: 'x' }, 'constructor')).to.equal('x');
    const fields = [fieldOf({ id: 'constructor' }), fieldOf({ id: 'b', showWhen: { field: 'constructor', is: [''] } })];
    expect(ids(visibleFields([{ id: 't', label: 'T', fields }], {}))).to.deep.equal(['constructor', 'b']);
  });
});

it('inherited: the deepest topic that says something', () => {
  const along = [
    { id: 'a', label: 'A', descriptionHint: 'of a' },
    { id: 'b', label: 'B', attachments: { required: true } },
    { id: 'c', label: 'C' },
  ];
  expect(inherited(along, 'descriptionHint')).to.equal('of a');
  expect(inherited(along, 'attachments')).to.deep.equal({ required: true });
  expect(inherited([...along, { id: 'd', label: 'D', descriptionHint: 'of d' }], 'descriptionHint')).to.equal('of d');
  expect(inherited([], 'attachments')).to.be.undefined;
});

describe('notices', () => {
  const now = Date.UTC(2026, 10, 23);
  const form = formOf({
    notices: [
      { text: 'all' },
      { text: 'Brazil', countries: ['BR'] },
      { text: 'deposits', topics: ['deposits', 'x'] },
      { text: 'over', until: '2026-11-22T00:00:00Z' },
      { text: 'lasting', until: '2026-11-24T00:00:00Z' },
      { text: 'Brazilian deposits', topics: ['pix'], countries: ['BR'] },
    ],
  });
  const texts = (country: string, path?: readonly string[]) =>
    currentNotices(form, { country, now, ...(path && { path }) }).map(({ text }) => text);

  it('are general on the first step', () => {
    expect(texts('BR')).to.deep.equal(['all', 'Brazil', 'lasting']);
    expect(texts('MX')).to.deep.equal(['all', 'lasting']);
    expect(texts(''), 'the country may be Brazil').to.deep.equal(['all', 'Brazil', 'lasting']);
  });
  it('are about the topic where it is chosen', () => {
    expect(texts('BR', [])).to.be.empty;
    expect(texts('BR', ['deposits'])).to.deep.equal(['deposits']);
    expect(texts('BR', ['deposits', 'pix'])).to.deep.equal(['deposits', 'Brazilian deposits']);
    expect(texts('MX', ['deposits', 'pix'])).to.deep.equal(['deposits']);
  });
});

describe('text in a language', () => {
  const text = { en: 'Help', 'pt-BR': 'Ajuda', 'pt-PT': 'Ajuda-me', es: 'Ayuda' };
  const rows = [
    ['pt-BR', [], 'Ajuda'],
    ['PT-br', [], 'Ajuda'],
    ['pt-PT', [], 'Ajuda-me'],
    ['pt', [], 'Ajuda'],
    ['pt-AO', [], 'Ajuda-me'],
    ['es-MX', ['en'], 'Ayuda'],
    ['de', ['es', 'en'], 'Ayuda'],
    ['de', ['pt'], 'Ajuda'],
    ['de', ['fr'], 'Help'],
    ['de', [], 'Help'],
    ['', [], 'Help'],
  ] as const;
  for (const [locale, languages, expected] of rows) {
    it(`${locale || 'none'}, team ${languages.join(', ') || 'unknown'}: ${expected}`, () =>
      expect(textIn(text, locale, languages)).to.equal(expected));
  }
  it('is the one for all', () => expect(textIn('Help', 'pt')).to.equal('Help'));
  it('is empty rather than nothing', () => expect(textIn({}, 'pt', ['en'])).to.equal(''));
});
