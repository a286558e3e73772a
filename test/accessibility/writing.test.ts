/** Rows 46 and 57 of the acceptance list: scripts and input methods, and all the time that somebody needs. */
import { expect } from '@open-wc/testing';
import { launcherLabel } from '../../src/launcher.js';
import { catalogues } from '../../src/locales/catalogues.js';
import type { Messages } from '../../src/locales/en.js';
import { compose, pressComposing } from '../support/emulate.js';
import { isChromium } from '../support/keyboard.js';
import { replace } from '../support/recorder.js';
import { sampleForm } from '../support/sample-form.js';
import { throughSteps } from '../support/through-steps.js';
import { namesIn } from '../support/visible-names.js';
import { cleanUp, mount, reload } from '../support/widget-driver.js';
import { describeElement } from './fit.js';
import { row } from './row.js';
import { at, type Sabotage, wear } from './sabotage.js';

const HOUR = 3_600_000;

let listening = new AbortController();

/** Takes any Enter for the customer's own. */
const hasty: Sabotage = ({ element }) => {
  const submit = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') element.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
  };
  window.addEventListener('keydown', submit, { capture: true, signal: listening.signal });
};

/** Starts anew an hour after the description was touched. */
const expiring = at('input', ({ element }, { target }) => {
  if ((target as Element).matches('textarea')) setTimeout(() => element.reset(), HOUR);
});

describe('accessibility: writing', () => {
  afterEach(async () => {
    listening.abort();
    listening = new AbortController();
    await cleanUp();
  });

  for (const lang of ['ja', 'zh-Hant', 'ko', 'th', 'hi', 'bn', 'ar'])
    row(
      `row 46: no letters are drawn apart in ${lang}, and lines break where its script breaks them`,
      async () => {
        const messages = ((await catalogues[lang.toLowerCase()]?.()) ?? (await catalogues[lang]!())) as Messages;
        const names = namesIn(messages, launcherLabel(lang));
        const form = { ...sampleForm, languages: [] };
        await throughSteps(
          ({ panel }, step) => {
            expect(panel!.lang).to.equal(lang);
            for (const each of [panel!, ...panel!.querySelectorAll('*')]) {
              const { letterSpacing, wordBreak, lineBreak } = getComputedStyle(each);
              expect(/^normal$|^0px$/.test(letterSpacing), `${step}: ${describeElement(each)}: ${letterSpacing}`).to.be
                .true;
              // Headings may break between phrases, where the browser knows how.
              const breaks = [wordBreak.replace('auto-phrase', 'normal'), lineBreak ?? 'auto'];
              expect(breaks, describeElement(each)).to.deep.equal(['normal', 'auto']);
            }
          },
          { attributes: { lang }, names, form },
        );
      },
      ...(lang === 'ja'
        ? ([
            [wear('h2 { letter-spacing: 0.02em; }'), /country: <h2/],
            [wear('p { word-break: break-all; }'), /deeply equal/],
          ] as const)
        : []),
    );

  row(
    'row 46: Enter that takes what an input method offers does not continue',
    async () => {
      const customer = await mount().writeUpTo('contact');
      await customer.enterContact({ email: 'hanako@example.com' });
      const field = await customer.find<HTMLInputElement>('textbox', 'Full name');
      field.focus();
      if (isChromium) {
        await compose('花子');
        await pressComposing('Enter');
        expect(field.value).to.equal('花子');
      } else {
        // No other driver composes text: the events are those that browsers send.
        field.value = '花子';
        field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
        const enter = {
          key: 'Enter',
          isComposing: true,
          keyCode: 229,
          bubbles: true,
          composed: true,
          cancelable: true,
        };
        field.dispatchEvent(new KeyboardEvent('keydown', enter));
      }
      await customer.settled();
      expect(customer.step()).to.equal('contact');
      expect(customer.errors()).to.be.empty;
      expect(customer.hasFocus(field)).to.be.true;
    },
    [hasty, /to equal 'contact'/],
  );

  row(
    'row 57: nothing runs out while somebody writes, however long it takes',
    async () => {
      // What would come after a minute or more comes at once; of what repeats, nothing is hurried.
      const customer = await mount().open();
      const { setTimeout: later } = window;
      const soon = (delay = 0) => (delay < 60_000 ? delay : 0);
      replace(window, 'setTimeout', ((act: () => void, delay?: number) =>
        later(act, soon(delay))) as typeof setTimeout);
      await customer.writeUpTo('details');
      await customer.describe('Half a sentence');
      const { now } = Date;
      replace(Date, 'now', () => now() + 23 * HOUR);
      await new Promise((resolve) => later(resolve, 50));
      window.setTimeout = later;
      await customer.settled();
      expect(customer.step()).to.equal('details');
      expect(await customer.valueOf('Describe the problem')).to.equal('Half a sentence');
      await customer.continue();
      expect(customer.heading()).to.equal('Check your answers');
      expect(customer.text()).not.to.match(/\d+:\d\d|seconds|expire/);
    },
    [expiring, /to equal 'details'/],
  );

  for (const draft of ['session', 'local'])
    row(
      `row 57: a draft in ${draft} storage is there for a whole day`,
      async () => {
        const attributes = { draft };
        const before = await mount({ attributes }).writeUpTo('details');
        await before.describe('Half a sentence');
        const { now } = Date;
        replace(Date, 'now', () => now() + 23.9 * HOUR);
        const customer = await reload(before, { attributes }).open();
        if (customer.query('button', /^Continue/)) await customer.press(/^Continue/);
        await customer.writeUpTo('details');
        expect(await customer.valueOf('Describe the problem')).to.equal('Half a sentence');
      },
      [({ element }) => element.setAttribute('draft', 'none'), /Half a sentence/],
    );
});
