import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

/** The apps, each as its author would build it, with the package as npm would install it. */
export interface BuiltApps extends AsyncDisposable {
  readonly folder: string;
}

/**
 * Away from the project, so that nothing is found in its `node_modules` that the package does not ask for.
 *
 * @throws with what a tool has said, if one fails
 */
export async function buildApps(names: readonly string[]): Promise<BuiltApps> {
  const folder = await mkdtemp(join(tmpdir(), 'help-ticket-apps-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    await Promise.all([copySources(folder), run(root, 'npm', 'pack', '--silent', '--pack-destination', folder)]);
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
    await run(folder, 'npm', 'ci', ...quiet);
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    await run(folder, 'npm', 'install', '--no-save', ...quiet, `./help-ticket-widget-${version}.tgz`);
    const queue = [...names];
    await Promise.all([1, 2].map(() => buildEach(folder, queue)));
  } catch (error) {
    await dispose();
    throw error;
  }
  return { folder, [Symbol.asyncDispose]: dispose };
}

function copySources(folder: string): Promise<void> {
  const filter = (path: string) => !/[\\/](node_modules|dist(-server)?)$/.test(path);
  return cp(import.meta.dirname, folder, { recursive: true, filter });
}

async function buildEach(folder: string, queue: string[]): Promise<void> {
  for (let name = queue.shift(); name !== undefined; name = queue.shift())
    await run(folder, 'npm', 'run', '--silent', `build:${name}`);
}

async function run(cwd: string, command: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, args, { cwd, shell: process.platform === 'win32' });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
