import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HelpTicketWidget } from 'help-ticket-widget';

interface Named {
  readonly name: string;
  readonly description: string;
  readonly values?: readonly Named[];
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8'));
const namesOf = (named: readonly Named[]) => named.map(({ name }) => name).sort();
const attributes = [...HelpTicketWidget.observedAttributes].sort();

describe('what editors are told', () => {
  it('completes every attribute in VS Code, and the values that there are', () => {
    const [tag] = read('vscode.html-custom-data.json').tags as [Named & { readonly attributes: readonly Named[] }];
    assert.equal(tag.name, 'help-ticket-widget');
    assert.deepEqual(namesOf(tag.attributes), attributes);
    const theme = tag.attributes.find(({ name }) => name === 'theme');
    assert.deepEqual(namesOf(theme?.values ?? []), ['auto', 'dark', 'light']);
  });

  it('completes custom properties and parts in VS Code', () => {
    const { properties, pseudoElements } = read('vscode.css-custom-data.json');
    assert.ok(namesOf(properties as Named[]).includes('--help-ticket-accent'));
    assert.ok(namesOf(pseudoElements as Named[]).includes('::part(launcher)'));
  });

  it('completes attributes, properties and events in JetBrains’ editors', () => {
    const { name, version, contributions } = read('web-types.json');
    const { name: npmName, version: npmVersion } = read('../package.json');
    assert.deepEqual([name, version], [npmName, npmVersion]);
    const [element] = contributions.html.elements;
    assert.deepEqual(namesOf(element.attributes as Named[]), attributes);
    assert.ok(namesOf(element.js.properties as Named[]).includes('customer'));
    assert.ok(namesOf(element.js.events as Named[]).includes('help-ticket-submitted'));
  });
});
