import { expect } from '@open-wc/testing';
import type { Topic } from '../../src/ticket/form-definition.js';
import { compilePattern, fieldProblems } from '../../src/ticket/form-rules.js';
import { FORM, fieldOf } from './forms.js';

const topicOf = (changes: Partial<Topic> = {}): Topic => ({ id: 'a', label: 'A', ...changes });
const problems = (...topics: Topic[]) =>
  fieldProblems(topics).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('form rules', () => {
  it('find nothing in a good form', () => expect(fieldProblems(FORM.topics)).to.be.empty);

  it('want ids of topics unique among their siblings only', () => {
    expect(problems(topicOf({ topics: [topicOf()] }), topicOf({ id: 'b', topics: [topicOf()] }))).to.be.empty;
    expect(problems(topicOf(), topicOf())).to.deep.equal(['1.id: "a" stands twice']);
    expect(problems(topicOf({ topics: [topicOf(), topicOf()] }))).to.deep.equal(['0.topics.1.id: "a" stands twice']);
  });

  it('want ids of fields unique along a path only', () => {
    const fields = [fieldOf()];
    expect(problems(topicOf({ fields }), topicOf({ id: 'b', fields }))).to.be.empty;
    expect(problems(topicOf({ fields: [fieldOf(), fieldOf()] }))).to.deep.equal([
      '0.fields.1: the id "field" stands twice along a path',
    ]);
    expect(problems(topicOf({ fields, topics: [topicOf({ fields })] }))).to.deep.equal([
      '0.topics.0.fields.0: the id "field" stands twice along a path',
    ]);
  });

  it('want showWhen to name an earlier field on the path', () => {
    const when = (field: string) => fieldOf({ id: 'later', showWhen: { field, is: ['x'] } });
    expect(problems(topicOf({ fields: [fieldOf(), when('field')] }))).to.be.empty;
    expect(problems(topicOf({ fields: [fieldOf()], topics: [topicOf({ fields: [when('field')] })] }))).to.be.empty;
    for (const fields of [[when('field'), fieldOf()], [when('later')], [when('constructor')]]) {
      expect(problems(topicOf({ fields }))[0]).to.match(
        /^0\.fields\.0: showWhen names "\w+", which is no earlier field$/,
      );
    }
    const sibling = topicOf({ id: 'b', fields: [when('field')] });
    expect(problems(topicOf({ fields: [fieldOf()] }), sibling)).to.have.length(1);
  });

  it('want options for a choice', () => {
    for (const kind of ['select', 'radio'] as const) {
      expect(problems(topicOf({ fields: [fieldOf({ kind })] }))).to.deep.equal(['0.fields.0: options are missing']);
      expect(problems(topicOf({ fields: [fieldOf({ kind, options: [] })] }))).to.have.length(1);
      const options = [{ value: 'x', label: 'X' }];
      expect(problems(topicOf({ fields: [fieldOf({ kind, options })] }))).to.be.empty;
    }
  });

  it('want patterns that compile', () => {
    expect(problems(topicOf({ fields: [fieldOf({ pattern: '[a-z' })] }))).to.deep.equal([
      '0.fields.0: the pattern [a-z does not compile',
    ]);
    expect(problems(topicOf({ fields: [fieldOf({ pattern: '\\d+' })] }))).to.be.empty;
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
