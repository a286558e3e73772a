/**
 * `npm run integrity`: writes the hashes of the built files into README.md, after a build.
 * With `--check` it writes nothing and fails if it would have changed something.
 */
import { readFileSync } from 'node:fs';
import { keepCurrent, withBlocks } from './made-from-others.ts';
import { code, table } from './markdown-table.ts';

const hashes = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8')) as Record<string, string>;
const rows = Object.entries(hashes).map(([file, hash]) => [code(file), code(hash)]);
const blocks = new Map([['integrity', table(['File', '`integrity`'], rows)]]);
keepCurrent('README.md', (readme) => withBlocks(readme, blocks));
