/**
 * The trees that the engines hand to assistive technology. Every other test finds what is on the page by the role and the name that
 * test/support/accessible-tree computes: here the engines say the same, or what they say instead.
 */
import { expect } from '@open-wc/testing';
import { en } from '../../src/locales/en.js';
import { descriptionOf, isExposed, nameOf, roleOf } from '../support/accessible-tree.js';
import { type Computed, computedInWebKit, treeInChromium } from '../support/engine-tree.js';
import { isChromium, isFirefox } from '../support/keyboard.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { row } from './row.js';
import { always } from './sabotage.js';
import { STATES } from './states.js';

/** What Chromium's tree has besides: the page, texts, and boxes without a meaning of their own; and the list of a closed combo box. */
const NOT_COMPUTED =
  /^(RootWebArea|StaticText|InlineTextBox|generic|paragraph|LabelText|Legend|DescriptionList|term|definition|MenuListPopup|option)$/;

/** Where a panel covers the page, it alone is there. */
function exposed(customer: WidgetDriver): HTMLElement[] {
  const panel = customer.query('dialog');
  const elements = [...customer.root.querySelectorAll<HTMLElement>('*')];
  return elements.filter((each) => roleOf(each) && isExposed(each) && (!panel || panel.contains(each)));
}

const inChromium = (element: Element) => `${roleOf(element)} "${nameOf(element)}" ${descriptionOf(element)}`.trimEnd();

/** WebKit has its own word for a combo box that is closed, and WebDriver no command for descriptions. */
const inWebKit = (element: Element) => `${roleOf(element)!.replace('combobox', 'button')} "${nameOf(element)}"`;

/** WebKit names an item of a list by what stands in it, which is no name by ARIA. */
const saidByWebKit = ({ role, name }: Computed) => `${role} "${role === 'listitem' ? '' : name}"`;

async function isAsTheEngineSays(customer: WidgetDriver): Promise<void> {
  await customer.settled();
  const elements = exposed(customer);
  expect(elements).not.to.be.empty;
  let theirs: string[];
  let ours: string[];
  if (isChromium) {
    const tree = (await treeInChromium()).filter(({ role }) => !NOT_COMPUTED.test(role));
    theirs = tree.map(({ role, name, description }) => `${role} "${name}" ${description}`.trimEnd());
    ours = elements.map(inChromium);
  } else {
    theirs = (await computedInWebKit(elements)).map(saidByWebKit);
    ours = elements.map(inWebKit);
  }
  expect(theirs, `the engine says:\n${theirs.join('\n')}\nand`).to.deep.equal(ours);
}

/** Of a title, and of a meter, test/support/accessible-tree knows nothing. */
function named(button: HTMLElement): void {
  button.removeAttribute('aria-label');
  button.title = 'by its title';
}
const withMeter = (body: HTMLElement) => body.querySelector('meter') ?? body.append(document.createElement('meter'));

(isFirefox ? describe.skip : describe)(`accessibility: as ${isChromium ? 'Chromium' : 'WebKit'} has it`, () => {
  afterEach(cleanUp);

  for (const [state, reach] of Object.entries(STATES))
    it(`roles, names${isChromium ? ', descriptions and their order' : ''} in ${state}`, async () =>
      isAsTheEngineSays(await reach({}, en)));

  it('the launcher alone', async () => isAsTheEngineSays(await mount().closed()));
  it('the form in place', async () => isAsTheEngineSays(await mount({ attributes: { inline: '' } }).opened()));

  row(
    'what is computed here is what the engine has computed',
    async () => isAsTheEngineSays(await mount().open()),
    [always('#close', named), /button "by its title"/],
    [always('.body', withMeter), /meter/],
  );
});
