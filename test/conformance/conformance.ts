/**
 * `npm run conformance`: writes CONFORMANCE.md, an accessibility conformance report, from what is said in this folder of each criterion of WCAG
 * and the tests that show it. It writes none, and fails, while a criterion has nothing, or one of the tests is missing, has failed in the last
 * `npm test` or did not run in it. With `--check` it writes nothing and fails if it would have changed something.
 */
import { readFileSync } from 'node:fs';
import { keepCurrent } from '../package/made-from-others.ts';
import { readResults } from '../support/results.ts';
import { ANSWERS } from './answers.ts';
import { problemsOf } from './problems.ts';
import { reportOf } from './report.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const results = readResults();
if (!results) console.warn('There are no results of a whole `npm test` yet: only whether the tests exist is checked.');

const problems = problemsOf(ANSWERS, results);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  keepCurrent('CONFORMANCE.md', () => reportOf(ANSWERS, version));
}
