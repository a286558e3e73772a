import assert from 'node:assert/strict';
import { type TicketRecord, ticketsOf } from '../support/ticket-records.ts';
import type { Said, Screen } from './hands.ts';
import type { Tab } from './tab.ts';

/** What a customer has sent and was told, to be compared with what there is. */
export class Account {
  /** In order, for whoever reads of a failure. */
  readonly history: string[] = [];
  readonly #email: string;
  readonly #dataDir: string;
  readonly #versions: Said[] = [];
  readonly #numbers = new Set<string>();
  #wishes = 1;
  readonly #latest = new Map<Tab, Screen['kind']>();

  constructor(email: string, dataDir: string) {
    this.#email = email;
    this.#dataDir = dataDir;
  }

  /** All kinds of what she was told. */
  get kinds(): ReadonlySet<string> {
    return new Set(this.history.map((told) => told.replace(/ HT-.*/, '')));
  }

  /** She has said that hers is a different problem. */
  insists(): void {
    this.#wishes += 1;
  }

  sends(version: Said): void {
    this.#versions.push(version);
  }

  hears(tab: Tab, { kind, number }: Screen): void {
    const told = number === undefined ? kind : `${kind} ${number}`;
    if (this.history.at(-1) !== told) this.history.push(told);
    this.#latest.set(tab, kind);
    if (number !== undefined) this.#numbers.add(number);
  }

  /**
   * There is what she was told of. While a tab says that it does not know, there may be one more; also where an answer is
   * found wrong after other attempts: then it says nothing of those.
   * @param posts so far
   */
  check(posts: number): void {
    const tickets = this.#tickets();
    const untold = tickets.map(({ number }) => number).filter((number) => !this.#numbers.has(number));
    const unsure = ['unconfirmed', 'waiting', 'stuck', ...(posts > 1 ? ['problem'] : [])];
    const isUnsure = [...this.#latest.values()].some((kind) => unsure.includes(kind));
    assert.deepEqual(untold.slice(isUnsure ? 1 : 0), [], 'tickets that she was not told of');
    this.#checkEach(tickets);
  }

  /** There is what she was told of, and nothing else. */
  checkAtEnd(): void {
    const tickets = this.#tickets();
    const told = [...this.#numbers].sort();
    assert.deepEqual(tickets.map(({ number }) => number).sort(), told, 'the tickets, and those that she was told of');
    assert.notEqual(told.length, 0, 'she was told of none');
    this.#checkEach(tickets);
  }

  #tickets(): TicketRecord[] {
    return ticketsOf(this.#dataDir, this.#email);
  }

  #checkEach(tickets: readonly TicketRecord[]): void {
    const numbers = tickets.map(({ number }) => number);
    assert.ok(numbers.length <= this.#wishes, `she wanted ${this.#wishes}: ${numbers.join(', ')}`);
    const lost = [...this.#numbers].filter((number) => !numbers.includes(number));
    assert.deepEqual(lost, [], 'tickets that she was told of, and that are not there');
    for (const { number, mails, content, files } of tickets) {
      assert.deepEqual(mails, ['confirmation'], `the mails about ${number}`);
      assert.ok(
        files.every(({ isThere }) => isThere),
        `the files of ${number}`,
      );
      const said = { description: String(content.description), files: files.map(({ name }) => name) };
      const sent = this.#versions.map((version) => JSON.stringify(version));
      assert.ok(
        sent.includes(JSON.stringify(said)),
        `${number} says ${JSON.stringify(said)}; she has sent ${sent.join(' and ')}`,
      );
    }
  }
}
