/** What Chromium's developer tools can make of the page under test. Other engines have no way for a test to ask for it. */
import { devtools } from './devtools.js';

type Feature = 'forced-colors' | 'prefers-contrast' | 'prefers-color-scheme';

/** Media features besides those that the browser was started with; without any, it is as it was. */
export async function emulateMedia(features: Partial<Record<Feature, string>> = {}): Promise<void> {
  const all = Object.entries({ 'prefers-reduced-motion': 'reduce', ...features });
  await devtools('Emulation.setEmulatedMedia', { features: all.map(([name, value]) => ({ name, value })) });
}

/** The size of text that the browser's user has chosen. */
export async function emulateTextSize(standard = 16): Promise<void> {
  await devtools('Page.setFontSizes', { fontSizes: { standard } });
}

/** Physical pixels for one of CSS, as zooming makes them more. */
export async function emulateDensity(deviceScaleFactor = 1): Promise<void> {
  const { innerWidth: width, innerHeight: height } = window;
  await devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
}

/** The page has the focus, whichever window of the browser is in front. */
export async function emulateFocus(): Promise<void> {
  await devtools('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/** Zoomed by pinching: part of the window is seen, and larger. */
export async function pinch(pageScaleFactor = 1): Promise<void> {
  await devtools('Emulation.setPageScaleFactor', { pageScaleFactor });
}

/** A text that an input method has composed and not committed. */
export async function compose(text: string): Promise<void> {
  await devtools('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** Enter as an input method takes it: the key it is for the page, too, is another. */
export async function pressComposing(key: string): Promise<void> {
  await devtools('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
}
