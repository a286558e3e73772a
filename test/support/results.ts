import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { type EventData, type TestsStream } from 'node:test';
import type { TestSession, TestSuiteResult } from '@web/test-runner';

export interface TestResult {
  /** The suites that it stands in, from the outermost, and its own title. */
  readonly titles: readonly string[];
  /** A browser, or Node. */
  readonly engine: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}

/** By the test's file, from the top level of the repository. */
export type Results = Readonly<Record<string, readonly TestResult[]>>;

const FILE = 'coverage/tests.json';

/** What the tests came to in the last whole `npm test` and in what was run of them since, for those who read it afterwards. */
export class ResultsFile {
  readonly #isPartial: boolean;
  readonly #results: Record<string, TestResult[]> = {};
  readonly #errors: string[] = [];

  constructor(isPartial: boolean) {
    this.#isPartial = isPartial;
    // A run that is broken off has shown nothing.
    if (!isPartial) rmSync(FILE, { force: true });
  }

  /** To be called before the stream flows. */
  followNode(stream: TestsStream): void {
    // By file, as two are on their way at once.
    const open = new Map<string, string[]>();
    const titlesAt = ({ entryFile, file = '', name, nesting }: EventData.TestStart) => {
      const path = entryFile ?? file;
      const titles = [...(open.get(path) ?? []).slice(0, nesting), name];
      open.set(path, titles);
      return { path, titles };
    };
    stream.on('test:start', titlesAt);
    for (const outcome of ['passed', 'failed'] as const) {
      stream.on(outcome === 'passed' ? 'test:pass' : 'test:fail', (data: EventData.TestPass | EventData.TestFail) => {
        const { path, titles } = titlesAt(data);
        if (data.details.type === 'suite') return;
        const isSkipped = data.skip !== undefined || data.todo !== undefined;
        this.#add(path, { titles, engine: 'Node', outcome: isSkipped ? 'skipped' : outcome });
      });
    }
  }

  /** A line for each test that failed, and for each error beside the tests. */
  get failures(): string[] {
    const failed = Object.entries(this.#results).flatMap(([file, results]) =>
      results
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ engine, titles }) => `${engine}, ${file}: ${titles.join(' › ')}`),
    );
    return [...this.#errors, ...failed];
  }

  addSession({ testFile, browser, testResults, errors }: TestSession): void {
    for (const { message } of errors) this.#errors.push(`${browser.name}, ${pathOf(testFile)}: ${message}`);
    const addSuite = ({ name, tests, suites }: TestSuiteResult, outer: readonly string[]): void => {
      const around = name ? [...outer, name] : outer;
      for (const test of tests) {
        const outcome = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
        this.#add(testFile, { titles: [...around, test.name], engine: browser.name, outcome });
      }
      for (const suite of suites) addSuite(suite, around);
    };
    // A file that could not be loaded has no results, not those of an earlier run.
    this.#results[pathOf(testFile)] ??= [];
    if (testResults) addSuite(testResults, []);
  }

  write(): void {
    const before = this.#isPartial ? readResults() : {};
    // A part alone would say of all the others that they did not run.
    if (!before) return;
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify({ ...before, ...this.#results }));
  }

  #add(path: string, result: TestResult): void {
    (this.#results[pathOf(path)] ??= []).push(result);
  }
}

const pathOf = (file: string) => relative('', file).replaceAll('\\', '/');

/** None where `npm test` has not come to its end since the repository was cloned. */
export function readResults(): Results | undefined {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Results;
  } catch {
    return undefined;
  }
}
