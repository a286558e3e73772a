import { sendKeys } from '@web/test-runner-commands';

/** `Shift` and `Tab` as WebDriver writes them (WebDriver, section 17.4.2). */
const SHIFT_TAB = '\uE008\uE004';

/** A key of the real keyboard, or `Shift+Tab`. What has the focus gets it, and the events are trusted. */
export async function press(key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    if (key !== 'Shift+Tab') await sendKeys({ press: key });
    else if (isWebKit) {
      // WebDriver holds all keys of one call down together, and knows no separate "down".
      await sendKeys({ type: SHIFT_TAB });
    } else {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
    }
  }
}

/** Types text where the focus is. */
export async function type(text: string): Promise<void> {
  // Key by key in WebKit: two equal letters of one call would be one key held down.
  if (isWebKit) for (const letter of text) await sendKeys({ press: letter });
  else await sendKeys({ type: text });
}

export const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
export const isFirefox = /Firefox/.test(navigator.userAgent);
export const isChromium = !isWebKit && !isFirefox;

beforeEach(async () => {
  // Where Tab leaves a modal dialog, Firefox goes to its own toolbar, and neither `focus()` nor a click of a page brings the
  // focus back from there: only more Tab does.
  for (let time = 0; isFirefox && time < 30 && !document.hasFocus(); time += 1) await sendKeys({ press: 'Tab' });
});
