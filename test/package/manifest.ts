/**
 * `npm run manifest`: writes custom-elements.json from the source, and the tables of the API in README.md from it.
 * With `--check` it writes nothing and fails if it would have changed something.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import { apiTables, withTables } from './api-tables.ts';

const isCheck = process.argv.includes('--check');

const manifest = await analyze({ argv: ['analyze'], noWrite: true });
const isCurrent = [
  update('custom-elements.json', () => `${JSON.stringify(manifest, null, 2)}\n`),
  update('README.md', (readme) => withTables(readme, apiTables(manifest))),
];
if (isCheck && isCurrent.includes(false)) {
  console.error('The source says something else: run `npm run manifest` and commit what it writes.');
  process.exitCode = 1;
}

/** Whether the file already said so. */
function update(path: string, rewrite: (text: string) => string): boolean {
  const text = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
  const rewritten = rewrite(text);
  if (rewritten === text) return true;
  if (!isCheck) writeFileSync(path, rewritten);
  console.log(`${path} ${isCheck ? 'is out of date' : 'written'}`);
  return false;
}
