import { expect } from '@open-wc/testing';
import { HelpTicketWidget, type PanelLoader } from '../src/index.js';
import { createPanel } from '../src/panel.js';
import { recordConsole, replace } from './support/recorder.js';
import { until } from './support/until.js';
import { cleanUp, mount } from './support/widget-driver.js';

/** The form's code comes at the attempt for which `isThere` says so. */
function load(isThere: (attempt: number) => boolean): number[] {
  const attempts: number[] = [];
  const loader: PanelLoader = (attempt) => {
    attempts.push(attempt);
    return isThere(attempt) ? Promise.resolve({ createPanel }) : Promise.reject(new TypeError('Failed to fetch'));
  };
  replace(HelpTicketWidget, 'panelLoader', loader);
  return attempts;
}

describe('loading the form’s code', () => {
  afterEach(cleanUp);

  it('happens once for a hover, a focus and a click', async () => {
    const attempts = load(() => true);
    const customer = mount();
    const launcher = await customer.launched();
    launcher.dispatchEvent(new Event('pointerenter'));
    await customer.open();
    expect(attempts).to.deep.equal([0]);
  });

  it('shows that it loads', async () => {
    let arrive!: () => void;
    replace(HelpTicketWidget, 'panelLoader', () => new Promise((resolve) => (arrive = () => resolve({ createPanel }))));
    const customer = mount();
    const launcher = await customer.launched();
    launcher.click();
    await until(() => launcher.ariaBusy === 'true', 'a busy launcher');
    expect(launcher.ariaExpanded).to.equal('true');
    arrive();
    await customer.opened();
    expect(launcher.ariaBusy).not.to.equal('true');
  });

  it('is tried once more, as attempt 1, after it has failed', async () => {
    const errors = recordConsole('error');
    const attempts = load((attempt) => attempt === 1);
    const customer = await mount().open();
    expect(attempts).to.deep.equal([0, 1]);
    expect(customer.heading()).to.equal('Where do you live?');
    expect(errors).to.be.empty;
  });

  it('leads to the fallback contact after it has failed twice, with one console.error that names the cause', async () => {
    const errors = recordConsole('error');
    const attempts = load(() => false);
    const customer = mount();
    (await customer.launched()).click();
    const link = await customer.find<HTMLAnchorElement>('link', /help@example\.com/);
    expect(link.href).to.equal('mailto:help@example.com');
    expect(customer.element.open).to.be.false;
    expect(customer.launcher, 'the button that cannot help').not.to.exist;
    expect(attempts).to.deep.equal([0, 1]);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('help-ticket-widget').and.include('Failed to fetch');
  });

  it('leads to the owner’s own content, if there is some', async () => {
    recordConsole('error');
    load(() => false);
    const own = document.createElement('a');
    own.href = 'https://shop.example/contact';
    own.textContent = 'Contact us';
    const customer = mount({ content: [own] });
    await customer.settled();
    expect(own.checkVisibility(), 'before it is needed').to.be.false;
    (await customer.launched()).click();
    await until(() => own.checkVisibility(), 'the owner’s link');
    expect(own.closest('a')!.href).to.equal('https://shop.example/contact');
  });

  it('goes on at a hover until the form is rendered, and does not show it', async () => {
    const customer = mount();
    const launcher = await customer.launched();
    launcher.dispatchEvent(new Event('pointerenter'));
    const heading = await until(() => customer.root.querySelector('h2'), 'a heading');
    expect(heading.checkVisibility()).to.be.false;
    expect(customer.element.open).to.be.false;
    expect(customer.focused()).to.equal(document.body);
    await customer.open();
    expect(heading.checkVisibility()).to.be.true;
    expect(customer.hasFocus(heading)).to.be.true;
  });

  it('after a hover that failed is tried anew by the click', async () => {
    recordConsole('error');
    let isThere = false;
    const attempts = load(() => isThere);
    const customer = mount();
    (await customer.launched()).dispatchEvent(new Event('pointerenter'));
    await until(() => attempts.length === 2, 'both attempts');
    // The promise that failed is forgotten in a microtask or two.
    await new Promise((resolve) => setTimeout(resolve));
    isThere = true;
    await customer.open();
    expect(customer.heading()).to.equal('Where do you live?');
  });

  it('leads to the fallback contact where there is no endpoint', async () => {
    const errors = recordConsole('error');
    const warnings = recordConsole('warn');
    const customer = mount({ attributes: { endpoint: null } });
    (await customer.launched()).click();
    await customer.find('link', /help@example\.com/);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('endpoint');
    expect(warnings.filter((line) => line.includes('endpoint'))).to.have.length(1);
  });
});
