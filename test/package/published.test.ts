import assert from 'node:assert/strict';
import { execFileSync, execSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

describe('the published package', () => {
  let published: string[];
  before(() => {
    const report = execSync('npm pack --dry-run --json --ignore-scripts', { cwd: root, encoding: 'utf8' });
    const packages = Object.values(JSON.parse(report) as Record<string, { files: { path: string }[] }>);
    published = packages.flatMap(({ files }) => files.map(({ path }) => `./${path}`));
  });

  it('holds every file that its exports name, and what editors look for', () => {
    const { exports, 'web-types': webTypes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>;
      'web-types': string;
    };
    const editors = [webTypes, './dist/vscode.html-custom-data.json', './dist/vscode.css-custom-data.json'];
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const missing = [...targets, ...editors].filter((target) => !target.includes('*') && !published.includes(target));
    assert.deepEqual(missing, []);
  });

  it('holds the files of the script tag, and their hashes', () => {
    for (const file of ['help-ticket-widget.js', 'help-ticket-widget.all.js', 'integrity.json'])
      assert.ok(published.includes(`./dist/cdn/${file}`));
  });

  it('asks nothing of a browser that only a bundler or Node knows', () => {
    const scripts = published.filter((path) => path.endsWith('.js'));
    assert.ok(scripts.length > 10);
    const asking = scripts.filter((path) =>
      /process\.env|import\.meta|\brequire\(/.test(readFileSync(join(root, path), 'utf8')),
    );
    assert.deepEqual(asking, []);
  });

  it('holds nothing but the build, the manifest and what is read first', () => {
    const wanted = /^\.\/(dist\/.+|custom-elements\.json|package\.json|(README|CHANGELOG|CONFORMANCE)\.md|LICENSE)$/;
    assert.deepEqual(
      published.filter((path) => !wanted.test(path)),
      [],
    );
  });
});

describe('a site with the package installed', () => {
  let site: string;
  before(() => {
    site = mkdtempSync(join(tmpdir(), 'site-with-help-ticket-'));
    mkdirSync(join(site, 'node_modules'));
    symlinkSync(root, join(site, 'node_modules/help-ticket-widget'), 'junction');
  });
  after(() => rmSync(site, { recursive: true }));

  it('can import it in Node, where there is no document', () => {
    const code = `
      import { HelpTicketWidget } from 'help-ticket-widget';
      import * as ticket from 'help-ticket-widget/ticket.js';
      console.log(typeof HelpTicketWidget, Object.keys(ticket).length > 0);`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: site });
    assert.equal(output.toString().trim(), 'function true');
  });

  it('has nothing of it in a bundle that does not use the class', async () => {
    const bundle = async (contents: string) => {
      const stdin = { contents, resolveDir: site };
      const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', minify: true });
      return outputFiles[0]!.text.length;
    };
    const [unused, used] = [
      await bundle("import { HelpTicketWidget } from 'help-ticket-widget';"),
      await bundle("import 'help-ticket-widget/define.js';"),
    ];
    assert.equal(unused, 0);
    assert.ok(used > 10_000, `define.js is ${used} bytes`);
  });

  it('sees its types, and they are sound by themselves', () => {
    writeFileSync(
      join(site, 'page.ts'),
      `import 'help-ticket-widget/define.js';
      import type { Ticket } from 'help-ticket-widget/ticket.js';
      const widget = document.createElement('help-ticket-widget');
      widget.addEventListener('help-ticket-submitted', ({ detail }) => console.log(detail.id.length));
      export const isOpen: boolean = widget.open;
      export type Email = Ticket['contact']['email'];`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = '--noEmit --strict --target es2022 --module nodenext --skipLibCheck false page.ts';
    const { stdout } = spawnSync(process.execPath, [tsc, ...options.split(' ')], { cwd: site, encoding: 'utf8' });
    assert.equal(stdout, '');
  });
});
