import { expect } from '@open-wc/testing';
import { type RawSettings, readSettings, type Settings } from '../../src/ticket/settings.js';

const BASE = 'https://shop.example/help/';
const GOOD = { endpoint: 'https://support.example/tickets', fallbackUrl: 'mailto:help@example.com' };

describe('settings', () => {
  it('have their defaults', () => {
    expect(readSettings(GOOD, BASE)).to.deep.equal({
      settings: {
        endpoint: GOOD.endpoint,
        formUrl: undefined,
        draft: 'session',
        duplicateWindow: 72,
        fallbackUrl: GOOD.fallbackUrl,
        pageInfo: 'path',
      },
      warnings: [],
    });
  });

  it('are what they are set to', () => {
    const raw: RawSettings = {
      ...GOOD,
      formUrl: '/support-form.json',
      placement: 'bottom-start',
      theme: 'dark',
      draft: 'local',
      duplicateWindow: '24',
      pageInfo: 'full',
    };
    expect(readSettings(raw, BASE)).to.deep.equal({
      settings: {
        endpoint: GOOD.endpoint,
        formUrl: 'https://shop.example/support-form.json',
        draft: 'local',
        duplicateWindow: 24,
        fallbackUrl: GOOD.fallbackUrl,
        pageInfo: 'full',
      },
      warnings: [],
    });
  });

  const good: readonly [keyof Settings, RawSettings, unknown][] = [
    ['endpoint', { endpoint: 'tickets' }, 'https://shop.example/help/tickets'],
    ['endpoint', { endpoint: '//api.example/t' }, 'https://api.example/t'],
    ['endpoint', { endpoint: 'http://localhost:8787/tickets' }, 'http://localhost:8787/tickets'],
    ['fallbackUrl', { fallbackUrl: '/contact' }, 'https://shop.example/contact'],
    ['draft', { draft: 'none' }, 'none'],
    ['pageInfo', { pageInfo: 'none' }, 'none'],
    ['duplicateWindow', { duplicateWindow: 0 }, 0],
    ['duplicateWindow', { duplicateWindow: '0.5' }, 0.5],
  ];
  for (const [name, changes, expected] of good) {
    it(`${JSON.stringify(changes)} is good`, () => {
      const { settings, warnings } = readSettings({ ...GOOD, ...changes }, BASE);
      expect(settings[name]).to.equal(expected);
      expect(warnings).to.be.empty;
    });
  }

  /** Each wrong value: the attribute, what is used instead, as a setting and in words. */
  const bad: readonly [RawSettings, string, keyof Settings | undefined, unknown, string][] = [
    [{ endpoint: 'ftp://x' }, 'endpoint', 'endpoint', undefined, 'no ticket can be sent'],
    [{ endpoint: 'javascript:alert(1)' }, 'endpoint', 'endpoint', undefined, 'no ticket can be sent'],
    [{ endpoint: 'https://' }, 'endpoint', 'endpoint', undefined, 'no ticket can be sent'],
    [{ formUrl: 'data:text/plain,x' }, 'form-url', 'formUrl', undefined, 'the default form is used'],
    [{ formUrl: 'https://[' }, 'form-url', 'formUrl', undefined, 'the default form is used'],
    [{ placement: 'top' }, 'placement', undefined, undefined, '"bottom-end" is used'],
    [{ theme: 'Dark' }, 'theme', undefined, undefined, '"auto" is used'],
    [{ draft: 'cookie' }, 'draft', 'draft', 'session', '"session" is used'],
    [{ draft: '' }, 'draft', 'draft', 'session', '"session" is used'],
    [{ pageInfo: 'all' }, 'page-info', 'pageInfo', 'path', '"path" is used'],
    [{ duplicateWindow: 'three days' }, 'duplicate-window', 'duplicateWindow', 72, '72 hours are used'],
    [{ duplicateWindow: '-1' }, 'duplicate-window', 'duplicateWindow', 72, '72 hours are used'],
    [{ duplicateWindow: '' }, 'duplicate-window', 'duplicateWindow', 72, '72 hours are used'],
    [{ duplicateWindow: Number.NaN }, 'duplicate-window', 'duplicateWindow', 72, '72 hours are used'],
    [{ fallbackUrl: 'http://plain.example' }, 'fallback-url', 'fallbackUrl', undefined, 'no link is shown'],
    [{ fallbackUrl: 'javascript:alert(1)' }, 'fallback-url', 'fallbackUrl', undefined, 'no link is shown'],
  ];
  for (const [changes, attribute, name, used, words] of bad) {
    it(`${JSON.stringify(changes)} gives one warning, and ${words}`, () => {
      const { settings, warnings } = readSettings({ ...GOOD, ...changes }, BASE);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(`${attribute}="${String(Object.values(changes)[0])}"`);
      expect(warnings[0]).to.include(words);
      if (name) expect(settings[name]).to.equal(used);
    });
  }

  it('warn once of each', () => {
    const { warnings } = readSettings({ endpoint: 'x:y', theme: 'blue', draft: 'yes', fallbackUrl: 'z:z' }, BASE);
    expect(warnings.map((warning) => warning.split('=')[0])).to.have.members([
      'endpoint',
      'theme',
      'draft',
      'fallback-url',
    ]);
  });

  it('warn of what is missing, or empty as templates write it, or was removed', () => {
    const nothing = null as unknown as undefined;
    for (const value of [undefined, '', nothing]) {
      const { settings, warnings } = readSettings({ endpoint: value, fallbackUrl: value, formUrl: value }, BASE);
      expect(warnings.map((warning) => warning.split(';')[0])).to.deep.equal([
        'endpoint is missing',
        'fallback-url is missing',
      ]);
      expect(settings.endpoint).to.be.undefined;
      expect(settings.fallbackUrl).to.be.undefined;
      expect(settings.formUrl).to.be.undefined;
    }
    const removed = { placement: nothing, theme: nothing, draft: nothing, pageInfo: nothing, duplicateWindow: nothing };
    expect(readSettings({ ...GOOD, ...removed }, BASE)).to.deep.equal(readSettings(GOOD, BASE));
  });
});
