/** A whole ticket in each language, by the names that stay. */
import { expect } from '@open-wc/testing';
import type { Transport } from '../../src/index.js';
import { STEPS } from '../support/through-steps.js';
import type { Language } from '../support/visible-names.js';
import { cleanUp, MARIA, mount } from '../support/widget-driver.js';

const TOPIC: Record<Language, string> = { en: 'Account access', 'pt-BR': 'Acesso à conta', es: 'Acceso a la cuenta' };
const ENGLISH = /\b(the|your|you|we|this|with|are|not|choose|enter)\b/i;

describe('in each language', () => {
  afterEach(cleanUp);

  for (const lang of ['en', 'pt-BR', 'es'] as const) {
    it(`${lang}: from the launcher to the receipt`, async () => {
      const posted: string[] = [];
      const transport: Transport = ({ json }) => {
        posted.push(json);
        return Promise.resolve({
          kind: 'accepted',
          receipt: {
            id: 'HT-7F3K9Q',
            createdAt: new Date().toISOString(),
            replyBy: new Date(Date.now() + 86_400_000).toISOString(),
          },
        });
      };
      const written = { topic: [TOPIC[lang]], description: 'x', name: 'Maria' };
      const customer = await mount({ lang, transport }).open();
      const { names } = customer;
      expect(customer.query('dialog', names.panel)).to.exist;
      expect(customer.panel!.lang).to.equal(lang);
      for (const step of STEPS) {
        await customer.writeUpTo(step, written);
        if (lang !== 'en') expect(customer.text(), step).not.to.match(ENGLISH);
      }
      expect(customer.heading()).to.equal(names.review);
      expect(customer.query('link', `${names.change} ${names.email}`)).to.exist;
      await customer.send();
      await customer.headed(names.receipt);
      expect(customer.query('button', names.copyNumber)).to.exist;
      expect(customer.query('button', names.saveCopy)).to.exist;
      expect(customer.query('button', names.another)).to.exist;
      if (lang !== 'en') expect(customer.text()).not.to.match(ENGLISH);
      expect((JSON.parse(posted[0]!) as { locale: string }).locale).to.equal(lang);
      expect(posted[0]).to.include(MARIA.email);
    });

    it(`${lang}: errors`, async () => {
      const customer = await mount({ lang }).open();
      await customer.continue();
      expect(customer.query('heading', customer.names.errors)).to.exist;
      expect(customer.errors()).to.have.length(1);
      if (lang !== 'en') expect(customer.text()).not.to.match(ENGLISH);
    });
  }
});
