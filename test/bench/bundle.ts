import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A contestant's script in one minified file, as its author would serve it. */
export async function bundle(name: string): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'contestants', `${name}.js`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"', __SENTRY_DEBUG__: 'false' },
    legalComments: 'none',
    plugins: [
      {
        name: 'small-markup',
        setup({ onLoad }) {
          onLoad({ filter: /\.html$/ }, async ({ path }) => ({ contents: await smallMarkup(path), loader: 'text' }));
        },
      },
    ],
  });
  return Buffer.from(outputFiles[0]!.contents);
}

/** Markup without the space between its lines. */
export async function smallMarkup(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replaceAll(/\s*\n\s*/g, ' ').replaceAll(/> </g, '><');
}
