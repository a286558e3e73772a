import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';

/** The rooms whose lines and branches are tested nearly all, and how much of them at least, in per cent. */
export const MEASURED = 'src/{ticket,services}/**/*.ts';
const LEAST = 98;

interface Summary {
  total: Record<'lines' | 'branches', { pct: number }>;
}

/** What is wrong with the coverage that the last run in browsers has measured: sentences, none if all is well. */
export function coverageProblems(): string[] {
  const summary = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8')) as Summary;
  const low = (['lines', 'branches'] as const)
    .filter((kind) => !(summary.total[kind].pct >= LEAST))
    .map(
      (kind) => `${summary.total[kind].pct} % of the ${kind} of ${MEASURED} are tested; at least ${LEAST} % should be.`,
    );
  // The report knows only what was loaded: a file without any test would count as if it were not there.
  const missing = globSync(MEASURED)
    .filter((file) => !(resolve(file) in summary) && hasCode(file))
    .map((file) => `No test imports ${file}.`);
  return [...low, ...missing];
}

/** Types, and names passed on from elsewhere, leave nothing to run and nothing to measure. */
function hasCode(file: string): boolean {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'))
    .replaceAll(/\/\*.*?\*\/|\/\/.*/gs, '')
    .replaceAll(/^\s*(im|ex)port\b[^;]*\bfrom\b[^;]*;/gm, '');
  return code.trim() !== '';
}
