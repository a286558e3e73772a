/** A whole ticket in each language, by what its own catalogue says. */
import { expect } from '@open-wc/testing';
import type { HelpTicketWidget, Transport } from '../../src/index.js';
import { launcherLabel } from '../../src/launcher.js';
import { catalogues } from '../../src/locales/catalogues.js';
import { en, type Messages } from '../../src/locales/en.js';
import { ENGLISH } from '../support/english.js';
import { isChromium, press, type } from '../support/keyboard.js';
import { STEPS } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { namesIn } from '../support/visible-names.js';
import { cleanUp, MARIA, mount, type StepName, type WidgetDriver } from '../support/widget-driver.js';

const LOCALES = await Promise.all(
  Object.entries({ en: () => Promise.resolve(en), ...catalogues }).map(
    async ([tag, load]) => [tag, (await load()) as Messages] as const,
  ),
);
/** Its topics are named by numbers, which no language has to translate. */
const form: HelpTicketWidget['form'] = { topics: [{ id: 'first', label: '1' }] };
const WRITTEN = { topic: ['1'], description: '123', name: '456' };

/** With Tab to a control that is known by its name, and there one key after the other. */
async function goTo(customer: WidgetDriver, name: string, ...keys: readonly string[]): Promise<void> {
  for (let time = 0; time < 20 && customer.focusedName() !== name; time += 1) await press('Tab');
  expect(customer.focusedName()).to.equal(name);
  for (const key of keys) await press(key);
}

async function openByKeys(customer: WidgetDriver): Promise<void> {
  const launcher = await customer.launched();
  for (let time = 0; time < 20 && !customer.hasFocus(launcher); time += 1) await press('Tab');
  await press('Enter');
  await customer.opened();
}

/** Answers what a step asks, and goes on. */
async function writeByKeys(customer: WidgetDriver, step: StepName): Promise<void> {
  const { names } = customer;
  if (step === 'country') {
    await until(() => (customer.query('combobox') as HTMLSelectElement).options.length > 100, 'the countries');
    await goTo(customer, names.country, 'ArrowDown');
    await goTo(customer, names.continue, 'Enter');
  } else if (step === 'contact') {
    await goTo(customer, names.email);
    await type(MARIA.email);
    await goTo(customer, names.name);
    await type(WRITTEN.name);
    await press('Enter');
  } else if (step === 'topic') {
    await goTo(customer, '1', ' ', 'Enter');
  } else if (step === 'details') {
    await goTo(customer, names.description);
    await type(WRITTEN.description);
    await goTo(customer, names.continue, 'Enter');
  } else {
    await goTo(customer, names.send, 'Enter');
  }
  await customer.settled();
}

describe('in each language', () => {
  afterEach(cleanUp);

  it('the word on the launcher is marked as what it is, in a language without one too', async () => {
    for (const [lang, spoken] of [
      ['sv', 'en'],
      ['de-AT', 'de-AT'],
    ] as const) {
      const customer = mount({ attributes: { lang }, form });
      const marked = () => customer.launcher?.querySelector<HTMLElement>('[lang]')?.lang;
      await until(() => marked() === spoken, `${lang}: ${spoken}`);
      customer.element.remove();
    }
  });

  for (const [tag, messages] of LOCALES) {
    const names = namesIn(messages, launcherLabel(tag));
    const checkWords = (text: string, where: string) => {
      if (tag !== 'en') expect(text, where).not.to.match(ENGLISH[tag] ?? ENGLISH.any);
    };

    it(`${tag}: from the launcher to the receipt${isChromium ? ', by the keyboard alone' : ''}`, async () => {
      const posted: string[] = [];
      const transport: Transport = ({ json }) => {
        posted.push(json);
        const [createdAt, replyBy] = [0, 86_400_000].map((later) => new Date(Date.now() + later).toISOString());
        return Promise.resolve({
          kind: 'accepted',
          receipt: { id: 'HT-7F3K9Q', createdAt: createdAt!, replyBy: replyBy! },
        });
      };
      const customer = mount({ attributes: { lang: tag }, names, form, transport });
      if (isChromium) await openByKeys(customer);
      else await customer.open();
      expect(customer.query('dialog', names.panel)).to.exist;
      expect(customer.panel!.lang).to.equal(tag);
      expect(customer.panel!.dir).to.equal(/^(ar|fa|he|ur)$/.test(tag) ? 'rtl' : 'ltr');
      for (const step of STEPS) {
        // In one engine by the keyboard alone; the others have one such ticket, in English (test/accessibility/steps.test.ts).
        if (isChromium) expect(customer.step()).to.equal(step);
        else await customer.writeUpTo(step, WRITTEN);
        checkWords(customer.text(), step);
        if (step === 'details') expect(customer.text(), 'the kinds of files').to.match(/PDF *[^ T].*TXT/);
        if (step === 'review') expect(customer.query('link', `${names.change} ${names.email}`)).to.exist;
        if (isChromium) await writeByKeys(customer, step);
      }
      if (!isChromium) await customer.send();
      await customer.headed(names.receipt);
      for (const button of [names.copyNumber, names.saveCopy, names.another])
        expect(customer.query('button', button), button).to.exist;
      checkWords(customer.text(), 'receipt');
      expect((JSON.parse(posted[0]!) as { locale: string }).locale).to.equal(tag);
    });

    it(`${tag}: errors`, async () => {
      const customer = await mount({ attributes: { lang: tag }, names, form }).open();
      await customer.continue();
      expect(customer.query('heading', names.errors)).to.exist;
      expect(customer.errors()).to.have.length(1);
      checkWords(customer.text(), 'errors');
    });
  }
});
