import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { QueuedTicket } from '../../src/services/outbox.ts';
import type { Records } from '../../src/services/records.ts';
import '../support/source-hooks.mjs';
import type { Browser as BrowserType, Ending } from './waiting.ts';

const { Browser } = await import('./waiting.ts');

const WORDS = 'My deposit is not there.';
const START = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;

const WRITING = ['put', 'change', 'remove'] as const;

/** How a ticket comes to wait. */
const BEGINNINGS: readonly Ending[] = ['unreachable', 'lost'];

type Event = (customer: Customer) => Promise<void>;

/** One customer with one problem, who says of nothing that it is another. */
class Customer {
  readonly browser: BrowserType;
  /** She does not want it any more. */
  hasCancelled = false;
  /** A ticket for each, at most: what is given up after a week, and written once more, is another one. */
  problems = 1;
  #hasWaitedLong = false;

  constructor(browser: BrowserType) {
    this.browser = browser;
  }

  get #waiting() {
    return this.browser.state.waiting[0];
  }

  /** The words of a ticket that was just queued are its own. */
  get #hasWritten(): boolean {
    const { status, answers } = this.browser.state;
    return status !== 'queued' && answers.description !== '';
  }

  async queue(ending: Ending): Promise<void> {
    await this.browser.act((page) => page.write(WORDS), ending);
    await this.send(ending);
    await this.browser.act((page) => page.offline.queue(), ending);
    assert.equal(this.browser.state.status, 'queued');
  }

  async send(ending: Ending): Promise<void> {
    await this.browser.act((page) => page.send(), ending);
  }

  flush(ending: Ending): Promise<void> {
    return this.browser.act((page) => page.flush(), ending);
  }

  /** The page ends in the middle. */
  async flushAndDie(isStored: boolean): Promise<void> {
    await this.browser.actDuring(
      (page) => page.flush(),
      () => isStored && this.browser.store(),
    );
    await this.browser.openPage();
  }

  async cancel(): Promise<void> {
    const { key } = this.#waiting ?? {};
    if (key === undefined) return;
    this.hasCancelled = true;
    if (this.#hasWaitedLong) this.problems += 1;
    await this.browser.act((page) => page.offline.giveUp(key), 'answered');
  }

  async cancelDuring(ending: Ending): Promise<void> {
    const isSending = await this.browser.actDuring(
      (page) => page.flush(),
      (page) => page.offline.giveUp(this.#waiting!.key),
    );
    if (isSending) this.hasCancelled = true;
    await this.browser.act(() => {}, ending);
  }

  async takeUp(): Promise<void> {
    const { key, isStuck } = this.#waiting ?? {};
    if (key !== undefined && isStuck && !this.#hasWritten)
      await this.browser.act((page) => page.offline.takeUp(key), 'answered');
  }

  /** A database that does not answer for a while. */
  async without(methods: readonly (keyof Records<QueuedTicket>)[], run: () => Promise<void>): Promise<void> {
    for (const method of methods) this.browser.silent.add(method);
    await run();
    this.browser.silent.clear();
  }

  /** At once: before anything else is done. */
  async takeUpAndDie(): Promise<void> {
    const { key, isStuck } = this.#waiting ?? {};
    if (key === undefined || !isStuck || this.#hasWritten) return;
    await this.browser.actDuring(
      (page) => page.offline.takeUp(key),
      () => {},
    );
    await this.browser.openPage();
  }

  /** Where there is nothing in the form, and nothing waits that she knows of: once more, if she wants it after all. */
  async writeAgain(words = WORDS): Promise<void> {
    const { status } = this.browser.state;
    if (this.#waiting || ['failed', 'sent', 'recent', 'twin'].includes(status)) return;
    await this.browser.act((page) => page.write(words), 'answered');
    this.hasCancelled = false;
  }

  /** After that, nobody knows of a ticket that she gave up before. */
  waitLong(): Promise<void> {
    if (!this.#waiting) return Promise.resolve();
    this.#hasWaitedLong = true;
    this.browser.wait(8 * DAY);
    return Promise.resolve();
  }

  /** All is well now. */
  async comeToAnEnd(): Promise<void> {
    for (let tries = 0; tries < 5 && !this.isTold && !this.isAsked; tries += 1) {
      await this.flush('answered');
      await this.takeUp();
      if (this.browser.state.answers.description) await this.send('answered');
    }
  }

  /** In the list, or in the form. */
  get seesWhatWaits(): boolean {
    return this.browser.state.waiting.length + (this.#hasWritten ? 1 : 0) >= this.browser.waiting;
  }

  /** Of a ticket: made now, or earlier. */
  get isTold(): boolean {
    return ['sent', 'recent', 'twin'].includes(this.browser.state.status);
  }

  /** Whether it is another problem than that of a ticket which perhaps arrived. */
  get isAsked(): boolean {
    return this.browser.state.issues.some(({ code }) => code === 'different-required');
  }
}

const EVENTS: Readonly<Record<string, Event>> = {
  'sent, answered': (customer) => customer.flush('answered'),
  'sent, answer lost': (customer) => customer.flush('lost'),
  'sent, refused': (customer) => customer.flush('refused'),
  'no connection': (customer) => customer.flush('unreachable'),
  'sent, and the page ends before the answer': (customer) => customer.flushAndDie(true),
  'the page ends before it has arrived': (customer) => customer.flushAndDie(false),
  cancelled: (customer) => customer.cancel(),
  'cancelled on its way, which arrives': (customer) => customer.cancelDuring('answered'),
  'cancelled on its way, of which nobody hears': (customer) => customer.cancelDuring('lost'),
  'sent, and the database reads nothing': (customer) =>
    customer.without(['get', 'names'], () => customer.flush('answered')),
  'sent, and the database reads no ticket': (customer) => customer.without(['get'], () => customer.flush('answered')),
  'sent, and the database writes nothing': (customer) => customer.without(WRITING, () => customer.flush('answered')),
  'cancelled, and the database writes nothing': (customer) => customer.without(WRITING, () => customer.cancel()),
  'taken up': (customer) => customer.takeUp(),
  'taken up, and the page ends': (customer) => customer.takeUpAndDie(),
  'queued again': (customer) => customer.browser.act((page) => page.offline.queue(), 'answered'),
  'form sent, answered': (customer) => customer.send('answered'),
  'form sent, answer lost': (customer) => customer.send('lost'),
  'form sent, refused': (customer) => customer.send('refused'),
  'written once more': (customer) => customer.writeAgain(),
  'written once more in other words': (customer) => customer.writeAgain('It is still missing.'),
  reloaded: (customer) => customer.browser.openPage(),
  'more than a week': (customer) => customer.waitLong(),
};

/** How many things happen, one after the other, at most. */
const LENGTH = 3;

const NAMES = Object.keys(EVENTS);

describe('a ticket that waits, whatever happens to it', () => {
  for (const beginning of BEGINNINGS) {
    it(`is one, or in the form, or was given up (at first: ${beginning})`, async (context) => {
      const ways = await liveAll(beginning);
      context.diagnostic(`${ways} ways`);
      assert.ok(ways > 500);
    });
  }

  /** Returns how many ways there are. What changes nothing leads nowhere. */
  async function liveAll(beginning: Ending): Promise<number> {
    let ways: readonly (readonly string[])[] = [[]];
    let count = 0;
    for (let length = 0; length <= LENGTH; length += 1) {
      const longer: string[][] = [];
      for (const way of ways) if (await live(beginning, way)) longer.push(...NAMES.map((name) => [...way, name]));
      count += longer.length / NAMES.length;
      ways = longer;
    }
    return count;
  }

  /** Whether the last thing that happens changes anything. */
  async function live(beginning: Ending, way: readonly string[]): Promise<boolean> {
    const browser = await Browser.open(START);
    const customer = new Customer(browser);
    await customer.queue(beginning);
    let before = '';
    for (const name of way) {
      before = browser.snapshot();
      await EVENTS[name]!(customer);
    }
    const explained = `${beginning}; ${way.join('; ')}`;
    assert.ok(customer.seesWhatWaits, `something waits that she does not see: ${explained}`);
    if (browser.snapshot() === before) return false;
    const { isTold } = customer;
    await customer.comeToAnEnd();
    const { size } = browser.server.tickets;
    assert.ok(size <= customer.problems, `${size} tickets: ${explained}`);
    assert.ok(size > 0 || !isTold, `told of a ticket that is none: ${explained}`);
    const isKnown = customer.isTold || customer.isAsked || customer.hasCancelled;
    assert.ok(isKnown, `she hears nothing of it: ${explained}`);
    return true;
  }
});
