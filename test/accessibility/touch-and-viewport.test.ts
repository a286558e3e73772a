/** Rows 47 to 50 of the acceptance list: phones. */
import { setViewport } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { nameOf } from '../support/accessible-tree.js';
import { isWebKit } from '../support/keyboard.js';
import { replace } from '../support/recorder.js';
import { throughSteps } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { row } from './row.js';
import { wear } from './sabotage.js';

/** The window of a phone, where the driver can change it: WebDriver has no command for it inside a test. */
async function phone(height = 640): Promise<boolean> {
  if (isWebKit) return false;
  await setViewport({ width: 360, height });
  return true;
}

const rulesOf = ({ root }: WidgetDriver) =>
  root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');

describe('accessibility: touch and viewport', () => {
  afterEach(async () => {
    await cleanUp();
    if (!isWebKit) await setViewport({ width: 800, height: 600 });
  });

  row(
    'row 47: every input, select and text area has text of at least 16 pixels',
    async () => {
      await throughSteps(async (customer, step) => {
        if (step === 'topic') await customer.chooseTopic('Deposits', 'Pix');
        for (const control of customer.root.querySelectorAll('input:not([type=file]), select, textarea')) {
          expect(parseFloat(getComputedStyle(control).fontSize), `${step}: ${nameOf(control)}`).to.be.at.least(16);
        }
        if (step === 'topic') await customer.chooseTopic('Account access');
      });
      expect(document.querySelector('meta[name=viewport]')?.getAttribute('content') ?? '').not.to.include(
        'maximum-scale',
      );
    },
    [wear('.control { font-size: 14px; }'), /at least 16/],
  );

  row(
    'row 48: the sheet is as high as what is seen, keeps out of the safe areas, and does not scroll the page behind it',
    async () => {
      const isPhone = await phone();
      const customer = await mount().open();
      const rules = rulesOf(customer);
      expect(rules).to.include('100dvh').and.include('safe-area-inset-bottom').and.include('safe-area-inset-top');
      const scroller = customer.all('heading').find(({ tagName }) => tagName === 'H2')!;
      let each: Element | null = scroller;
      while (each && !/auto|scroll/.test(getComputedStyle(each).overflowY)) each = each.parentElement;
      expect(getComputedStyle(each!).overscrollBehaviorY).to.equal('contain');
      if (!isPhone) return;
      const { width, height } = customer.panel!.getBoundingClientRect();
      expect([width, height]).to.deep.equal([360, 640]);
    },
    [wear('.body { overscroll-behavior: auto; }'), /to equal 'contain'/],
  );

  row(
    'row 49: when the on-screen keyboard takes part of the window, the panel shrinks and the field in use stays in view',
    async () => {
      const isPhone = await phone();
      const customer = await mount().writeUpTo('details');
      const field = await customer.find('textbox', 'Describe the problem');
      field.focus();
      // Until it has come to rest it is not where it belongs.
      await Promise.all(customer.panel!.getAnimations().map(({ finished }) => finished));
      // No driver has an on-screen keyboard: the visual viewport says what it says when there is one.
      replace(visualViewport!, 'height', 300);
      visualViewport!.dispatchEvent(new Event('resize'));
      await until(() => customer.panel!.getBoundingClientRect().height <= 300, 'a smaller panel');
      const { top } = field.getBoundingClientRect();
      const panel = customer.panel!.getBoundingClientRect();
      expect(top).to.be.within(panel.top, panel.bottom);
      expect(customer.hasFocus(field)).to.be.true;
      if (isPhone) expect(panel.top, 'not below the keyboard').to.equal(0);
    },
    [wear('.panel { height: 500px; }'), /a smaller panel/],
  );

  describe('row 50: targets', () => {
    const check = (customer: WidgetDriver, state: string) => {
      for (const role of ['button', 'textbox', 'combobox', 'link', 'radio', 'checkbox', 'date']) {
        for (const target of customer.all(role)) {
          // A radio and its label are one target.
          const area = /radio|checkbox/.test(role) ? ((target as HTMLInputElement).labels?.[0] ?? target) : target;
          const { width, height } = area.getBoundingClientRect();
          const least = role === 'link' ? 24 : 44;
          expect(
            Math.round(Math.min(width, height)),
            `${state}: ${role} ${nameOf(target)}, ${width} by ${height}`,
          ).to.be.at.least(least);
        }
      }
    };

    row(
      'are at least 24 by 24 pixels, buttons and fields 44, on every step',
      async () => {
        await phone();
        await throughSteps(async (customer, step) => {
          if (step === 'topic') await customer.chooseTopic('Deposits', 'Pix');
          if (step === 'details') await customer.attach(new File(['x'], 'receipt.png', { type: 'image/png' }));
          check(customer, step);
          if (step === 'topic') await customer.chooseTopic('Account access');
        });
      },
      [wear('.panel button { min-height: 20px; padding: 0; }'), /country: button/],
    );

    row(
      'with errors and on the receipt as well',
      async () => {
        await phone();
        const customer = await mount({
          transport: () =>
            Promise.resolve({ kind: 'accepted', receipt: { id: 'HT-1', createdAt: new Date().toISOString() } }),
        }).writeUpTo('contact');
        await customer.continue();
        check(customer, 'errors');
        await customer.sendTicket();
        await customer.headed('Ticket created');
        check(customer, 'receipt');
      },
      [wear('.panel .link { display: inline; font-size: 10px; padding: 0; line-height: 1; }'), /errors: link/],
    );

    row(
      'the launcher too',
      async () => {
        const customer = mount();
        const launcher = await customer.launched();
        const { width, height } = launcher.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      },
      [wear('[part=launcher] { padding: 0; }'), /at least 44/],
    );
  });
});
