import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestResult } from '../support/results.ts';
import { notApplicable, notYetEvaluated, supports } from './answer.ts';
import { ANSWERS, type Answers } from './answers.ts';
import { CRITERIA } from './criteria.ts';
import { titlesInSources } from './named-tests.ts';
import { problemsOf } from './problems.ts';
import { reportOf } from './report.ts';

const FILE = 'test/accessibility/steps.test.ts';
const TITLES = [
  { file: FILE, text: 'row 1: a button has a name' },
  { file: FILE, text: 'a ticket by keys alone' },
];
/** Nothing concerns the widget but what is given. */
const answersWith = (answers: Answers): Answers => ({
  ...Object.fromEntries(CRITERIA.map(([number]) => [number, notApplicable('There is none.')])),
  ...answers,
});
const result = (title: string, outcome: TestResult['outcome'], engine = 'WebKit'): TestResult => ({
  titles: ['accessibility', title],
  engine,
  outcome,
});
const answers = answersWith({ '1.1.1': supports('Names.', 1), '2.1.1': supports('Keys.', 'a ticket by keys alone') });
const green = [result('row 1: a button has a name', 'passed'), result('a ticket by keys alone', 'passed')];
const problems = (said: Answers, results?: readonly TestResult[]) =>
  problemsOf(said, results && { [FILE]: results }, TITLES);

describe('the conformance report', () => {
  it('can be written while every test that an answer names is there and green', () => {
    assert.deepEqual(problems(answers, green), []);
  });

  it('can be written without results if the tests are there', () => {
    assert.deepEqual(problems(answers), []);
  });

  it('cannot without a test of that name: each is told with the criteria that rest on it', () => {
    const said = answersWith({ '1.1.1': supports('Names.', 1, 40), '1.3.1': supports('Tree.', 40, 'no such test') });
    assert.deepEqual(problems(said, green), ['row 40 has no test: 1.1.1, 1.3.1', '"no such test" has no test: 1.3.1']);
    assert.deepEqual(problems(said), problems(said, green));
  });

  it('takes row 1 for no part of row 11', () => {
    const titles = [{ file: FILE, text: 'row 11: steps are counted' }];
    assert.deepEqual(problemsOf(answersWith({ '1.1.1': supports('Names.', 1) }), undefined, titles), [
      'row 1 has no test: 1.1.1',
    ]);
  });

  it('cannot after a test has failed, be it in one browser only', () => {
    const failed = [...green, result('row 1: a button has a name', 'failed', 'Firefox')];
    assert.deepEqual(problems(answers, failed), [
      'accessibility › row 1: a button has a name failed in Firefox: 1.1.1',
    ]);
  });

  it('cannot after a test did not run or was skipped', () => {
    const trouble = [`row 1 of ${FILE} did not run: 1.1.1`];
    assert.deepEqual(problems(answers, green.slice(1)), trouble);
    assert.deepEqual(problems(answers, [result('row 1: a button has a name', 'skipped'), ...green.slice(1)]), trouble);
    assert.equal(problems(answers, []).length, 2);
  });

  it('counts the tests of a suite with that name', () => {
    const inSuite = { ...green[0]!, titles: ['accessibility', 'row 1: names', 'of the launcher'] };
    assert.deepEqual(problems(answers, [inSuite, green[1]!]), []);
    assert.equal(problems(answers, [{ ...inSuite, outcome: 'failed' }, green[1]!]).length, 1);
  });

  it('cannot while a criterion has nothing, or support without a test, or no reason', () => {
    const of = (answer: Answers['1.1.1']) => problems({ ...answersWith({}), '1.1.1': answer! });
    const { '1.1.1': _, ...others } = answersWith({});
    for (const found of [problems(others), of(supports('It is so.')), of(notApplicable('')), of(notYetEvaluated(''))]) {
      assert.equal(found.length, 1);
      assert.match(found[0]!, /^1\.1\.1 Non-text Content has neither a test/);
    }
    assert.deepEqual(of(notYetEvaluated('People have to listen.')), []);
  });

  it('has a line for each criterion, and for each row that one rests on', () => {
    const report = reportOf(ANSWERS, '1.2.3');
    for (const [number, name] of CRITERIA) assert.ok(report.includes(`\n| ${number} ${name} | `), number);
    for (const answer of Object.values(ANSWERS))
      for (const proof of 'tests' in answer ? answer.tests : [])
        assert.ok(report.includes(typeof proof === 'number' ? `<a id="row-${proof}">` : `| ${proof} | `), `${proof}`);
    assert.ok(report.includes('| Version | 1.2.3 |'));
    assert.equal(reportOf(ANSWERS, '1.2.3'), report, 'the same each time');
  });

  it('has 32 criteria of level A, 24 of AA, and one of AAA', () => {
    const count = (level: string) => CRITERIA.filter(([, , each]) => each === level).length;
    assert.deepEqual(['A', 'AA', 'AAA'].map(count), [32, 24, 1]);
  });

  it('finds titles where tests have them: in calls, in tables, with what comes from a loop', () => {
    const texts = titlesInSources().map(({ text }) => text);
    for (const start of ['accessibility: row 1: ', 'row 3: ', 'row 55: ', 'row 44: ${lang} '])
      assert.ok(
        texts.some((text) => text.startsWith(start)),
        start,
      );
  });
});
