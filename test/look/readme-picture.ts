import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { FormDefinitionInput } from '../../src/index.ts';

/** What the README shows, from left to right. */
const SHOTS = [
  { name: 'topic-fields', theme: 'light' },
  { name: 'receipt', theme: 'dark' },
] as const;

const FILE = join(import.meta.dirname, '../../demo/panel.png');
const SIZE = { width: 700, height: 760 };
/** The panel, with some of the page around it. */
const CLIP = { x: 240, y: 0, width: 460, height: 760 };

/** Writes demo/panel.png: two panels side by side. */
export async function drawReadmePicture(browser: Browser, url: string, form: FormDefinitionInput): Promise<void> {
  const sources: string[] = [];
  for (const { name, theme } of SHOTS) {
    const page = await browser.newPage({
      viewport: SIZE,
      colorScheme: theme,
      reducedMotion: 'reduce',
      deviceScaleFactor: 1.5,
      locale: 'en',
    });
    await page.goto(url);
    await page.evaluate(({ name, form }) => window.stage.show(name, { locale: 'en', form }), { name, form });
    await page.evaluate(() => {
      const root = document.querySelector('help-ticket-widget')?.shadowRoot;
      // As with a mouse: no focus ring.
      if (root?.activeElement instanceof HTMLElement) root.activeElement.blur();
      root?.querySelector('[part~=body]')?.scrollTo(0, 0);
    });
    const picture = await page.screenshot({ clip: CLIP, type: 'png' });
    sources.push(`data:image/png;base64,${picture.toString('base64')}`);
    await page.close();
  }
  const page = await browser.newPage({
    viewport: { width: CLIP.width * SHOTS.length, height: CLIP.height },
    deviceScaleFactor: 1.5,
  });
  await page.setContent(
    sources.map((source) => `<img src="${source}" width="${CLIP.width}" height="${CLIP.height}">`).join(''),
  );
  await page.addStyleTag({ content: 'body { display: flex; margin: 0; }' });
  await page.screenshot({ path: FILE });
  await page.close();
  console.log('demo/panel.png written');
}
