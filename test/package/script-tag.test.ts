import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { parseAst } from 'vite';

const cdn = new URL('../../dist/cdn/', import.meta.url);
const code = readFileSync(new URL('help-ticket-widget.js', cdn), 'utf8');

describe('the file of the script tag', () => {
  it('parses as a classic script, so it has neither static imports nor import.meta', () => {
    assert.doesNotThrow(() => new Script(code));
  });

  it('parses as a module', () => {
    assert.doesNotThrow(() => parseAst(code));
  });

  it('leaves no name behind on the page', () => {
    const { body } = parseAst(code);
    assert.deepEqual(
      body.map(({ type }) => type),
      ['ExpressionStatement'],
    );
  });

  it('names the panel that stands beside it', () => {
    const panels = readdirSync(cdn).filter((file) => file.startsWith('panel-'));
    assert.equal(panels.length, 1);
    assert.ok(code.includes(panels[0]!));
  });

  it('has its own name for the Trusted Types policy of the panel', () => {
    const panel = readdirSync(cdn).find((file) => file.startsWith('panel-'))!;
    const policies = readFileSync(new URL(panel, cdn), 'utf8').match(/createPolicy\(\W[\w-]+/g);
    assert.deepEqual(
      policies?.map((call) => call.slice('createPolicy(`'.length)),
      ['help-ticket-widget'],
    );
  });
});
