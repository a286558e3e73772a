import { expect } from '@open-wc/testing';
import { inOrder, type Issue, type Step, stepOf, toIssues } from '../../src/ticket/issues.js';

describe('issues', () => {
  const steps: readonly [string, Step][] = [
    ['#/country', 'country'],
    ['#/contact', 'contact'],
    ['#/contact/email', 'contact'],
    ['#/topic/0', 'topic'],
    ['#/fields/amount', 'topic'],
    ['#/description', 'details'],
    ['#/attachments/3', 'details'],
    ['#/consent', 'review'],
    ['#/page/url', 'review'],
    ['#', 'review'],
    ['', 'review'],
    ['#/', 'review'],
    ['#/constructor', 'review'],
    ['#/__proto__/x', 'review'],
    ['#/toString', 'review'],
  ];
  for (const [pointer, step] of steps) {
    it(`"${pointer}" is said on ${step}`, () => expect(stepOf(pointer)).to.equal(step));
  }

  it('stand in the order of the steps, and keep theirs within one', () => {
    const of = (step: Step, code: string): Issue => ({ pointer: '#', step, code });
    const issues = [of('review', '1'), of('contact', '2'), of('details', '3'), of('contact', '4'), of('country', '5')];
    expect(inOrder(issues).map(({ code }) => code)).to.deep.equal(['5', '2', '4', '3', '1']);
    expect(issues[0]?.code, 'the list given stays as it is').to.equal('1');
  });

  describe('of what zod finds', () => {
    const one = (issue: { path: PropertyKey[]; message: string; [other: string]: unknown }) => toIssues([issue])[0];

    it('have a JSON pointer, escaped', () => {
      expect(one({ path: [], message: 'x' })?.pointer).to.equal('#');
      expect(one({ path: ['attachments', 0, 'name'], message: 'x' })?.pointer).to.equal('#/attachments/0/name');
      expect(one({ path: ['fields', 'a/b~c'], message: 'x' })?.pointer).to.equal('#/fields/a~1b~0c');
    });

    it('have our codes, and one for all that zod says itself', () => {
      expect(one({ path: ['country'], message: 'not-an-option' })?.code).to.equal('not-an-option');
      expect(one({ path: ['country'], message: 'Invalid input' })?.code).to.equal('wrong-type');
    });

    it('have the bound that was crossed, wherever it is', () => {
      expect(one({ path: ['x'], message: 'c', params: { limit: '2026-01-01' } })).to.have.property(
        'limit',
        '2026-01-01',
      );
      expect(one({ path: ['x'], message: 'c', params: { limit: undefined }, maximum: 5 })).to.have.property('limit', 5);
      expect(one({ path: ['x'], message: 'c', minimum: 1 })).to.have.property('limit', 1);
      expect(one({ path: ['x'], message: 'c', maximum: 5n })).not.to.have.property('limit');
      expect(one({ path: ['x'], message: 'c' })).not.to.have.property('limit');
    });

    it('are the first of each answer, in order', () => {
      const found = [
        { path: ['description'], message: 'required' },
        { path: ['country'], message: 'required' },
        { path: ['country'], message: 'not-an-option' },
      ];
      expect(toIssues(found)).to.deep.equal([
        { pointer: '#/country', step: 'country', code: 'required' },
        { pointer: '#/description', step: 'details', code: 'required' },
      ]);
    });
  });
});
