import { globSync, readFileSync } from 'node:fs';
import type { Results } from '../support/results.ts';
import type { Proof } from './answer.ts';

/** A title as it is written in a test's source. */
interface Title {
  readonly text: string;
  readonly file: string;
}

/** Quoted on one line, as titles are. */
const QUOTED = /(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g;

/** Every text in the sources of tests that may be a title. */
export function titlesInSources(): readonly Title[] {
  const files = globSync('test/**/*.test.ts', { exclude: ['test/{conformance,frameworks}/**'] });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(QUOTED)].map(([, , text = '']) => ({ text, file })));
}

/** Those that a proof names. */
export function titlesOf(proof: Proof, titles: readonly Title[]): readonly Title[] {
  return titles.filter(({ text }) => isNamed(proof, text));
}

/** What is wrong with the tests that a proof names, as sentences. Without results, only that there are none. */
export function troubleWith(proof: Proof, titles: readonly Title[], results: Results | undefined): readonly string[] {
  const name = typeof proof === 'number' ? `row ${proof}` : `"${proof}"`;
  const files = new Set(titlesOf(proof, titles).map(({ file }) => file));
  if (files.size === 0) return [`${name} has no test`];
  if (!results) return [];
  return [...files].flatMap((file) => {
    const found = (results[file] ?? []).filter((result) => result.titles.some((title) => isNamed(proof, title)));
    const ran = found.filter(({ outcome }) => outcome !== 'skipped');
    if (ran.length === 0) return [`${name} of ${file} did not run`];
    return ran
      .filter(({ outcome }) => outcome === 'failed')
      .map((result) => `${result.titles.join(' › ')} failed in ${result.engine}`);
  });
}

function isNamed(proof: Proof, title: string): boolean {
  if (typeof proof === 'string') return title === proof;
  // The cheap question first: there are thousands of texts.
  return title.includes(`row ${proof}:`) && rowsIn(title).includes(proof);
}

/** The rows of the acceptance list that a title begins, after a subject at most: "row 34: …". */
export function rowsIn(title: string): readonly number[] {
  return [...title.matchAll(/\brow (\d+):/g)].map(([, row]) => Number(row));
}
