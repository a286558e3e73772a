import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { parseAst } from 'vite';

const cdn = new URL('../../dist/cdn/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, cdn), 'utf8');
const code = read('help-ticket-widget.js');
const allInOne = read('help-ticket-widget.all.js');

for (const [name, script] of [
  ['the file of the script tag', code],
  ['the file with all in one', allInOne],
] as const) {
  describe(name, () => {
    it('parses as a classic script, so it has neither static imports nor import.meta', () => {
      assert.doesNotThrow(() => new Script(script));
    });

    it('parses as a module', () => {
      assert.doesNotThrow(() => parseAst(script));
    });

    it('leaves no name behind on the page', () => {
      const { body } = parseAst(script);
      assert.deepEqual(
        body.map(({ type }) => type),
        ['ExpressionStatement'],
      );
    });
  });
}

describe('the script tag and what it loads', () => {
  it('names the panel that stands beside it', () => {
    const panels = readdirSync(cdn).filter((file) => file.startsWith('panel-'));
    assert.equal(panels.length, 1);
    assert.ok(code.includes(panels[0]!));
  });

  it('has its own name for the Trusted Types policy of the panel', () => {
    const panel = readdirSync(cdn).find((file) => file.startsWith('panel-'))!;
    for (const script of [read(panel), allInOne]) {
      const policies = script.match(/createPolicy\(\W[\w-]+/g);
      assert.deepEqual(
        policies?.map((call) => call.slice('createPolicy(`'.length)),
        ['help-ticket-widget'],
      );
    }
  });

  it('asks for nothing more when it is all in one', () => {
    assert.doesNotMatch(allInOne, /\bimport\s*\(/);
    const others = readdirSync(cdn).filter((file) => file.includes('-') && !file.startsWith('help-ticket-widget'));
    assert.deepEqual(
      others.filter((file) => allInOne.includes(file)),
      [],
    );
  });

  it('has the hash of every file written down', () => {
    const hashes = JSON.parse(read('integrity.json')) as Record<string, string>;
    const files = readdirSync(cdn).filter((file) => file !== 'integrity.json');
    const expected = files.map((file) => [file, `sha384-${createHash('sha384').update(read(file)).digest('base64')}`]);
    assert.deepEqual(hashes, Object.fromEntries(expected));
  });
});
