import { expect } from '@open-wc/testing';
import { replace } from './support/recorder.js';
import { cleanUp, mount, type WidgetDriver } from './support/widget-driver.js';

/** 0 is black, 1 is white. */
function lightness(colour: string): number {
  const canvas = document.createElement('canvas').getContext('2d')!;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 765;
}

async function surface(customer: WidgetDriver): Promise<'light' | 'dark'> {
  if (!customer.panel) await customer.open();
  const { backgroundColor, color } = getComputedStyle(customer.panel!);
  const isLight = lightness(backgroundColor) > 0.5;
  expect(lightness(color) > 0.5, 'text against its ground').to.equal(!isLight);
  return isLight ? 'light' : 'dark';
}

describe('theme', () => {
  const root = document.documentElement;
  afterEach(async () => {
    root.style.colorScheme = '';
    await cleanUp();
  });

  it('follows the page’s color-scheme, and its change', async () => {
    root.style.colorScheme = 'dark';
    const customer = mount();
    expect(await surface(customer)).to.equal('dark');
    root.style.colorScheme = 'light';
    expect(await surface(customer)).to.equal('light');
  });

  it('follows the color-scheme of what it stands in', async () => {
    const dark = document.createElement('section');
    dark.style.colorScheme = 'dark';
    document.body.append(dark);
    expect(await surface(mount({ parent: dark }))).to.equal('dark');
    dark.remove();
  });

  it('light and dark win over the page', async () => {
    root.style.colorScheme = 'dark';
    expect(await surface(mount({ attributes: { theme: 'light' } }))).to.equal('light');
    await cleanUp();
    root.style.colorScheme = 'light';
    expect(await surface(mount({ attributes: { theme: 'dark' } }))).to.equal('dark');
  });

  it('can be set by the page as a property', async () => {
    root.style.colorScheme = 'light';
    const customer = mount();
    customer.element.theme = 'dark';
    expect(await surface(customer)).to.equal('dark');
  });

  it('of the launcher is that of the panel', async () => {
    root.style.colorScheme = 'dark';
    const customer = mount();
    const launcher = await customer.launched();
    const dark = getComputedStyle(launcher).backgroundColor;
    root.style.colorScheme = 'light';
    expect(getComputedStyle(launcher).backgroundColor).not.to.equal(dark);
  });

  it('accent goes to the primary button too, and is set without a style attribute in the markup', async () => {
    const attributes: string[] = [];
    const { setAttribute } = Element.prototype;
    replace(Element.prototype, 'setAttribute', function (this: Element, name, value) {
      attributes.push(name);
      setAttribute.call(this, name, value);
    });
    const customer = await mount({ accent: 'rgb(90, 0, 90)' }).open();
    expect(getComputedStyle(await customer.find('button', 'Continue')).backgroundColor).to.equal('rgb(90, 0, 90)');
    // A strict CSP refuses them.
    expect(attributes).not.to.include('style');
  });

  it('leaves the tag as it was written: what a server has rendered must be found again', async () => {
    const { element } = mount({ accent: 'rgb(90, 0, 90)' });
    const written = element.getAttributeNames();
    await element.updateComplete;
    expect(element.getAttributeNames()).to.deep.equal(written);
  });

  it('--help-ticket-accent of the page works as well', async () => {
    root.style.setProperty('--help-ticket-accent', 'rgb(0, 80, 40)');
    const customer = mount();
    const launcher = await customer.launched();
    expect(getComputedStyle(launcher).backgroundColor).to.equal('rgb(0, 80, 40)');
    root.style.removeProperty('--help-ticket-accent');
  });
});
