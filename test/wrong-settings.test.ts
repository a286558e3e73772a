import { expect } from '@open-wc/testing';
import { recordConsole } from './support/recorder.js';
import { cleanUp, mount } from './support/widget-driver.js';

const WRONG: Record<string, { value: string; instead: RegExp }> = {
  theme: { value: 'purple', instead: /auto/ },
  placement: { value: 'top-left', instead: /bottom-end/ },
  draft: { value: 'forever', instead: /session/ },
  'duplicate-window': { value: 'a while', instead: /72/ },
  'page-info': { value: 'everything', instead: /path/ },
  'fallback-url': { value: 'javascript:alert(1)', instead: /no link/ },
  'form-url': { value: 'ftp://example.com/form', instead: /default form/ },
};

describe('wrong settings', () => {
  afterEach(cleanUp);

  for (const [attribute, { value, instead }] of Object.entries(WRONG)) {
    it(`${attribute}="${value}": one warning that names attribute, value and what is used instead`, async () => {
      const warnings = recordConsole('warn');
      const errors = recordConsole('error');
      const customer = await mount({ attributes: { [attribute]: value } }).open();
      await customer.close();
      await customer.open();
      const about = warnings.filter((line) => line.includes(attribute));
      expect(about).to.have.length(1);
      expect(about[0]).to.include(value).and.match(instead);
      expect(errors).to.be.empty;
    });
  }

  it('are named once each, however many there are, and the ticket can be written all the same', async () => {
    const warnings = recordConsole('warn');
    const attributes = Object.fromEntries(Object.entries(WRONG).map(([name, { value }]) => [name, value]));
    await mount({ attributes }).writeUpTo('review');
    expect(warnings).to.have.length(Object.keys(WRONG).length);
  });

  it('fallback-url missing: one warning', async () => {
    const warnings = recordConsole('warn');
    await mount({ attributes: { 'fallback-url': null } }).writeUpTo('contact');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('fallback-url');
  });

  it('right ones: no warning', async () => {
    const warnings = recordConsole('warn');
    await mount({
      attributes: {
        theme: 'dark',
        placement: 'bottom-start',
        draft: 'local',
        'duplicate-window': '0',
        'page-info': 'none',
      },
    }).open();
    expect(warnings).to.be.empty;
  });

  const odd: [string, string, unknown][] = [
    ['customer', 'a text', 'maria@example.com'],
    ['customer', 'null', null],
    ['customer', 'a country in words', { country: 'Brazil' }],
    ['customer', 'a country in lower case', { country: 'br' }],
    ['customer', 'a phone as a number', { phone: 5511912345678 }],
    ['customer', 'no name', { email: 'maria@example.com', name: null }],
    ['form', 'a number', 42],
    ['messages', 'a text', 'Hello'],
    ['label', 'a number', 7],
    ['accent', 'no colour', 'no colour at all'],
    ['lang', 'no language', '???'],
  ];
  for (const [property, what, value] of odd) {
    it(`${property} as ${what}: the form opens all the same, and nothing is thrown into the page`, async () => {
      const thrown: string[] = [];
      const note = (event: ErrorEvent | PromiseRejectionEvent) =>
        thrown.push(String('reason' in event ? event.reason : event.message));
      window.addEventListener('error', note);
      window.addEventListener('unhandledrejection', note);
      const errors = recordConsole('error');
      recordConsole('warn');
      const customer = mount();
      Object.assign(customer.element, { [property]: value });
      customer.element.show();
      await customer.opened();
      await customer.writeUpTo('topic');
      window.removeEventListener('error', note);
      window.removeEventListener('unhandledrejection', note);
      expect(thrown).to.be.empty;
      expect(errors).to.be.empty;
    });
  }
});
