import { expect } from '@open-wc/testing';
import { en } from '../src/locales/en.js';
import { sampleForm } from './support/sample-form.js';
import { until } from './support/until.js';
import { cleanUp, mount, type WidgetDriver } from './support/widget-driver.js';

/** English words, laid out from right to left. */
const RIGHT_TO_LEFT = {
  attributes: { lang: 'ar' },
  messages: { ar: en },
  form: { ...sampleForm, languages: ['ar'] },
};

/** Where the text of an element is, not its box. */
function textBox(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

const heightOf = ({ panel }: WidgetDriver) => panel!.getBoundingClientRect().height;

describe('layout', () => {
  afterEach(cleanUp);

  describe('from right to left', () => {
    it('an answer stands under its label, whatever its letters', async () => {
      const customer = await mount(RIGHT_TO_LEFT).writeUpTo('review', { name: 'ليلى حداد' });
      expect(customer.panel!.dir).to.equal('rtl');
      for (const term of customer.root.querySelectorAll('dt')) {
        const answer = term.nextElementSibling!;
        expect(textBox(answer).right, answer.textContent).to.be.closeTo(textBox(term).right, 2);
      }
    });

    it('the calling code stands left of the number, as it is dialled', async () => {
      const customer = await mount(RIGHT_TO_LEFT).writeUpTo('contact');
      const phone = await customer.find('textbox', 'Phone (optional)');
      const code = phone.previousElementSibling!;
      expect(code.textContent).to.equal('+55');
      expect(code.getBoundingClientRect().right).to.be.at.most(phone.getBoundingClientRect().left);
    });

    it('an example of a number keeps its order', async () => {
      const customer = await mount(RIGHT_TO_LEFT).writeUpTo('contact');
      await customer.enter('Phone (optional)', '12');
      await customer.continue();
      const error = customer.errors().find((text) => text.includes('91234'))!;
      // U+200E makes what follows part of a run from left to right.
      expect(error).to.include('\u200e+55');
    });
  });

  it('what belongs to a choice is marked off from its label on', async () => {
    const customer = await mount().writeUpTo('topic');
    await customer.chooseTopic('Deposits');
    const [, legend] = customer.all('group').map((group) => group.querySelector('legend'));
    const frame = legend!.closest('fieldset')!.parentElement!.getBoundingClientRect();
    expect(legend!.getBoundingClientRect().top).to.be.closeTo(frame.top, 1);
    expect(parseFloat(getComputedStyle(legend!.closest('fieldset')!.parentElement!).borderInlineStartWidth)).to.equal(
      3,
    );
  });

  it('the launcher does not look out from behind the panel', async () => {
    const customer = await mount().open();
    const launcher = customer.root.querySelector('[part~=launcher]')!;
    await until(() => getComputedStyle(launcher).opacity === '0', 'nothing to be seen of it');
    await customer.close();
    await until(() => getComputedStyle(launcher).opacity === '1', 'it to be back');
  });

  it('an ending takes only the room that it needs, a step always the same', async () => {
    const customer = await mount({ transport: () => Promise.resolve({ kind: 'pending' }) }).open();
    const first = heightOf(customer);
    await customer.writeUpTo('details');
    expect(heightOf(customer)).to.equal(first);
    await customer.sendTicket();
    await customer.headed('Confirm your email');
    const isPhone = matchMedia('(max-width: 600px)').matches;
    if (isPhone) expect(heightOf(customer)).to.equal(first);
    else expect(heightOf(customer)).to.be.below(first - 50);
  });
});
