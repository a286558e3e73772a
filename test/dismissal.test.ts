/** A launcher that the customer may hide: `dismissible`. */
import { expect } from '@open-wc/testing';
import { nameOf } from './support/accessible-tree.js';
import { cleanUp, mount, type WidgetDriver } from './support/widget-driver.js';

const DISMISSIBLE = { attributes: { dismissible: '' } };

/** The cross comes with the form's code, which a pointer over the launcher brings. */
async function cross(customer: WidgetDriver): Promise<HTMLElement> {
  const launcher = await customer.launched();
  launcher.dispatchEvent(new PointerEvent('pointerenter'));
  return customer.find('button', customer.names.launcher === 'Help' ? 'Hide this button' : /^Ocultar este bot/);
}

/** Buttons that show outside the panel. */
const buttons = (customer: WidgetDriver) => customer.all('button').map(nameOf);

describe('dismissible', () => {
  afterEach(async () => {
    document.documentElement.dir = '';
    await cleanUp();
  });

  it('brings a cross once the customer reaches for the launcher; one press hides both', async () => {
    const customer = mount(DISMISSIBLE);
    await customer.launched();
    expect(buttons(customer)).to.deep.equal(['Help']);
    const button = await cross(customer);
    expect(buttons(customer)).to.deep.equal(['Help', 'Hide this button']);
    button.click();
    await customer.settled();
    expect(buttons(customer)).to.be.empty;
    expect(customer.panel, 'a panel').not.to.exist;
  });

  it('keeps the launcher hidden on further pages of this tab, where everything else still opens the form', async () => {
    const first = mount(DISMISSIBLE);
    (await cross(first)).click();
    await first.settled();
    first.element.remove();

    const next = mount(DISMISSIBLE);
    await next.settled();
    expect(buttons(next)).to.be.empty;
    next.element.show();
    await next.opened();
    expect(next.heading()).to.equal('Where do you live?');
    await next.close();
    expect(buttons(next)).to.be.empty;
  });

  it('is for the tab: once its session is over, the launcher is back', async () => {
    const first = mount(DISMISSIBLE);
    (await cross(first)).click();
    await first.settled();
    sessionStorage.clear();
    const next = mount(DISMISSIBLE);
    await next.settled();
    expect(buttons(next)).to.deep.equal(['Help']);
  });

  it('is nothing unless the site wants it', async () => {
    const customer = await mount().open();
    await customer.close();
    expect(buttons(customer)).to.deep.equal(['Help']);
  });

  it('speaks the widget’s language, also after it has changed', async () => {
    const customer = mount({ ...DISMISSIBLE, lang: 'pt-BR' });
    expect(nameOf(await cross(customer))).to.equal('Ocultar este botão');
    await customer.open();
    await customer.close();
    customer.element.lang = 'en';
    await customer.find('button', 'Hide this button');
  });

  for (const [dir, placement, side] of [
    ['ltr', 'bottom-end', 'left'],
    ['ltr', 'bottom-start', 'right'],
    ['rtl', 'bottom-end', 'right'],
    ['rtl', 'bottom-start', 'left'],
  ] as const) {
    it(`stands on the launcher’s upper corner that points into the page: ${dir}, ${placement}`, async () => {
      document.documentElement.dir = dir;
      const customer = mount({ attributes: { dismissible: '', placement } });
      const { x, y, width, height } = (await cross(customer)).getBoundingClientRect();
      const launcher = customer.launcher!.getBoundingClientRect();
      expect(x + width / 2).to.be.closeTo(launcher[side], 10);
      expect(y + height / 2).to.be.closeTo(launcher.top, 10);
      expect(Math.min(width, height), 'the target’s size').to.be.at.least(24);
    });
  }
});
