import { basename } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';
import { build } from 'esbuild';

/** Those of many modules. */
const LIBRARIES = ['@open-wc/testing', 'msw', 'msw/browser', 'zod/mini'];

const fileOf = (library: string) => library.replace(/\W/g, '-');

/** Serves each of some libraries as one file: a test file is a page of its own, and would load a hundred modules in each browser. */
export async function bundlePlugin(): Promise<TestRunnerPlugin> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(LIBRARIES.map((library) => [fileOf(library), library])),
    bundle: true,
    // What two of them share is there once.
    splitting: true,
    // The one that the widget has.
    external: ['lit', 'lit/*', 'lit-html', 'lit-html/*'],
    format: 'esm',
    target: 'es2022',
    outdir: 'libraries',
    write: false,
  });
  const files = new Map(outputFiles.map(({ path, text }) => [`/libraries/${basename(path)}`, text]));
  return {
    name: 'bundled-libraries',
    resolveImport: ({ source }) => (LIBRARIES.includes(source) ? `/libraries/${fileOf(source)}.js` : undefined),
    serve({ path }) {
      const body = files.get(path);
      return body && { body, type: 'js' };
    },
  };
}
