/** Rows 34 and 37 of the acceptance list: what can be seen, and what moves. */
import { expect } from '@open-wc/testing';
import { contrast } from '../support/contrast.js';
import { throughSteps } from '../support/through-steps.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { groundOf } from './ground.js';
import { row } from './row.js';
import { wear } from './sabotage.js';

/** The default one, and twelve that a site owner may come up with. */
const ACCENTS = [
  undefined,
  '#ffffff',
  '#000000',
  '#ffd400',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#00ffff',
  '#ff00ff',
  '#808080',
  '#777777',
  '#ffb6c1',
  '#1a1a1a',
];

const colourOf = (element: Element, property: 'color' | 'backgroundColor' | 'borderTopColor' | 'outlineColor') =>
  getComputedStyle(element)[property];

/** Text that can hardly be read, and controls and focus rings that can hardly be seen. */
function paleIn(customer: WidgetDriver): string[] {
  const found: string[] = [];
  const check = (what: string, colour: string, ground: string, least: number) => {
    const ratio = contrast(colour, ground);
    if (ratio < least) found.push(`${what}: ${colour} on ${ground} is ${ratio.toFixed(2)}`);
  };
  for (const each of customer.panel!.querySelectorAll('h2, p, label, a, button, legend, input, select, textarea')) {
    if (!each.checkVisibility() || each.closest('.unseen')) continue;
    check(`text of ${each.tagName} ${each.id}`, colourOf(each, 'color'), groundOf(each), 4.5);
  }
  for (const control of customer.panel!.querySelectorAll<HTMLElement>('input.control, select.control, textarea')) {
    check(`border of ${control.id}`, colourOf(control, 'borderTopColor'), groundOf(control.parentElement!), 3);
    control.focus({ focusVisible: true });
    check(`focus of ${control.id}`, colourOf(control, 'outlineColor'), groundOf(control.parentElement!), 3);
  }
  return found;
}

describe('accessibility: colours and movement', () => {
  afterEach(cleanUp);

  for (const theme of ['light', 'dark'] as const) {
    it(`row 34: with any accent, text has a contrast of 4.5 and what is operated one of 3, in ${theme}`, async () => {
      for (const accent of ACCENTS) {
        const customer = mount({ theme, ...(accent && { accent }) });
        const launcher = await customer.launched();
        const ratio = contrast(colourOf(launcher, 'color'), colourOf(launcher, 'backgroundColor'));
        expect(ratio, `${accent}: the launcher’s text`).to.be.at.least(4.5);
        await customer.open();
        expect(paleIn(customer), accent).to.deep.equal([]);
        await customer.continue();
        expect(paleIn(customer), `${accent}, with an error`).to.deep.equal([]);
        await cleanUp();
      }
    });
  }

  it('row 34: would see what is pale', async () => {
    const customer = await mount().open();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.panel * { color: #999 !important; border-color: #eee !important; outline-color: #eee !important }',
    );
    customer.root.adoptedStyleSheets = [...customer.root.adoptedStyleSheets, sheet];
    expect(paleIn(customer).join('\n')).to.include('text of').and.include('border of').and.include('focus of');
  });

  row(
    'row 37: nothing moves for who prefers less motion',
    async () => {
      expect(matchMedia('(prefers-reduced-motion: reduce)').matches, 'the browser of the tests').to.be.true;
      await throughSteps(({ root }) => {
        for (const each of root.querySelectorAll('*')) {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(each);
          const isStill = animationName === 'none' || parseFloat(animationDuration) <= 0.01;
          expect(isStill, `${each.tagName} ${each.className}: ${animationName}`).to.be.true;
          expect(Math.max(...transitionDuration.split(',').map(parseFloat)), each.className).to.be.at.most(0.01);
          expect(scrollBehavior).to.equal('auto');
        }
      });
    },
    [wear('.choice, button { transition: 1s; }'), /at most 0.01/],
  );
});
