/** Rows of the acceptance list, by number. Keys are pressed on the real keyboard: their events are trusted, in all three engines. */
import { expect } from '@open-wc/testing';
import { nameOf, roleOf } from '../support/accessible-tree.js';
import { isChromium, press, type } from '../support/keyboard.js';
import { recordConsole, replace } from '../support/recorder.js';
import { STEPS, tabStops, throughSteps } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { row } from './row.js';
import { after, at, deafTo, mute, notModal, numb, wear, without, type Sabotage } from './sabotage.js';

const added = new Set<Element>();

function addToPage<T extends HTMLElement>(element: T): T {
  document.body.append(element);
  added.add(element);
  return element;
}

async function focusedLauncher(customer: WidgetDriver): Promise<HTMLButtonElement> {
  const launcher = await customer.launched();
  launcher.focus();
  return launcher;
}

/** The platform's close request that is no key: Android's Back. Where the browser has no way to ask for it, its event. */
function requestClose(customer: WidgetDriver): void {
  const dialog = customer.panel as HTMLDialogElement & { requestClose?: () => void };
  if (dialog.requestClose) dialog.requestClose();
  else dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
}

/** Closes at the keys of a picker, or of an input method. */
const closeAtKeys: Sabotage = ({ element }) => {
  const close = () => element.close();
  window.addEventListener('keydown', close, { capture: true, signal: listening.signal });
};
/** Sees no key, so that Escape might as well be the platform's Back. */
const deafToKeys: Sabotage = () =>
  window.addEventListener('keydown', (event) => event.stopImmediatePropagation(), {
    capture: true,
    signal: listening.signal,
  });

/** Takes whatever asks it to close for Escape. */
const takesAllForEscape = at('cancel', (_customer, { target }) =>
  target!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })),
);
let listening = new AbortController();

describe('accessibility: launcher and dialog', () => {
  afterEach(async () => {
    listening.abort();
    listening = new AbortController();
    for (const each of added) each.remove();
    added.clear();
    await cleanUp();
  });

  row(
    'row 2: the launcher is a button with a name, a popup of kind dialog, and says whether it is open',
    async () => {
      for (const [lang, name] of [
        ['en', 'Help'],
        ['pt-BR', 'Ajuda'],
        ['es-419', 'Ayuda'],
      ] as const) {
        const customer = mount({ lang });
        const launcher = await customer.launched();
        expect([roleOf(launcher), nameOf(launcher)]).to.deep.equal(['button', name]);
        expect(launcher.getAttribute('aria-haspopup')).to.equal('dialog');
        expect(launcher.getAttribute('aria-expanded')).to.equal('false');
        await customer.open();
        expect(launcher.getAttribute('aria-expanded')).to.equal('true');
        await customer.close();
        expect(launcher.getAttribute('aria-expanded')).to.equal('false');
        await cleanUp();
      }
    },
    [without('[part=launcher]', 'aria-expanded'), /null to equal 'false'/],
  );

  row(
    'row 51: what has the focus is never covered by the launcher, which is there again afterwards',
    async () => {
      const [covered, clear] = ['covered', 'clear'].map((name) => {
        const link = addToPage(document.createElement('a'));
        link.href = `#${name}`;
        link.textContent = name;
        return link;
      });
      covered!.style.cssText = 'position: fixed; right: 60px; bottom: 35px';
      const customer = mount();
      const launcher = await customer.launched();
      const isSeen = () => getComputedStyle(launcher).opacity === '1';
      expect(launcher.getBoundingClientRect().height).to.be.at.least(44);
      expect(isSeen()).to.be.true;
      covered!.focus();
      expect(isSeen(), 'over the focus').to.be.false;
      clear!.focus();
      expect(isSeen(), 'beside the focus').to.be.true;
      covered!.focus();
      await press('Tab');
      await until(() => document.activeElement !== covered, 'the focus elsewhere');
      expect(isSeen(), 'after Tab').to.be.true;
      covered!.focus();
      launcher.focus();
      expect(isSeen(), 'with the focus').to.be.true;
      // What is thrown here is thrown into the page, and fails the test.
      document.dispatchEvent(new FocusEvent('focusin'));
      expect(isSeen(), 'with the focus nowhere').to.be.true;
    },
    [wear('[part=launcher] { opacity: 1; }'), /over the focus/],
  );

  row(
    'row 3: one dialog, modal, with a name',
    async () => {
      const customer = await mount().open();
      expect(customer.all('dialog').map(nameOf)).to.deep.equal(['Create a support ticket']);
      expect(customer.panel!.matches(':modal')).to.be.true;
      await customer.close();
      await customer.open();
      expect(customer.root.querySelectorAll('dialog')).to.have.length(1);
    },
    [without('dialog', 'aria-labelledby'), /Create a support ticket/],
    [notModal, /false to be true/],
  );

  for (const key of ['Enter', ' ']) {
    row(
      `row 4: ${key === ' ' ? 'Space' : key} on the launcher opens the panel, with the focus on the step’s heading`,
      async () => {
        const customer = mount();
        await focusedLauncher(customer);
        await press(key);
        await customer.opened();
        await until(() => customer.focused()?.tagName === 'H2', 'the focus on the heading');
        expect(customer.focusedName()).to.equal('Where do you live?');
      },
      [numb, /the focus on the heading/],
    );
  }

  row(
    'row 5: Tab and Shift+Tab, 50 times, never land on the page',
    async function () {
      this.timeout(20_000);
      const before = addToPage(document.createElement('input'));
      const customer = mount();
      const after = addToPage(document.createElement('button'));
      await customer.open();
      const landed = new Set<Element | null>();
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let time = 0; time < 50; time += 1) {
          await press(key);
          landed.add(document.activeElement);
          expect(landed.has(before) || landed.has(after), 'a page element').to.be.false;
        }
      }
      expect(landed.has(customer.element), 'the panel').to.be.true;
    },
    [notModal, /a page element/],
  );

  describe('row 6: Escape closes', () => {
    row(
      'and the focus returns to the launcher',
      async () => {
        const customer = mount();
        const launcher = await focusedLauncher(customer);
        await press('Enter');
        await customer.opened();
        await press('Escape');
        await customer.closed();
        expect(customer.hasFocus(launcher)).to.be.true;
      },
      [deafTo('cancel'), /a closed panel/],
    );

    row(
      'and the focus returns to what called show()',
      async () => {
        const button = addToPage(document.createElement('button'));
        const customer = mount();
        button.addEventListener('click', () => customer.element.show());
        button.focus();
        await press('Enter');
        await customer.opened();
        await press('Escape');
        await customer.closed();
        expect(customer.hasFocus(button)).to.be.true;
      },
      [after('help-ticket-close', ({ launcher }) => launcher!.focus()), /false to be true/],
    );

    row(
      'and the focus goes to the launcher if that is gone',
      async () => {
        const button = addToPage(document.createElement('button'));
        const customer = mount();
        button.focus();
        customer.element.show();
        await customer.opened();
        button.remove();
        await press('Escape');
        await customer.closed();
        expect(customer.hasFocus(customer.launcher)).to.be.true;
      },
      [after('help-ticket-close', ({ launcher }) => launcher!.blur()), /false to be true/],
    );

    row(
      'from any step, not one step back',
      async () => {
        const customer = await mount().writeUpTo('topic');
        // Chromium closes without asking where nobody has used the page.
        await press('Tab');
        await press('Escape');
        await customer.closed();
      },
      [deafToKeys, /a closed panel/],
    );

    row(
      'again after it was pressed for something else',
      async () => {
        const customer = await mount().writeUpTo('topic');
        await press('Escape');
        await customer.closed();
        await customer.open();
        requestClose(customer);
        await until(() => customer.query('textbox', 'Email'), 'one step back: that was not Escape');
      },
      [takesAllForEscape, /one step back/],
    );
  });

  row(
    'row 7: Escape closes an open picker, not the panel',
    async () => {
      const customer = await mount().open();
      const select = await customer.find<HTMLSelectElement>('combobox', 'Country of residence');
      select.focus();
      await press(' ');
      // Drivers bring keys to the page, not to the picker's own window, but for Chromium's. Elsewhere, what can be told is that the
      // key, seen by a script, closes nothing: only the dialog's `cancel` does.
      if (isChromium && select.matches(':open')) await press('Escape');
      else
        select.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
        );
      await customer.settled();
      expect(customer.query('dialog')).to.exist;
    },
    [closeAtKeys, /to exist/],
  );

  row(
    'row 7: Escape that ends an input method’s composition does not close',
    async () => {
      // No driver composes text: the event is the one that browsers send, and no `cancel` follows it.
      const customer = await mount().writeUpTo('details');
      const field = await customer.find('textbox', 'Describe the problem');
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
      field.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Escape',
          isComposing: true,
          keyCode: 229,
          bubbles: true,
          composed: true,
        }),
      );
      await customer.settled();
      expect(customer.query('dialog')).to.exist;
    },
    [closeAtKeys, /to exist/],
  );

  row(
    'row 8: Escape and a press beside the panel keep what was written, and nobody is asked',
    async () => {
      let asked = 0;
      replace(window, 'confirm', () => (asked += 1) > 0);
      const customer = await mount().writeUpTo('details');
      (await customer.find('textbox', 'Describe the problem')).focus();
      await type('Helo');
      await press('Escape');
      await customer.closed();
      await customer.open();
      const field = await customer.find<HTMLTextAreaElement>('textbox', 'Describe the problem');
      expect(field.value).to.equal('Helo');
      customer.panel!.dispatchEvent(new PointerEvent('pointerdown', { clientX: 1, clientY: 1, bubbles: true }));
      await customer.closed();
      await customer.open();
      expect(await customer.valueOf('Describe the problem')).to.equal('Helo');
      expect(asked).to.equal(0);
    },
    [after('help-ticket-close', ({ element }) => element.reset()), /named Describe the problem/],
  );

  row(
    'row 8: a press inside the panel does not close it',
    async () => {
      const customer = await mount().open();
      const { left, top } = customer.panel!.getBoundingClientRect();
      customer.panel!.dispatchEvent(
        new PointerEvent('pointerdown', { clientX: left + 5, clientY: top + 5, bubbles: true }),
      );
      await customer.settled();
      expect(customer.query('dialog')).to.exist;
    },
    [at('pointerdown', ({ element }) => element.close()), /to exist/],
  );

  row(
    'row 9: Close is visible, named, at least 44 by 44, and the first stop of Tab on every step',
    async () => {
      const positions = new Set<number>();
      await throughSteps(async (customer) => {
        const close = await customer.find('button', 'Close');
        const { width, height } = close.getBoundingClientRect();
        // WebKit measures a layer that moves in floats.
        expect(Math.min(width, height)).to.be.at.least(43.99);
        positions.add(tabStops(customer).indexOf(close));
      });
      expect([...positions]).to.deep.equal([0]);
    },
    [wear('.panel .icon { min-width: 30px; width: 30px; }'), /at least 43.99/],
    [without('#close', 'aria-label'), /button named Close/],
  );

  row(
    'row 12: Back keeps what was written; the platform’s Back goes one step back, and from the first step closes',
    async () => {
      const entries = history.length;
      const customer = await mount().writeUpTo('details');
      await customer.describe('Half a sentence');
      await customer.back();
      expect(customer.step()).to.equal('topic');
      expect(await customer.isChosen('Account access')).to.be.true;
      requestClose(customer);
      await until(() => customer.step() === 'contact', 'one step back');
      expect(await customer.valueOf('Email')).to.equal('maria@example.com');
      requestClose(customer);
      await until(() => customer.step() === 'country', 'one step back');
      requestClose(customer);
      await customer.closed();
      await customer.open();
      await customer.continue();
      await customer.continue();
      await customer.continue();
      expect(await customer.valueOf('Describe the problem')).to.equal('Half a sentence');
      expect(history.length).to.equal(entries);
    },
    [after('help-ticket-step', () => history.pushState(null, '')), /to equal/],
  );

  row(
    'row 33: the status region is there, empty, before the first message, in the dialog',
    async () => {
      const errors = recordConsole('error');
      const customer = await mount().open();
      const regions = customer.all('status');
      expect(regions).to.have.length(1);
      expect(regions[0]!.textContent.trim()).to.equal('');
      expect(customer.panel!.contains(regions[0]!)).to.be.true;
      const [region] = regions;
      await customer.writeUpTo('details');
      expect(customer.all('status')[0] === region, 'the same one throughout').to.be.true;
      expect(errors).to.be.empty;
    },
    [mute, /length of 1/],
  );

  row(
    'row 48: the page keeps its scroll position, and its body is left alone',
    async () => {
      const tall = addToPage(document.createElement('div'));
      tall.style.height = '5000px';
      window.scrollTo(0, 700);
      const before = document.body.getAttribute('style');
      const customer = await mount().open();
      expect(getComputedStyle(document.body).position).to.equal('static');
      expect(window.scrollY).to.equal(700);
      await customer.close();
      expect(window.scrollY).to.equal(700);
      expect(document.body.getAttribute('style')).to.equal(before);
      expect(document.documentElement.getAttribute('style') ?? '').to.equal('');
    },
    [after('help-ticket-open', () => window.scrollTo(0, 0)), /to equal 700/],
  );

  it('keys pressed in the panel do not reach the page’s shortcuts', async () => {
    const keys: string[] = [];
    const listen = (event: KeyboardEvent) => keys.push(event.key);
    document.addEventListener('keydown', listen);
    const customer = await mount().writeUpTo('details');
    (await customer.find('textbox', 'Describe the problem')).focus();
    await type('go');
    expect(await customer.valueOf('Describe the problem')).to.equal('go');
    document.removeEventListener('keydown', listen);
    expect(keys).to.be.empty;
    expect(STEPS).to.include(customer.step());
  });
});
