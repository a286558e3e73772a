/**
 * `npm test`: the build, then every suite, and at the end one line with all of them counted.
 * `npm test -- ledger flow` runs the test files whose path contains one of the words, without build and coverage.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startTestRunner, type TestRunnerConfig, type TestSession, type TestSuiteResult } from '@web/test-runner';
import { provideBrowsers } from './browsers.ts';
import { bundledTests } from './bundle-plugin.ts';
import { coverageProblems } from './coverage.ts';
import { ResultsFile } from './results.ts';

/** How long somebody waits is what they measure: beside others on the same processors they would measure those. */
const ALONE = [join('test', 'faults', 'load.test.ts'), join('test', 'pages', 'top-level', 'measured.test.ts')];

/** What is in `test` and runs in Node, or needs no page. */
const ELSEWHERE = [
  'test/{conformance,demo/backend,faults,frameworks,journeys,model,package,pages/top-level,services,ticket}/**',
];

const words = process.argv.slice(2);
const isPartial = words.length > 0;
const total = { passed: 0, failed: 0 };
const results = new ResultsFile(isPartial);

provideBrowsers();

if (!isPartial) build();
// The longest first, so that nobody waits for it in the end.
await runInNode(
  'Model, backend and package',
  [...filesIn('test/model'), ...filesIn('test/{conformance,demo/backend,package}')],
  2,
);
const pageless = filesIn('test/{services,ticket}');
if (!isPartial) await measureInChromium('What needs no page, measured', pageless);
await runBundled('In browsers', pageless, filesIn('test', ELSEWHERE));
await runInNode(
  'The backend under load, and the page that is a slow phone’s',
  filesIn('test/{faults,pages/top-level}').filter((file) => ALONE.includes(file)),
  1,
);
// Two at a time: each has a browser and a backend of its own.
await runInNode(
  'Journeys, bad networks, and pages that need a tab',
  filesIn('test/{faults,journeys,pages/top-level}', ALONE),
  2,
);
if (isPartial) await runInNode('Frameworks', filesIn('test/frameworks'), 1);
results.write();

// Whoever sees only the end of it sees what failed.
for (const line of results.failures) console.error(`✖ ${line}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
// Whatever a suite has left open must not keep this from ending.
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function filesIn(folder: string, exclude: string[] = []): string[] {
  // The bench and Stryker have packages of their own, some with tests.
  const files = globSync(`${folder}/**/*.test.ts`, { exclude: ['test/**/node_modules/**', ...exclude] }).sort();
  return isPartial ? files.filter((file) => words.some((word) => file.includes(word))) : files;
}

function build(): void {
  const { status } = spawnSync('npm run --silent build', { stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(1);
}

async function runInNode(title: string, files: string[], concurrency: number): Promise<void> {
  if (files.length === 0) return;
  console.log(`\n${title}\n`);
  const stream = run({ files, concurrency });
  results.followNode(stream);
  stream.on('test:summary', ({ file, counts }) => {
    // Each file has a summary; the one without a file is that of all.
    if (file !== undefined) return;
    total.passed += counts.passed;
    total.failed += counts.tests - counts.passed - counts.skipped - counts.todo;
  });
  for await (const chunk of stream.compose(new spec())) process.stdout.write(String(chunk));
}

/** Module by module, so that each has its coverage. */
async function measureInChromium(title: string, files: string[]): Promise<void> {
  const { default: config, launchers } = await import('../../web-test-runner.config.mjs');
  const { chromium } = launchers();
  await runInBrowsers(title, { ...config, browsers: [chromium], files, coverage: true });
  const problems = coverageProblems();
  if (problems.length > 0) console.error(`\n${problems.join('\n')}`);
  total.failed += problems.length;
}

/** What needs no page has run in Chromium by then, unless this is a part. */
async function runBundled(title: string, pageless: string[], others: string[]): Promise<void> {
  const { default: config, commands, launchers } = await import('../../web-test-runner.config.mjs');
  const { files, ...shared } = config;
  const { chromium, ...rest } = launchers();
  const all = [...Object.values(rest), chromium];
  const groups = [
    { name: 'widget', files: others, browsers: all },
    { name: 'pageless', files: pageless, browsers: isPartial ? all : Object.values(rest) },
  ].filter(({ files }) => files.length > 0);
  if (groups.length === 0) return;
  const plugins = [await bundledTests([...others, ...pageless]), ...commands];
  await runInBrowsers(title, { ...shared, nodeResolve: false, plugins, browsers: all, groups });
}

async function runInBrowsers(title: string, config: TestRunnerConfig): Promise<void> {
  console.log(`\n${title}\n`);
  const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
  if (!runner) throw new Error('The browsers could not be started.');
  const isPassed = await new Promise<boolean>((resolve) => runner.on('stopped', resolve));
  for (const browser of runner.browsers) {
    const before = { ...total };
    for (const session of runner.sessions.forBrowser(browser)) count(session);
    console.log(`${browser.name}: ${total.passed - before.passed} passed, ${total.failed - before.failed} failed`);
  }
  if (!isPassed && total.failed === 0) throw new Error('The browsers did not finish.');
}

function count(session: TestSession): void {
  const { testResults, errors } = session;
  results.addSession(session);
  // An error beside the tests, such as an import that failed.
  total.failed += errors.length;
  if (testResults) countSuite(testResults);
}

function countSuite({ tests, suites }: TestSuiteResult): void {
  for (const test of tests) if (!test.skipped) total[test.passed ? 'passed' : 'failed'] += 1;
  suites.forEach(countSuite);
}
