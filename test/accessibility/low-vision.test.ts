/** Rows 35, 36 and 38 of the acceptance list: the focus, and colours that the customer's system asks for. */
import { expect } from '@open-wc/testing';
import type { Transport } from '../../src/index.js';
import { contrast } from '../support/contrast.js';
import { emulateFocus, emulateMedia } from '../support/emulate.js';
import { isChromium } from '../support/keyboard.js';
import { tabStops, throughSteps } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { describeElement } from './fit.js';
import { groundOf } from './ground.js';
import { row } from './row.js';
import { wear } from './sabotage.js';

/** Where the focus is shown: of a choice, round all of it. */
const ringed = (element: HTMLElement) => element.closest<HTMLElement>('.choice') ?? element;

/** Stops of Tab whose focus can hardly be seen. */
function dimFocus(customer: WidgetDriver): string[] {
  return [...tabStops(customer), customer.panel!.querySelector<HTMLElement>('#heading')!].flatMap((stop) => {
    stop.focus({ focusVisible: true });
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed(stop));
    const ratio = contrast(outlineColor, groundOf(ringed(stop).parentElement!));
    const isSeen = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && ratio >= 3;
    return isSeen
      ? []
      : [`${describeElement(stop)}: ${outlineStyle} ${outlineWidth} ${outlineColor}, ${ratio.toFixed(2)}`];
  });
}

const borderOf = (element: Element, ground = groundOf(element.parentElement!)) => {
  const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
  return borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 ? contrast(borderTopColor, ground) : 0;
};

/** What a forced palette has taken away, or was kept from. */
function lostToPalette({ panel }: WidgetDriver): string[] {
  const found = [...panel!.querySelectorAll<HTMLElement>('*')].flatMap((each) => {
    const { forcedColorAdjust, appearance, color } = getComputedStyle(each) as CSSStyleDeclaration & {
      forcedColorAdjust: string;
    };
    const { borderTopColor: stroke } = getComputedStyle(each, '::before');
    const isDrawn = each.matches('input[type=radio], input[type=checkbox], progress');
    return [
      forcedColorAdjust === 'none' && 'keeps its own colours',
      isDrawn && appearance === 'none' && 'is not drawn by the browser',
      each.matches('button, .control, .choice, .note, .summary') &&
        each.checkVisibility() &&
        borderOf(each) < 3 &&
        'has no edge',
      each.matches('.icon') &&
        each.checkVisibility() &&
        (stroke !== color || contrast(stroke, groundOf(each.parentElement!)) < 3) &&
        'is not in the colour of text',
    ].flatMap((what) => (what ? `${describeElement(each)} ${what}` : []));
  });
  return borderOf(panel!, groundOf(panel!)) < 3 ? [...found, 'the panel has no edge'] : found;
}

const uploading: Transport = ({ onProgress }) => (onProgress({ sent: 30, total: 100 }), new Promise(() => undefined));

async function sendFile(customer: WidgetDriver): Promise<void> {
  await customer.attach(new File(['x'], 'a.png', { type: 'image/png' }));
  await customer.continue();
  await customer.send();
  await customer.find('progressbar');
}

describe('accessibility: low vision', () => {
  before(async () => {
    if (isChromium) await emulateFocus();
  });
  afterEach(async () => {
    await cleanUp();
    if (isChromium) await emulateMedia();
  });

  for (const theme of ['light', 'dark'] as const)
    row(
      `row 35: the focus has a ring of at least 2 pixels and a contrast of 3, in ${theme}`,
      async () => {
        const customer = await throughSteps(
          async (each, step) => {
            if (step === 'topic') await each.chooseTopic('Deposits', 'Pix');
            expect(dimFocus(each).join('\n'), step).to.equal('');
            if (step === 'topic') await each.chooseTopic('Account access');
          },
          { theme },
        );
        await customer.change('Email');
        await customer.enterContact({ email: '' });
        await customer.continue();
        await until(() => customer.summary(), 'the errors');
        expect(dimFocus(customer).join('\n'), 'errors').to.equal('');
      },
      [wear('.panel :focus-visible { outline: none; box-shadow: 0 0 0 3px blue; }'), /country: .*none/],
      [wear('.panel :focus-visible { outline-color: #8883; }'), /country: /],
    );

  row(
    'row 35: the launcher’s ring has two colours, one of which differs from any page',
    async () => {
      for (const accent of ['', '#ffffff', '#000000', '#808080']) {
        const launcher = await mount({ accent }).launched();
        launcher.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(launcher);
        const [inner = ''] = /^[a-z]+\(.*?\)/.exec(boxShadow) ?? [];
        expect(outlineStyle).to.equal('solid');
        expect(parseFloat(outlineWidth)).to.be.at.least(2);
        expect(contrast(outlineColor, inner), `${accent}: ${outlineColor} round ${inner}`).to.be.at.least(4.5);
        await cleanUp();
      }
    },
    [wear('[part=launcher]:focus-visible { box-shadow: 0 0 4px #888; }'), /round/],
  );

  if (!isChromium) return;

  for (const scheme of ['light', 'dark'])
    row(
      `row 36: a forced palette leaves edges, choices, progress, icons and the focus, in ${scheme}`,
      async () => {
        await emulateMedia({ 'forced-colors': 'active', 'prefers-color-scheme': scheme });
        const customer = mount({ transport: uploading });
        const launcher = await customer.launched();
        expect(getComputedStyle(launcher).outlineStyle, 'the launcher’s edge').to.equal('solid');
        await throughSteps(
          (each, step) => {
            expect(lostToPalette(each).join('\n'), step).to.equal('');
            expect(dimFocus(each).join('\n'), `${step}: the focus`).to.equal('');
          },
          {},
          customer,
        );
        await customer.change('Files');
        await sendFile(customer);
        expect(lostToPalette(customer).join('\n'), 'sending').to.equal('');
      },
      ...(scheme === 'light'
        ? ([
            [wear('.panel { forced-color-adjust: none; }'), /keeps its own colours/],
            [wear('button { border: 0; }'), /has no edge/],
            [wear('.note { border: 0; }'), /<div note.* has no edge/],
            [wear('[type=radio] { appearance: none; }'), /not drawn by the browser/],
            [wear('progress { appearance: none; }'), /sending: .*not drawn by the browser/],
            [wear('.icon::before { border-color: #eee; forced-color-adjust: none; }'), /not in the colour of text/],
            [wear('.panel :focus-visible { outline: none; }'), /the focus/],
            [wear('[part=launcher] { outline: none; }'), /the launcher’s edge/],
          ] as const)
        : []),
    );

  row(
    'row 38: who asks for more contrast gets borders in the colour of text',
    async () => {
      for (const theme of ['light', 'dark'] as const) {
        await emulateMedia({ 'prefers-contrast': 'more' });
        await throughSteps(
          ({ panel }, step) => {
            for (const each of panel!.querySelectorAll('.control, .choice, .header')) {
              const { color, borderTopColor, borderBottomColor } = getComputedStyle(each);
              const border = each.matches('.header') ? borderBottomColor : borderTopColor;
              const isChosen = each.querySelector(':checked') !== null;
              if (!isChosen) expect(border, `${theme}, ${step}: ${describeElement(each)}`).to.equal(color);
            }
            for (const each of panel!.querySelectorAll('.hint, .progress'))
              expect(contrast(getComputedStyle(each).color, groundOf(each)), describeElement(each)).to.be.at.least(7);
          },
          { theme },
        );
        await cleanUp();
      }
    },
    [wear('.panel { --border: #ccc; --control: #ccc; }'), /country: /],
    [wear('.panel { --muted: #888; }'), /at least 7/],
  );

  row(
    'row 38: light or dark is what the system asks for, unless the owner has fixed it',
    async () => {
      for (const [scheme, theme, isDark] of [
        ['light', 'auto', false],
        ['dark', 'auto', true],
        ['dark', 'light', false],
        ['light', 'dark', true],
      ] as const) {
        await emulateMedia({ 'prefers-color-scheme': scheme });
        const customer = await mount({ theme }).open();
        const ratio = contrast(getComputedStyle(customer.panel!).backgroundColor, '#fff');
        expect(ratio > 4.5, `${scheme}, ${theme}`).to.equal(isDark);
        await cleanUp();
      }
    },
    [wear('.panel { background: #fff; }'), /dark, auto/],
  );
});
