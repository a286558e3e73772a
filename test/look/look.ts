/**
 * `npm run look`: a picture of every example in demo/examples.ts, light and dark, 360 and 1280 wide, in English, in
 * Portuguese, in words two fifths longer and from right to left, with a sheet of them all. Fails if text is cut off, anything
 * is too wide, or colours are too close to each other.
 *
 * `npm run look -- review twin` takes only the examples with one of these words in their name;
 * `npm run look -- --locales` shows one ticket's way in every language that is shipped;
 * `npm run look -- --readme` draws the picture of the README instead.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Example, examples } from '../../demo/examples.ts';
import type { FormDefinitionInput } from '../../src/index.ts';
import { catalogues } from '../../src/locales/catalogues.ts';
import { directionOf } from '../../src/ticket/direction.ts';
import { provideBrowsers } from '../support/browsers.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { drawReadmePicture } from './readme-picture.ts';
import { serveStage } from './stage-server.ts';
import type { Stage } from './stage.ts';

declare global {
  interface Window {
    stage: Stage;
  }
}

const LOCALES = ['en', 'pt-BR', 'en-XA', 'ar-XB'];
/** A ticket's way, for `--locales`: the most words, the longest ones, and what stands in letters of another direction. */
const WAY = [
  'country',
  'contact-errors',
  'topic',
  'details-files-rejected',
  'review-files',
  'failed-unconfirmed',
  'receipt',
];
const THEMES = ['light', 'dark'] as const;
/** Where the step is longer than a phone, the narrow window grows until all of it shows. */
const SIZES = [
  { width: 360, height: 740, canGrow: true },
  { width: 1280, height: 800, canGrow: false },
];

const FOLDER = join(import.meta.dirname, 'pictures');
const form = JSON.parse(readFileSync(new URL('../../demo/form.json', import.meta.url), 'utf8')) as FormDefinitionInput;

const words = process.argv.slice(2);
const start = Date.now();
const server = await serveStage();
const browser = await chromium.launch({
  executablePath: provideBrowsers().chromium ?? '',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
  ],
});
try {
  if (words.includes('--readme')) await drawReadmePicture(browser, server.url, form);
  else if (words.includes('--locales'))
    await drawAll(
      examples.filter(({ name }) => WAY.includes(name)),
      Object.keys(catalogues),
    );
  else
    await drawAll(
      examples.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word))),
      LOCALES,
    );
} finally {
  await browser.close();
  server.close();
}

async function drawAll(chosen: readonly Example[], locales: readonly string[]): Promise<void> {
  if (words.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const jobs = chosen.flatMap((example) => locales.map((locale) => ({ example, locale })));
  const results = new Map<(typeof jobs)[number], readonly Picture[]>();
  const queue = [...jobs];
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift())
      results.set(job, await draw(browser, job.example, job.locale));
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));

  const pictures = jobs.flatMap((job) => results.get(job) ?? []);
  writeFileSync(join(FOLDER, 'index.html'), contactSheet(pictures, new Date().toUTCString()));
  for (const { file, problems } of pictures) for (const problem of problems) console.error(`${file}: ${problem}`);
  const wrong = pictures.filter(({ problems }) => problems.length > 0).length;
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${pictures.length} pictures in ${seconds} s, ${wrong} with findings: test/look/pictures/index.html`);
  if (wrong > 0 || pictures.length === 0) process.exitCode = 1;
}

/** One example in one language, in both themes and sizes: reached once, then looked at four times. */
async function draw(browser: Browser, { name, group }: Example, locale: string): Promise<readonly Picture[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en', timezoneId: 'America/Sao_Paulo' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const pictures: Picture[] = [];
  try {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(server.url);
    await page.evaluate(
      async ({ name, locale, direction, form }) => {
        document.documentElement.lang = locale;
        document.documentElement.dir = direction;
        await window.stage.show(name, { locale, form });
      },
      { name, locale, direction: directionOf(locale), form },
    );
    for (const { width, height, canGrow } of SIZES) {
      await fit(page, width, height, canGrow);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        const file = `${name}-${locale}-${theme}-${width}.png`;
        const findings = await page.evaluate((withAxe) => window.stage.inspect(withAxe), canGrow);
        await page.screenshot({ path: join(FOLDER, file), caret: 'initial' });
        const problems = findings.map(({ problem, where }) => `${problem}: ${where}`);
        pictures.push({ group, name, locale, theme, width, file, problems: [...new Set([...problems, ...errors])] });
      }
    }
  } catch (error) {
    const problem = `not reached: ${(error as Error).message.split('\n')[0] ?? ''}`;
    const file = `${name}-${locale}.png`;
    await page.screenshot({ path: join(FOLDER, file) });
    pictures.push({ group, name, locale, theme: '', width: 1280, file, problems: [problem, ...errors] });
  }
  await context.close();
  return pictures;
}

/** More room may mean other line breaks: once is not always enough. */
async function fit(page: Page, width: number, height: number, canGrow: boolean): Promise<void> {
  await page.setViewportSize({ width, height });
  for (let total = height, tries = 0; canGrow && tries < 3; tries += 1) {
    const hidden = await page.evaluate(() => window.stage.hiddenHeight());
    if (hidden <= 0) break;
    total += hidden;
    await page.setViewportSize({ width, height: total });
  }
}
