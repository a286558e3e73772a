/**
 * `npm run manifest`: writes custom-elements.json from the source, and the tables of the API in README.md from it.
 * With `--check` it writes nothing and fails if it would have changed something.
 */
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import { apiTables } from './api-tables.ts';
import { keepCurrent, withBlocks } from './made-from-others.ts';
import { widgetIn } from './widget-manifest.ts';

const manifest = await analyze({ argv: ['analyze'], noWrite: true });
keepCurrent('custom-elements.json', () => `${JSON.stringify(manifest, null, 2)}\n`);
keepCurrent('README.md', (readme) => withBlocks(readme, apiTables(widgetIn(manifest))));
