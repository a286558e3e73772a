import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

/** How each framework's own compiler checks a page in `apps/types`. */
export const COMPILERS: Readonly<Record<string, { readonly page: string; readonly command: string }>> = {
  react: { page: 'page.tsx', command: 'tsc --pretty false -p' },
  preact: { page: 'page.tsx', command: 'tsc --pretty false -p' },
  solid: { page: 'page.tsx', command: 'tsc --pretty false -p' },
  vue: { page: 'page.vue', command: 'vue-tsc --pretty false -p' },
  svelte: { page: 'page.svelte', command: 'svelte-check --output machine --tsconfig' },
  angular: { page: 'page.ts', command: 'ngc --noEmit -p' },
};

/** Lines of the page with an error in them, and the lines that should have one. */
export async function checkPage(
  folder: string,
  framework: string,
): Promise<{ found: readonly number[]; expected: readonly number[] }> {
  const { page, command } = COMPILERS[framework]!;
  const source = readFileSync(join(folder, 'apps/types', framework, page), 'utf8');
  const output = await outputOf(folder, `${command} apps/types/${framework}/tsconfig.json`);
  // page.ts:16:68 - error, page.tsx(16,68): error, or ERROR "…/page.svelte" 16:68
  const places = output.matchAll(/(?<file>[\w.]+)(?:[:(]|" )(?<line>\d+)[:,]\d+/g);
  const found = [...places].map(({ groups }) => {
    if (groups?.file !== page) throw new Error(`An error in another file:\n${output}`);
    return Number(groups.line);
  });
  return { found: [...new Set(found)], expected: wrongLines(source) };
}

/** As the pages say: all with an attribute below the comment. */
function wrongLines(source: string): number[] {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.includes('From here on, each line with an attribute is wrong.'));
  return lines.flatMap((line, index) => (index > start && /\S=["{]/.test(line) ? [index + 1] : []));
}

async function outputOf(folder: string, command: string): Promise<string> {
  const [name = '', ...args] = command.split(' ');
  const compiler = spawn(join(folder, 'node_modules/.bin', name), args, {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  const [stdout, stderr] = await Promise.all([text(compiler.stdout), text(compiler.stderr)]);
  return stripVTControlCharacters(stdout + stderr);
}
