import { basename, relative, sep } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';
import { build } from 'esbuild';

/** Those of many modules. */
const LIBRARIES = ['@open-wc/testing', 'msw', 'msw/browser', 'zod/mini'];

/** What test/support/small-window asks for by address. */
const IN_FRAMES = ['src/define.ts', 'src/panel.ts', 'src/advice.ts'];

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

/**
 * Serves test files as a bundler would deliver them: each a few files with all that it imports, what several import in files of its
 * own. Module by module, every page would make a hundred requests, in each browser.
 */
export async function bundledTests(files: readonly string[]): Promise<TestRunnerPlugin> {
  const { outputFiles } = await build({
    entryPoints: [...files, ...IN_FRAMES],
    bundle: true,
    splitting: true,
    // In package.json only files of the build count as having side effects: `src/define.ts` would be left out.
    ignoreAnnotations: true,
    // The test runner's own.
    external: ['/__web*'],
    conditions: ['development'],
    format: 'esm',
    target: 'es2022',
    define: { __PANEL_FILE__: '"panel.js"' },
    // For the places that errors name.
    sourcemap: 'inline',
    outbase: '.',
    outdir: '.',
    chunkNames: 'bundled/[name]-[hash]',
    write: false,
  });
  const texts = new Map(
    outputFiles.map(({ path, text }) => [`/${relative(process.cwd(), path).replaceAll(sep, '/')}`, text]),
  );
  return {
    name: 'bundled-tests',
    serve({ path }) {
      const body = texts.get(path.replace(/\.ts$/, '.js'));
      return body && { body, type: 'js' };
    },
  };
}
