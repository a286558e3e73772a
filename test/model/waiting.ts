import type { QueuedTicket } from '../../src/services/outbox.js';
import type { Attempt } from '../../src/services/transport.js';
import type { FlowState } from '../../src/ticket/flow-state.js';
import { Chance } from '../faults/chance.ts';
import { createMemoryRecords, createTexts } from '../services/fakes.js';
import { createSurroundings, elapse, within } from './surroundings.ts';
import { Page, type Request } from './waiting-page.ts';

/** More than all attempts of one sending, those of the outbox beside it included. */
const PATIENCE = 200;

/** What comes of a request: the server has the ticket and says so, or its answer is lost; or it has it not. */
export type Ending = 'answered' | 'lost' | 'refused' | 'unreachable';

/** A server that knows a ticket by its key and by nothing else. */
class Server {
  /** Key to text. */
  readonly tickets = new Map<string, string>();

  take({ key, json }: Request): Attempt {
    const known = this.tickets.get(key);
    const id = `HT-${key.slice(0, 4)}`;
    if (known !== undefined && known !== json) return { kind: 'duplicate', id, isChanged: true };
    this.tickets.set(key, json);
    return { kind: 'accepted', receipt: { id, createdAt: '2026-11-23T12:00:00Z' } };
  }

  end(request: Request, ending: Ending): Attempt {
    if (ending === 'unreachable') return { kind: ending };
    request.onProgress({ sent: 1, total: 1 });
    if (ending === 'refused') return { kind: ending, status: 403 };
    const attempt = this.take(request);
    return ending === 'lost' ? { kind: 'unconfirmed' } : attempt;
  }
}

/** One customer, one tab: pages come and go in it, and what they store stays. */
export class Browser {
  readonly #texts = { session: new Map<string, string>(), local: new Map<string, string>() };
  readonly #memory = createMemoryRecords<QueuedTicket | ArrayBuffer>();
  readonly session = createTexts(this.#texts.session);
  readonly local = createTexts(this.#texts.local);
  readonly records = this.#memory.records;
  /** What the database does not answer. */
  readonly silent = this.#memory.silent;
  readonly server = new Server();
  readonly #chance = new Chance(1);
  readonly #surroundings = { ...createSurroundings(), draw: () => this.#chance.between(0, 255) };
  #page = new Page(this);

  static async open(start: number): Promise<Browser> {
    const browser = new Browser();
    browser.#surroundings.now = start;
    await browser.openPage();
    return browser;
  }

  get state(): FlowState {
    return this.#page.flow.state;
  }

  /** How many tickets are stored to be sent. */
  get waiting(): number {
    return [...this.#memory.stored.values()].filter((record) => 'key' in record && !record.receipt).length;
  }

  /** All that matters for what comes next. */
  snapshot(): string {
    const { session, local } = this.#texts;
    const maps = [session, local, this.#memory.stored, this.server.tickets];
    const { form, ...state } = this.state;
    return JSON.stringify([state, this.#surroundings.now, ...maps.map((map) => [...map])]);
  }

  /** What was there before is gone at once, whatever it was doing. */
  async openPage(): Promise<void> {
    this.#surroundings.timeouts.clear();
    this.#surroundings.intervals.clear();
    await this.#do(() => {
      this.#page = new Page(this);
      void this.#page.begin();
    });
  }

  wait(milliseconds: number): void {
    this.#surroundings.now += milliseconds;
  }

  /** Does something, and gives whatever it sends the same ending each time. */
  async act(run: (page: Page) => unknown, ending: Ending): Promise<void> {
    await this.#do(() => run(this.#page));
    for (let tries = 0; this.#page.isBusy; tries += 1) {
      if (tries > PATIENCE) throw new Error('There is no end to it.');
      await this.#endOne(ending);
    }
    // What is written is saved a moment later.
    await this.#do(() => this.#page.draft.save());
  }

  /** Does something that sends, and something else before the first request has its ending; whether there was one. */
  async actDuring(run: (page: Page) => unknown, meanwhile: (page: Page) => unknown): Promise<boolean> {
    await this.#do(() => run(this.#page));
    const isSending = this.#page.requests.length > 0;
    if (isSending) await this.#do(() => meanwhile(this.#page));
    return isSending;
  }

  /** The request that is under way has arrived; nobody has heard of it yet. */
  store(): void {
    for (const request of this.#page.requests) this.server.take(request);
  }

  async #endOne(ending: Ending): Promise<void> {
    const request = this.#page.requests.shift();
    await this.#do(() => {
      if (request) request.resolve(this.server.end(request, ending));
      else elapse(this.#surroundings);
    });
  }

  async #do(run: () => unknown): Promise<void> {
    await within(this.#surroundings, () => void run());
    this.#page.update();
  }
}
