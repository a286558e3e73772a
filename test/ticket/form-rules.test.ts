import { expect } from '@open-wc/testing';
import type { Topic } from '../../src/ticket/form-definition.js';
import { compilePattern, contradictions } from '../../src/ticket/form-rules.js';
import { FORM, fieldOf } from './forms.js';

const topicOf = (changes: Partial<Topic> = {}): Topic => ({ id: 'a', label: 'A', ...changes });
const problems = (...topics: Topic[]) => contradictions({ ...FORM, topics });

describe('form rules', () => {
  it('find nothing in a good form', () => expect(contradictions(FORM)).to.be.empty);

  it('want ids of topics unique among their siblings only', () => {
    expect(problems(topicOf({ topics: [topicOf()] }), topicOf({ id: 'b', topics: [topicOf()] }))).to.be.empty;
    expect(problems(topicOf(), topicOf())).to.deep.equal(['topics.1.id: "a" stands twice']);
    expect(problems(topicOf({ topics: [topicOf(), topicOf()] }))).to.deep.equal([
      'topics.0.topics.1.id: "a" stands twice',
    ]);
  });

  it('want ids of fields unique along a path only', () => {
    const fields = [fieldOf()];
    expect(problems(topicOf({ fields }), topicOf({ id: 'b', fields }))).to.be.empty;
    expect(problems(topicOf({ fields: [fieldOf(), fieldOf()] }))).to.deep.equal([
      'topics.0.fields.1: the id "field" stands twice along a path',
    ]);
    expect(problems(topicOf({ fields, topics: [topicOf({ fields })] }))).to.deep.equal([
      'topics.0.topics.0.fields.0: the id "field" stands twice along a path',
    ]);
  });

  it('want showWhen to name an earlier field on the path', () => {
    const when = (field: string) => fieldOf({ id: 'later', showWhen: { field, is: ['x'] } });
    expect(problems(topicOf({ fields: [fieldOf(), when('field')] }))).to.be.empty;
    expect(problems(topicOf({ fields: [fieldOf()], topics: [topicOf({ fields: [when('field')] })] }))).to.be.empty;
    for (const fields of [[when('field'), fieldOf()], [when('later')], [when('constructor')]]) {
      expect(problems(topicOf({ fields }))[0]).to.match(
        /^topics\.0\.fields\.0: showWhen names "\w+", which is no earlier field$/,
      );
    }
    const sibling = topicOf({ id: 'b', fields: [when('field')] });
    expect(problems(topicOf({ fields: [fieldOf()] }), sibling)).to.have.length(1);
  });

  it('want options for a choice', () => {
    for (const kind of ['select', 'radio'] as const) {
      expect(problems(topicOf({ fields: [fieldOf({ kind })] }))).to.deep.equal([
        'topics.0.fields.0: options are missing',
      ]);
      expect(problems(topicOf({ fields: [fieldOf({ kind, options: [] })] }))).to.have.length(1);
      const options = [{ value: 'x', label: 'X' }];
      expect(problems(topicOf({ fields: [fieldOf({ kind, options })] }))).to.be.empty;
    }
  });

  it('want patterns that compile', () => {
    expect(problems(topicOf({ fields: [fieldOf({ pattern: '[a-z' })] }))).to.deep.equal([
      'topics.0.fields.0: the pattern [a-z does not compile',
    ]);
    expect(problems(topicOf({ fields: [fieldOf({ pattern: '\\d+' })] }))).to.be.empty;
  });

  it('want bounds that leave something, and that can be read', () => {
    const bounds: readonly [Parameters<typeof fieldOf>[0], string | undefined][] = [
      [{ kind: 'number', min: 0, max: 0 }, undefined],
      [{ kind: 'number', min: 0, max: -1 }, 'min is above max'],
      [{ kind: 'number', min: '1,5' }, 'min or max cannot be read'],
      [{ kind: 'date', min: '2026-01-31', max: '2026-02-01' }, undefined],
      [{ kind: 'date', min: '2026-02-01', max: '2026-01-31' }, 'min is above max'],
      [{ kind: 'date', max: 'today' }, 'min or max cannot be read'],
      [{ minLength: 2, maxLength: 2 }, undefined],
      [{ minLength: 3, maxLength: 2 }, 'minLength is above maxLength'],
    ];
    for (const [field, problem] of bounds)
      expect(problems(topicOf({ fields: [fieldOf(field)] }))).to.deep.equal(
        problem ? [`topics.0.fields.0: ${problem}`] : [],
      );
  });

  it('want showWhen not to name a number, which people write in many ways', () => {
    const fields = [fieldOf({ kind: 'number' }), fieldOf({ id: 'later', showWhen: { field: 'field', is: ['1.5'] } })];
    expect(problems(topicOf({ fields }))[0]).to.match(/^topics\.0\.fields\.1: showWhen names "field", a number/);
  });

  it('anchor a pattern at both ends, alternatives included, and count characters', () => {
    const pattern = compilePattern('a|b.');
    expect(pattern?.test('a')).to.equal(true);
    expect(pattern?.test('b😀')).to.equal(true);
    expect(pattern?.test('ax')).to.equal(false);
    expect(pattern?.test('xb1')).to.equal(false);
    expect(compilePattern('(')).to.be.undefined;
  });
});
