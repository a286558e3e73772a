/** Rows 44, 52 to 55 and 59 of the acceptance list: languages and directions, print, names, and order. */
import { expect } from '@open-wc/testing';
import { nameOf, textOf } from '../support/accessible-tree.js';
import { tabStops, throughSteps } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { row } from './row.js';
import { always, notModal, wear, without } from './sabotage.js';

/** Elements that something is wrong with, as a sentence each. */
type Check = (customer: WidgetDriver) => string[];

const describeElement = ({ tagName, id, className }: Element) => `${tagName} ${id || className}`;

/** Row 54: who listens meets everything in the order in which it stands, from top to bottom, and in a line as it is read. */
const outOfOrder: Check = (customer) => {
  const isRtl = customer.panel!.dir === 'rtl';
  const bars = [...customer.panel!.querySelectorAll<HTMLElement>('.header, .body, .footer')];
  // Each bar for itself: what is scrolled out of view is below the last one.
  return [bars, ...bars.map((bar) => tabStops(customer).filter((each) => bar.contains(each)))].flatMap((elements) =>
    elements.flatMap((each, index) => {
      const before = elements[index - 1]?.getBoundingClientRect();
      if (!before) return [];
      const box = each.getBoundingClientRect();
      const isBelow = box.top >= before.top + before.height / 2;
      const isBeside = isRtl ? box.right <= before.left + 1 : box.left >= before.right - 1;
      return isBelow || (isBeside && box.bottom > before.top) ? [] : [describeElement(each)];
    }),
  );
};

/** Row 55: what is left out of the order of Tab, made an application, or named by its title alone. */
const forbidden: Check = ({ root }) =>
  [...root.querySelectorAll<HTMLElement>('[tabindex], [role=application], [title], [inert] [aria-live]')]
    .filter((each) => each.tabIndex > 0 || !each.hasAttribute('tabindex') || each.hasAttribute('title'))
    .map(describeElement);

/** Row 59: who says what is on a control must be understood: its words begin its name or stand in it. */
const notSpeakable: Check = (customer) =>
  tabStops(customer).flatMap((each) => {
    const shown = each.matches('button, a') ? textOf(each) : '';
    return nameOf(each).toLowerCase().includes(shown.toLowerCase()) && nameOf(each) !== ''
      ? []
      : [describeElement(each)];
  });

const CHECKS: readonly (readonly [row: string, check: Check, sabotage: (customer: WidgetDriver) => void])[] = [
  [
    'row 54: the order of the tree is that of the picture',
    outOfOrder,
    ({ panel }) => (panel!.querySelector<HTMLElement>('.header')!.style.order = '2'),
  ],
  [
    'row 55: no tabindex above 0, no application, nothing named by a title, no live region where all is inert',
    forbidden,
    ({ panel }) => (panel!.querySelector('button')!.title = 'Close'),
  ],
  [
    'row 59: the words on each control are in its name',
    notSpeakable,
    ({ panel }) => (panel!.querySelector('button.primary, button:not(.icon)')!.ariaLabel = 'Next page'),
  ],
];

describe('accessibility: names, order and languages', () => {
  afterEach(async () => {
    document.documentElement.dir = '';
    await cleanUp();
  });

  for (const [row, check, sabotage] of CHECKS) {
    it(row, async () => {
      await throughSteps((customer, step) => expect(check(customer), step).to.deep.equal([]));
    });

    it(`${row}; broken, it would be seen`, async () => {
      const customer = await mount().open();
      sabotage(customer);
      expect(check(customer)).not.to.be.empty;
    });
  }

  row(
    'row 54: from right to left too',
    async () => {
      document.documentElement.dir = 'rtl';
      const customer = await mount({ attributes: { lang: 'ar' }, form: { topics: [{ id: 'a', label: 'a' }] } }).open();
      expect(customer.panel!.dir).to.equal('rtl');
      expect(outOfOrder(customer)).to.deep.equal([]);
    },
    [wear('form { flex-direction: column-reverse; }'), /to deeply equal \[\]/],
  );

  for (const lang of ['ar', 'he', 'fa', 'ur'])
    row(
      `row 44: ${lang} goes from right to left, but e-mail, phone and number do not`,
      async () => {
        document.documentElement.dir = 'rtl';
        const customer = mount({
          attributes: { lang },
          form: { topics: [{ id: 'a', label: 'a' }] },
          customer: { country: 'BR' },
        });
        const { left, width } = (await customer.launched()).getBoundingClientRect();
        expect(left + width / 2, 'the launcher').to.be.below(innerWidth / 2);
        await customer.open();
        expect(customer.panel!.dir).to.equal('rtl');
        expect(customer.panel!.getBoundingClientRect().left, 'the panel').to.be.below(innerWidth / 2);
        for (const type of ['email', 'tel']) {
          const field = customer.root.querySelector<HTMLInputElement>(`input[type=${type}]`)!;
          expect(getComputedStyle(field).direction, type).to.equal('ltr');
        }
      },
      ...(lang === 'ar' ? [[always('.panel', (panel) => (panel.dir = 'ltr')), /'rtl'/] as const] : []),
    );

  row(
    'row 52: not in print, and not in reach while the panel is open',
    async () => {
      const customer = mount();
      const launcher = await customer.launched();
      const rules = customer.root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
      const print = rules.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
      expect(print.map(({ cssText }) => cssText).join('')).to.match(/:host\s*\{\s*display: none !important/);
      await customer.open();
      launcher.focus();
      expect(customer.hasFocus(launcher), 'behind the panel').to.be.false;
    },
    [notModal, /behind the panel/],
  );

  row(
    'row 53: the panel says its language, whatever the page’s is',
    async () => {
      document.documentElement.lang = 'de';
      try {
        const customer = await mount({ lang: 'pt-BR' }).open();
        expect(customer.panel!.lang).to.equal('pt-BR');
        customer.element.lang = 'es-419';
        await until(() => customer.panel!.lang === 'es-419', 'the other language');
      } finally {
        document.documentElement.lang = 'en';
      }
    },
    [without('.panel', 'lang'), /to equal 'pt-BR'/],
  );
});
