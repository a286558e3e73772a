import type { Browser, CDPSession, Page } from 'playwright-core';
import type { BenchSite, Weight } from './bench-site.ts';
import type { Contestant } from './contestant.ts';
import { settled, watch } from './watch.js';

/** How much slower than this machine the customer's is. */
export const THROTTLING = 4;

/** Times in milliseconds. What a contestant does not do is undefined. */
export interface Figures {
  /** From the navigation until the launcher is on the screen. */
  readonly launcher?: number | undefined;
  /** Compiling and running scripts, before any intent. */
  readonly script?: number | undefined;
  /** From a click with nothing before it until the focus is in the form; then until the form is on the screen. */
  readonly cold?: number | undefined;
  readonly coldShown?: number | undefined;
  /** The same, some time after the pointer came. */
  readonly warm?: number | undefined;
  readonly warmShown?: number | undefined;
  /** The longest task of 50 ms and more until the form is open; 0 if there is none. */
  readonly longest?: number | undefined;
  /** Cumulative Layout Shift. */
  readonly shift?: number | undefined;
  /** Bytes with the form open, after garbage collection. */
  readonly heap?: number | undefined;
  /** In the document and out of it, with the form open. */
  readonly nodes?: number | undefined;
  readonly requestsBefore?: number | undefined;
  readonly requestsOpening?: number | undefined;
}

export interface Round {
  readonly figures: Figures;
  /** What was fetched besides the page. */
  readonly before: Weight;
  readonly opening: Weight;
}

export interface Bench {
  readonly browser: Browser;
  readonly site: BenchSite;
}

interface Seen {
  launcher: number | null;
  click: number | null;
  focused: number | null;
  shown: number | null;
  longest: number;
  shift: number;
}

/** One round of one contestant: three customers, each with a fresh browser context. */
export async function visit(bench: Bench, contestant: Contestant): Promise<Round> {
  const cold = await hurried(bench, contestant);
  const warm = contestant.form && (await hesitant(bench, contestant));
  const { figures, ...fetched } = await unwatched(bench, contestant);
  const { launcher, longest, shift } = cold;
  return {
    figures: {
      ...figures,
      ...fromClick(cold, 'cold'),
      ...(warm && fromClick(warm, 'warm')),
      launcher: launcher ?? undefined,
      longest,
      shift,
    },
    ...fetched,
  };
}

function fromClick({ click, focused, shown }: Seen, name: 'cold' | 'warm'): Figures {
  const since = (time: number | null) => (time === null || click === null ? undefined : time - click);
  return { [name]: since(focused), [`${name}Shown`]: since(shown) };
}

/** Presses at once. */
function hurried(bench: Bench, contestant: Contestant): Promise<Seen> {
  return onPage(bench, async (page) => {
    await open(page, bench, contestant);
    if (contestant.form) await press(page, await launcherOn(page, contestant));
    return seenOn(page, contestant);
  });
}

/** Points at the launcher for a while, and presses then. */
function hesitant(bench: Bench, contestant: Contestant): Promise<Seen> {
  return onPage(bench, async (page) => {
    await open(page, bench, contestant);
    const place = await launcherOn(page, contestant);
    await page.mouse.move(...place);
    await page.evaluate(settled);
    await press(page, place);
    return seenOn(page, contestant);
  });
}

/** Is not looked at by a script while the page is loaded: what scripts cost then is the contestant's alone. */
function unwatched(bench: Bench, contestant: Contestant) {
  return onPage(bench, async (page, devtools) => {
    const { site } = bench;
    site.take();
    await page.goto(site.address(contestant), { waitUntil: 'networkidle' });
    const { ScriptDuration = 0, V8CompileDuration = 0 } = await metrics(devtools);
    const before = site.take();
    if (contestant.form) {
      await press(page, await launcherOn(page, contestant));
      await page.locator(contestant.form.join(' ')).last().waitFor();
      await page.evaluate(settled);
    }
    const opening = site.take();
    await devtools.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize, Nodes } = await metrics(devtools);
    const figures: Figures = {
      script: (ScriptDuration + V8CompileDuration) * 1000,
      heap: JSHeapUsedSize,
      nodes: Nodes,
      requestsBefore: before.length,
      requestsOpening: opening.length,
    };
    return { figures, before: site.weigh(before), opening: site.weigh(opening) };
  });
}

async function onPage<T>({ browser }: Bench, act: (page: Page, devtools: CDPSession) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
    return await act(page, devtools);
  } finally {
    await context.close();
  }
}

async function open(page: Page, { site }: Bench, contestant: Contestant): Promise<void> {
  const { launcher, form, stored } = contestant;
  await page.addInitScript(watch, { launcher, form, stored });
  await page.goto(site.address(contestant));
  await page.waitForFunction(() => (window as unknown as { benchSeen: Seen }).benchSeen.launcher !== null);
  await page.evaluate(settled);
}

/** The middle of the launcher. */
async function launcherOn(page: Page, { launcher }: Contestant): Promise<[x: number, y: number]> {
  // Playwright's selectors look into shadow roots.
  const box = await page.locator(launcher.join(' ')).last().boundingBox();
  if (!box) throw new Error(`No ${launcher.join(' ')} on ${page.url()}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function press(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  await Promise.all([page.mouse.move(x, y), page.mouse.down(), page.mouse.up()]);
}

async function seenOn(page: Page, { form }: Contestant): Promise<Seen> {
  if (form) await page.waitForFunction(() => (window as unknown as { benchSeen: Seen }).benchSeen.shown !== null);
  await page.evaluate(settled);
  return page.evaluate(() => (window as unknown as { benchSeen: Seen }).benchSeen);
}

async function metrics(devtools: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics: list } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}
