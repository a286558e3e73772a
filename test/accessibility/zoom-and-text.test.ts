/** Rows 39 to 43, 45 and 58 of the acceptance list: little room, large text, long words. */
import { expect } from '@open-wc/testing';
import { pseudoMessages } from '../../demo/pseudo-locale.js';
import type { Transport } from '../../src/index.js';
import { launcherLabel } from '../../src/launcher.js';
import { catalogues } from '../../src/locales/catalogues.js';
import { en, type Messages } from '../../src/locales/en.js';
import { emulateDensity, emulateTextSize, pinch } from '../support/emulate.js';
import { isChromium, isFirefox, press } from '../support/keyboard.js';
import { replace } from '../support/recorder.js';
import { sampleForm } from '../support/sample-form.js';
import { openSmallWindow, type SmallWindow } from '../support/small-window.js';
import { tabStops, throughSteps } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { namesIn } from '../support/visible-names.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { describeElement, misfits } from './fit.js';
import { row } from './row.js';
import { wear } from './sabotage.js';

const accept: Transport = () =>
  Promise.resolve({ kind: 'accepted', receipt: { id: 'HT-7F3K9Q', createdAt: new Date().toISOString() } });

/** The spacing that customers may ask for (WCAG 2.2, 1.4.12). */
const spaced = wear('* { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em; } p { margin-bottom: 2em; }');

/** Everything is in place on every step. */
function fits(customer: WidgetDriver, step: string): void {
  expect(misfits(customer).join('\n'), step).to.equal('');
}

/**
 * Whether a press at its middle and at its edges would meet it. Browsers show the part of a text area where the caret is; and Firefox leaves
 * a control where it is that can be seen in part.
 */
function isInSight(customer: WidgetDriver, element: Element): boolean {
  const { left, width, top, bottom } = element.getBoundingClientRect();
  const met = [top + 3, (top + bottom) / 2, bottom - 3].map((y) => {
    const hit = customer.root.elementFromPoint(left + width / 2, y);
    return element.contains(hit) || hit?.contains(element) === true;
  });
  return isFirefox || element.matches('textarea') ? met.includes(true) : !met.includes(false);
}

/** The bars that stay where they are when everything is scrolled to its end. */
function staying({ panel }: WidgetDriver): HTMLElement[] {
  const bars = [...panel!.querySelectorAll<HTMLElement>('.header, .footer')];
  const scrollers = [...panel!.querySelectorAll('form, .body')];
  const [before, after] = [0, 9999].map((end) => {
    for (const each of scrollers) each.scrollTop = end;
    return bars.map((bar) => bar.getBoundingClientRect().top);
  });
  return bars.filter((_bar, index) => Math.abs(before![index]! - after![index]!) < 1);
}

describe('accessibility: zoom and text', () => {
  let small: SmallWindow | undefined;
  const inWindow = async (width: number, height: number) => {
    small = await openSmallWindow(width, height);
    return { parent: small.document.body };
  };
  afterEach(async () => {
    await cleanUp();
    small?.close();
    small = undefined;
    if (isChromium) await Promise.all([emulateDensity(), emulateTextSize(), pinch()]);
  });

  row(
    'row 39: in a window of 320 by 256 nothing scrolls sideways, Continue can be reached, and bars that stay take 40 % at most',
    async () => {
      const place = await inWindow(320, 256);
      await throughSteps(async (customer, step) => {
        fits(customer, step);
        const height = staying(customer).reduce((sum, bar) => sum + bar.offsetHeight, 0);
        expect(height, `${step}: the bars`).to.be.at.most(256 * 0.4);
        const button = await customer.find('button', step === 'review' ? 'Send ticket' : 'Continue');
        button.scrollIntoView();
        expect(isInSight(customer, button), `${step}: the button in sight`).to.be.true;
        expect(small!.document.documentElement.scrollWidth, 'the page').to.be.at.most(320);
      }, place);
    },
    [wear('.body { min-width: 400px; }'), /country: .*wide|narrow/],
    [
      wear('form { display: flex; overflow: visible; } .body { overflow: auto; } .footer { padding: 24px; }'),
      /the bars/,
    ],
  );

  for (const [width, height] of [
    [320, 256],
    [360, 640],
  ] as const) {
    row(
      `row 40: in a window of ${width} by ${height} what has the focus is never behind a bar, whichever way Tab goes`,
      async function (this: Mocha.Context) {
        this.timeout(30_000);
        const place = await inWindow(width, height);
        await throughSteps(async (customer, step) => {
          if (step === 'topic') await customer.chooseTopic('Deposits', 'Pix');
          const stops = tabStops(customer).length;
          for (const [key, times] of [
            ['Tab', stops - 1],
            ['Shift+Tab', 3],
          ] as const) {
            for (let time = 0; time < times; time += 1) {
              await press(key);
              const focused = customer.root.activeElement;
              if (!focused) continue;
              const target = focused.closest('.choice') ?? focused;
              // Firefox scrolls with the next frame.
              await until(() => isInSight(customer, target), `${step}: ${describeElement(target)} in sight`, 1000);
            }
          }
          if (step === 'topic') await customer.chooseTopic('Account access');
        }, place);
      },
      [wear('.footer { position: absolute; inset: auto 0 0; height: 60%; background: red; }'), /: <.* in sight/],
    );
  }

  for (const [zoom, width, height] of [
    [2, 640, 512],
    [4, 320, 256],
  ] as const) {
    row(
      `row 41: zoomed to ${zoom * 100} %, a whole ticket can be written and sent, and nothing is cut off`,
      async () => {
        const place = await inWindow(width, height);
        if (isChromium) await emulateDensity(zoom);
        const customer = await throughSteps(fits, { ...place, transport: accept });
        await customer.send();
        await customer.headed('Ticket created');
        fits(customer, 'receipt');
      },
      [wear('h2 { white-space: nowrap; width: 900px; }'), /country: /],
    );
  }

  if (isChromium)
    row(
      'row 42: all text grows with the size that the browser’s user has chosen, and nothing is cut off',
      async () => {
        await emulateTextSize(24);
        const launcher = await mount().launched();
        expect(getComputedStyle(launcher).fontSize).to.equal('24px');
        await cleanUp();
        const small: string[] = [];
        await throughSteps((customer, step) => {
          for (const each of customer.panel!.querySelectorAll(
            'h2, p, label, legend, button, a, dt, dd, small, .control, #title',
          ))
            if (parseFloat(getComputedStyle(each).fontSize) < 18) small.push(describeElement(each));
          fits(customer, step);
        });
        expect(small, 'smaller than 12 pixels made 18').to.deep.equal([]);
      },
      [wear('.panel { font-size: 16px; }'), /made 18/],
    );

  for (const [width, height] of [
    [320, 480],
    [700, 600],
  ] as const) {
    row(
      `row 43: with the spacing of text that customers may ask for, nothing is cut off or covered, ${width} pixels wide`,
      async () => {
        const place = await inWindow(width, height);
        const customer = mount({ ...place, transport: accept });
        spaced(customer);
        await throughSteps(fits, {}, customer);
        await customer.send();
        await customer.headed('Ticket created');
        fits(customer, 'receipt');
      },
      [wear('button { white-space: nowrap; max-width: 60px; overflow: hidden; }'), /country: /],
      [wear('h2 { height: 20px; overflow: hidden; }'), /country: /],
    );
  }

  for (const tag of ['en-XA', 'de', 'ru'])
    row(
      `row 45: the long words of ${tag} wrap, in buttons too`,
      async () => {
        const place = await inWindow(320, 640);
        const messages = tag === 'en-XA' ? pseudoMessages(en, tag) : ((await catalogues[tag]!()) as Messages);
        const form = { ...sampleForm, languages: [] };
        const customer = await throughSteps(fits, {
          ...place,
          form,
          transport: accept,
          attributes: { lang: tag },
          names: namesIn(messages, launcherLabel(tag)),
          ...(tag === 'en-XA' && { messages: { [tag]: messages } }),
        });
        expect(customer.panel!.lang).to.equal(tag);
        await customer.send();
        await customer.headed(customer.names.receipt);
        fits(customer, 'receipt');
      },
      ...(tag === 'en-XA' ? [[wear('button { white-space: nowrap; }'), /: /] as const] : []),
    );

  if (isChromium)
    row(
      'row 58: on a page zoomed by pinching the panel is as large as before, and all of it can be reached',
      async () => {
        const customer = await mount().open();
        const before = customer.panel!.getBoundingClientRect();
        const resized = new Promise((resolve) => visualViewport!.addEventListener('resize', resolve, { once: true }));
        await pinch(2);
        await resized;
        expect(visualViewport!.height, 'of the window').to.be.closeTo(document.documentElement.clientHeight / 2, 1);
        await customer.settled();
        const { left, top, right, bottom, height } = customer.panel!.getBoundingClientRect();
        const { clientWidth, clientHeight } = document.documentElement;
        expect(height).to.be.closeTo(before.height, 1);
        expect(left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight, 'in the window').to.be.true;
        for (const name of ['Close', 'Continue'])
          expect(isInSight(customer, await customer.find('button', name)), name).to.be.true;
      },
      [wear('.panel { height: 900px; max-height: none; }'), /in the window/],
      [() => replace(visualViewport!, 'scale', 1), /close to/],
    );
});
