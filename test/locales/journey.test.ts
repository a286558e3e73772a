/** A whole ticket in each language, by what its own catalogue says. */
import { expect } from '@open-wc/testing';
import type { HelpTicketWidget, Transport } from '../../src/index.js';
import { launcherLabel } from '../../src/launcher.js';
import { catalogues } from '../../src/locales/catalogues.js';
import { en, type Messages } from '../../src/locales/en.js';
import { ENGLISH } from '../support/english.js';
import { STEPS } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { namesIn } from '../support/visible-names.js';
import { cleanUp, mount } from '../support/widget-driver.js';

const LOCALES = await Promise.all(
  Object.entries({ en: () => Promise.resolve(en), ...catalogues }).map(
    async ([tag, load]) => [tag, (await load()) as Messages] as const,
  ),
);
/** Its topics are named by numbers, which no language has to translate. */
const form: HelpTicketWidget['form'] = { topics: [{ id: 'first', label: '1' }] };
const WRITTEN = { topic: ['1'], description: '123', name: '456' };

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

    it(`${tag}: from the launcher to the receipt`, async () => {
      const posted: string[] = [];
      const transport: Transport = ({ json }) => {
        posted.push(json);
        const [createdAt, replyBy] = [0, 86_400_000].map((later) => new Date(Date.now() + later).toISOString());
        return Promise.resolve({
          kind: 'accepted',
          receipt: { id: 'HT-7F3K9Q', createdAt: createdAt!, replyBy: replyBy! },
        });
      };
      const customer = await mount({ attributes: { lang: tag }, names, form, transport }).open();
      expect(customer.query('dialog', names.panel)).to.exist;
      expect(customer.panel!.lang).to.equal(tag);
      expect(customer.panel!.dir).to.equal(/^(ar|fa|he|ur)$/.test(tag) ? 'rtl' : 'ltr');
      for (const step of STEPS) {
        await customer.writeUpTo(step, WRITTEN);
        checkWords(customer.text(), step);
        if (step === 'details') expect(customer.text(), 'the kinds of files').to.match(/PDF *[^ T].*TXT/);
      }
      expect(customer.heading()).to.equal(names.review);
      expect(customer.query('link', `${names.change} ${names.email}`)).to.exist;
      await customer.send();
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
