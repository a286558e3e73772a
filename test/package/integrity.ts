/**
 * `npm run integrity`: writes the hashes of the built scripts into README.md, after a build.
 * With `--check` it writes nothing and fails if it would have changed something.
 */
import { readFileSync } from 'node:fs';
import { keepCurrent, withBlocks } from './made-from-others.ts';
import { code, table } from './markdown-table.ts';

const hashes = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8')) as Record<string, string>;
// Those that a page names itself; the others have their hash in their name.
const scripts = Object.entries(hashes).filter(([file]) => file.startsWith('help-ticket-widget.'));
const rows = scripts.map(([file, hash]) => [code(file), code(hash)]);
const blocks = new Map([['integrity', table(['File', '`integrity`'], rows)]]);
keepCurrent('README.md', (readme) => withBlocks(readme, blocks));
