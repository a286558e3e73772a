import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Locator, Page } from 'playwright-core';
import { type Language, type VisibleNames, visibleNames } from './visible-names.ts';

/** A file as a customer chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly content: Buffer;
}

/** All that a ticket needs; what is left out is about nothing in particular. */
export interface Story {
  readonly country: string;
  readonly name: string;
  readonly phone: string;
  /** Labels from the root of the tree. */
  readonly topic: readonly string[];
  readonly description: string;
  readonly files: readonly ChosenFile[];
}

interface Arrival extends BrowserContextOptions {
  readonly language?: Language;
  /** Another tab of a customer who is there already. */
  readonly besides?: Customer;
  /** Runs in the page before anything else. */
  readonly before?: () => void;
}

const STORY: Story = {
  country: 'BR',
  name: 'Maria da Silva',
  phone: '',
  topic: ['Something else'],
  description: 'My deposit of Friday is not in my account.',
  files: [],
};

let count = 0;

/**
 * Somebody in front of a page with the widget on it, who finds things by what they say. Has an address of her own, so that
 * her tickets can be told from those of others.
 */
export class Customer implements AsyncDisposable {
  readonly email: string;
  readonly names: VisibleNames;
  readonly panel: Locator;
  /** What nobody may see: errors in the console, and exceptions. */
  readonly consoleErrors: string[] = [];
  readonly warnings: string[] = [];
  readonly exceptions: string[] = [];
  /** Addresses of all requests. */
  readonly requests: string[] = [];
  readonly page: Page;
  readonly #isTouching: boolean;
  #folder: string | undefined;

  private constructor(page: Page, language: Language, email: string, isTouching: boolean) {
    this.page = page;
    this.email = email;
    this.names = visibleNames[language];
    this.panel = page.getByRole('dialog', { name: this.names.panel });
    this.#isTouching = isTouching;
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
      if (message.type() === 'warning') this.warnings.push(message.text());
    });
    page.on('pageerror', (error) => this.exceptions.push(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** @param address of the page; without one the page stays blank */
  static async arrive(browser: Browser, address?: string, options: Arrival = {}): Promise<Customer> {
    const { language = 'en', besides, before, ...rest } = options;
    const context: BrowserContext =
      besides?.page.context() ?? (await browser.newContext({ locale: language, reducedMotion: 'reduce', ...rest }));
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    // Attempts follow each other at once: the waits between them are chosen at random from nothing upwards.
    await page.addInitScript(() => (Math.random = () => 0));
    if (before) await page.addInitScript(before);
    const email = besides?.email ?? `maria.${(count += 1)}@example.com`;
    const customer = new Customer(page, language, email, rest.hasTouch ?? false);
    if (address !== undefined) await page.goto(address);
    return customer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true });
  }

  // What there is to see

  get launcher(): Locator {
    return this.page.getByRole('button', { name: this.names.launcher, exact: true });
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.panel.getByRole('heading', { name, exact: true });
  }

  /** The links of the error summary. */
  get problems(): Locator {
    return this.panel.getByRole('group', { name: this.names.errors }).getByRole('link');
  }

  /** Waits for a text anywhere in the panel. */
  async sees(text: string | RegExp): Promise<void> {
    await this.panel.getByText(text).first().waitFor();
  }

  /** Waits for a heading. */
  async seesHeading(name: string): Promise<void> {
    await this.heading(name).waitFor();
  }

  // What she does

  async press(target: Locator): Promise<void> {
    if (this.#isTouching) await target.tap();
    else await target.click();
  }

  async open(): Promise<void> {
    await this.press(this.launcher);
    await this.panel.waitFor();
  }

  async continue(): Promise<void> {
    await this.press(this.button(this.names.continue));
  }

  async chooseCountry(code: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: this.names.country, exact: true }).selectOption(code);
  }

  async giveContact({ email = this.email, name = STORY.name, phone = '' } = {}): Promise<void> {
    await this.field(this.names.email).fill(email);
    await this.field(this.names.name).fill(name);
    if (phone) await this.field(this.names.phone).fill(phone);
  }

  /** Chooses one label after the other; each may have a hint behind it. */
  async chooseTopic(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const words = label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const choices = this.panel.getByRole('radio', { name: new RegExp(`^${words}`) });
      await this.press(choices.first());
    }
  }

  async describe(text: string): Promise<void> {
    await this.field(this.names.description).fill(text);
  }

  /** Puts files on the disk, for the browser to find there. */
  async saved(...files: readonly ChosenFile[]): Promise<string[]> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'help-ticket-files-'));
    const folder = this.#folder;
    return Promise.all(
      files.map(async ({ name, content }) => {
        await writeFile(join(folder, name), content);
        return join(folder, name);
      }),
    );
  }

  /** By the button and the system's own dialog. */
  async attach(...files: readonly ChosenFile[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.press(this.button(this.names.chooseFiles)),
    ]);
    await chooser.setFiles(await this.saved(...files));
  }

  /** From wherever she stands before the country to review, where nothing of the topic's own is asked. */
  async goToReview(changes: Partial<Story> = {}): Promise<void> {
    const { country, name, phone, topic, description, files } = { ...STORY, ...changes };
    await this.chooseCountry(country);
    await this.continue();
    await this.giveContact({ name, phone });
    await this.continue();
    await this.chooseTopic(...topic);
    await this.continue();
    await this.describe(description);
    if (files.length > 0) await this.attach(...files);
    await this.continue();
    await this.seesHeading(this.names.review);
  }

  async send(): Promise<void> {
    await this.press(this.button(this.names.send));
  }

  /** The number on the receipt, as soon as there is one. */
  async number(): Promise<string> {
    await this.seesHeading(this.names.receipt);
    const text = await this.panel.innerText();
    return /HT-[0-9A-Z]{6,}/.exec(text)?.[0] ?? `no number in: ${text}`;
  }

  /** Opens, fills in, sends, and returns the number. */
  async create(changes: Partial<Story> = {}): Promise<string> {
    await this.open();
    await this.goToReview(changes);
    await this.send();
    return this.number();
  }

  /** What the widget has stored in this browser. */
  stored(): Promise<{ local: Record<string, string>; session: Record<string, string> }> {
    return this.page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }));
  }

  /** Until her draft says where the bytes of each file are: a page that ends before that says which are lost. */
  async waitUntilFilesAreKept(): Promise<void> {
    await this.page.waitForFunction(() =>
      Object.entries(sessionStorage).some(([key, text]) => {
        if (!key.startsWith('help-ticket-widget:1:draft:')) return false;
        const { files } = JSON.parse(text as string) as { files: { record?: string }[] };
        return files.length > 0 && files.every(({ record }) => record !== undefined);
      }),
    );
  }

  /**
   * The process of the tab dies at once, and she loads the page again. For Playwright the page is gone then; its devtools are
   * not. Returns how to ask the widget's shadow root: an expression that begins after it.
   */
  async crash(): Promise<(expression: string) => Promise<unknown>> {
    const devtools = await this.page.context().newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await devtools.send('Page.reload');
    return async (expression) => {
      const root = `document.querySelector('help-ticket-widget')?.shadowRoot?`;
      const { result } = await devtools.send('Runtime.evaluate', { expression: `${root}.${expression}` });
      return result.value as unknown;
    };
  }

  /** A phone of 2018 on a bad mobile network. */
  async slowDown(): Promise<CDPSession> {
    const devtools = await this.page.context().newCDPSession(this.page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await devtools.send('Network.enable');
    const speed = 50_000;
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: speed,
      uploadThroughput: speed,
    });
    this.page.setDefaultTimeout(30_000);
    return devtools;
  }
}

/** A picture of one pixel and so many bytes: most are a colour profile, which stays when photos are cleaned. */
export function picture(name: string, bytes = 100): ChosenFile {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const pixel = Buffer.from(base64, 'base64');
  const profile = Buffer.alloc(bytes - pixel.length);
  profile.writeUInt32BE(profile.length - 12);
  profile.write('iCCP', 4);
  profile.writeUInt32BE(crc32(profile.subarray(4, -4)), profile.length - 4);
  const header = 33;
  return { name, content: Buffer.concat([pixel.subarray(0, header), profile, pixel.subarray(header)]) };
}

export function note(name: string, text = 'A receipt.'): ChosenFile {
  return { name, content: Buffer.from(text) };
}
