import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { FormDefinitionInput, HelpTicketWidget } from '../../src/index.js';
import { giveEyes } from './eyes.ts';
import { hurry } from './fast-time.ts';
import { giveHands, type Hands, type Screen } from './hands.ts';

/** What all pages of the site tell the widget. */
export interface SiteSettings {
  readonly endpoint: string;
  readonly form: FormDefinitionInput;
}

declare global {
  interface Window {
    /** What the page tells the widget. */
    settings(): Partial<HelpTicketWidget>;
  }
}

type Result<Name extends keyof Hands> = Awaited<ReturnType<Hands[Name]>>;

/** How many times as fast the widget waits. */
const SPEED = 20;
/** How long a customer waits for anything, in milliseconds: longer than all attempts of one press take. */
const PATIENCE = 20_000;

const since = Date.now();

/** Makes all pages of a browser's context quick, and their customers known. */
export async function prepare(context: BrowserContext, site: SiteSettings): Promise<void> {
  await context.addInitScript(hurry, { since, speed: SPEED });
  await context.addInitScript(introduce, site);
  await context.addInitScript(giveEyes);
  await context.addInitScript(giveHands);
}

/** Runs in the page. Who the customer is follows from the address, so that a reload knows it, too. */
function introduce({ endpoint, form }: SiteSettings): void {
  window.settings = () => {
    const run = new URL(location.href).searchParams.get('run') ?? '';
    const customer = { email: `${run}@example.com`, name: 'Maria Souza', country: 'BR' };
    return { endpoint: `${endpoint}?run=${run}`, form, customer };
  };
  Object.assign(window, { helpTicketWidget: window.settings() });
}

/** One tab of a customer's, on a page with the widget. It speaks to the page without Playwright, for which a crash is the end. */
export class Tab {
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  static async open(context: BrowserContext, address: string): Promise<Tab> {
    const page = await context.newPage();
    await page.goto(address);
    const devtools = await context.newCDPSession(page);
    await Promise.all([devtools.send('Page.enable'), devtools.send('Inspector.enable')]);
    return new Tab(page, devtools);
  }

  /** Does something and returns what the widget shows then. */
  async do<Name extends keyof Hands>(name: Name, ...how: Parameters<Hands[Name]>): Promise<Result<Name>> {
    const patience = new AbortController();
    const tooLong = pause(PATIENCE, undefined, { signal: patience.signal }).then(async () => {
      const shown = await this.#evaluate<Screen>('eyes.look()').then(({ kind, text }) => `"${kind}": ${text}`, String);
      throw new Error(`"${name}" (${JSON.stringify(how)}) took too long. It shows ${shown}`);
    });
    try {
      return await Promise.race([this.#evaluate<Result<Name>>(`hands.${name}(...${JSON.stringify(how)})`), tooLong]);
    } finally {
      patience.abort();
      tooLong.catch(() => {});
    }
  }

  async reload(): Promise<void> {
    const hasNavigated = new Promise((resolve) => this.#devtools.once('Page.frameNavigated', resolve));
    await this.#devtools.send('Page.reload');
    await hasNavigated;
  }

  /** The process of the page dies at once, whatever it is doing. */
  async crash(): Promise<void> {
    const hasCrashed = new Promise((resolve) => this.#devtools.once('Inspector.targetCrashed', resolve));
    // It cannot answer any more.
    this.#devtools.send('Page.crash').catch(() => {});
    await hasCrashed;
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  async #evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#devtools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}
