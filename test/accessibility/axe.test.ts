/** Row 1 of the acceptance list: axe finds nothing, in any state. */
import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
import { launcherLabel } from '../../src/launcher.js';
import { catalogues } from '../../src/locales/catalogues.js';
import { en, type Messages } from '../../src/locales/en.js';
import { emulateMedia } from '../support/emulate.js';
import { isChromium } from '../support/keyboard.js';
import { sampleForm } from '../support/sample-form.js';
import { namesIn } from '../support/visible-names.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { row } from './row.js';
import { without } from './sabotage.js';
import { STATES } from './states.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The first takes links of the panel that are scrolled out of view for skip links, and looks for their targets outside the shadow root. */
const EVERYTHING = { runOnly: TAGS, rules: { 'skip-link': { enabled: false } } };
/** The rules that another scheme makes a difference to. */
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };
/** A browser does not tell which colours a forced palette has given to text (row 36 has what it does tell). */
const ALL_BUT_COLOURS = { runOnly: TAGS, rules: { ...EVERYTHING.rules, 'color-contrast': { enabled: false } } };

/** In any language. */
const form = { ...sampleForm, languages: [] };

let axe: typeof Axe;
before(async () => {
  // A script of the old kind: it puts itself on the window. Its types are those of the package.
  // @ts-expect-error The minified file has none of its own.
  await import('axe-core/axe.min.js');
  axe = (window as unknown as { axe: typeof Axe }).axe;
});

async function isClean(customer: WidgetDriver, where = '', options: Axe.RunOptions = EVERYTHING): Promise<void> {
  await customer.settled();
  // Half transparent while it comes in, text has no contrast worth measuring.
  await Promise.all(customer.panel!.getAnimations({ subtree: true }).map(({ finished }) => finished));
  // axe knows nothing of the top layer, and takes the launcher for something that lies over the panel.
  customer.launcher?.style.setProperty('visibility', 'hidden');
  const { violations, passes } = await axe.run(customer.element, options);
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`,
  );
  expect(found.join('\n'), where).to.equal('');
  // Of colours alone it says nothing where all letters are Arabic.
  if (options !== COLOURS) expect(passes, `${where}: axe has looked at something`).not.to.be.empty;
}

describe('accessibility: row 1: axe finds nothing', () => {
  afterEach(async () => {
    await cleanUp();
    if (isChromium) await emulateMedia();
  });

  for (const lang of isChromium ? ['en', 'ar', 'ja'] : ['en']) {
    for (const [state, reach] of Object.entries(STATES)) {
      it(`in ${state}, ${lang}, ${isChromium ? 'light, dark and a forced palette' : 'light and dark'}`, async () => {
        const messages = lang === 'en' ? en : ((await catalogues[lang]!()) as Messages);
        const attributes = { lang };
        const names = namesIn(messages, launcherLabel(lang));
        const customer = await reach({ theme: 'light', form, attributes, names }, messages);
        await isClean(customer, 'light');
        customer.element.theme = 'dark';
        await isClean(customer, 'dark', COLOURS);
        if (!isChromium) return;
        await emulateMedia({ 'forced-colors': 'active' });
        await isClean(customer, 'forced palette', ALL_BUT_COLOURS);
      });
    }
  }

  row('of a button without a name it finds something', async () => isClean(await mount().open()), [
    without('#close', 'aria-label'),
    /button-name/,
  ]);

  it('in the form in place', async () => {
    await isClean(await mount({ attributes: { inline: '' } }).opened());
  });

  it('in the launcher alone', async () => {
    const customer = mount();
    await customer.launched();
    const { violations } = await axe.run(customer.element, { runOnly: TAGS });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
