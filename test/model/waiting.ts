import { AttachmentsController } from '../../src/controllers/attachments-controller.js';
import { DraftController } from '../../src/controllers/draft-controller.js';
import { FlowController } from '../../src/controllers/flow-controller.js';
import { OfflineController } from '../../src/controllers/offline-controller.js';
import { SendController } from '../../src/controllers/send-controller.js';
import { Shipper } from '../../src/controllers/shipper.js';
import type { HelpTicketWidget } from '../../src/help-ticket-widget.js';
import * as offline from '../../src/offline.js';
import { createDrafts } from '../../src/services/drafts.js';
import { createLedger } from '../../src/services/ledger.js';
import type { Attempt, TransportRequest } from '../../src/services/transport.js';
import { parseFormDefinition } from '../../src/ticket/form-definition.js';
import type { FlowState } from '../../src/ticket/flow-state.js';
import { twinOf } from '../../src/ticket/stored.js';
import { Chance } from '../faults/chance.ts';
import { createMemoryRecords, createTexts } from '../services/fakes.js';
import { FORM } from './form.ts';
import { createSurroundings, elapse, within } from './surroundings.ts';

// What a page has, and Node has not.
let onLine = true;
Object.assign(globalThis, { document: { baseURI: 'https://shop.example/' } });
Object.defineProperty(navigator, 'onLine', { get: () => onLine });

const { form } = parseFormDefinition(FORM);
const ANSWERS = { country: 'BR', email: 'maria@example.com', name: 'Maria', topic: ['deposits'] };
const ENDPOINT = 'https://support.example/tickets';
/** More than all attempts of one sending, those of the outbox beside it included. */
const PATIENCE = 200;

/** What comes of a request: the server has the ticket and says so, or its answer is lost; or it has it not. */
export type Ending = 'answered' | 'lost' | 'refused' | 'unreachable';

interface Request extends Pick<TransportRequest, 'key' | 'json' | 'onProgress'> {
  readonly resolve: (attempt: Attempt) => void;
}

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

/** Stands in for the element: what the controllers want of it, without a DOM. */
class Host extends EventTarget {
  readonly isConnected = true;
  readonly open = true;
  readonly endpoint = ENDPOINT;
  readonly fallbackUrl = 'mailto:help@example.com';
  readonly renderRoot = { querySelector: () => null };
  readonly transport: HelpTicketWidget['transport'];
  readonly #controllers: { hostUpdated?: () => void }[] = [];

  constructor(transport: HelpTicketWidget['transport']) {
    super();
    this.transport = transport;
  }

  addController(controller: { hostUpdated?: () => void }): void {
    this.#controllers.push(controller);
  }

  requestUpdate(): void {}

  update(): void {
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }
}

/** One page with the widget: the real controllers, joined as the panel joins them. */
class Page {
  readonly requests: Request[] = [];
  readonly flow: FlowController;
  readonly draft: DraftController;
  readonly offline: OfflineController;
  readonly #host: Host;
  readonly #sender: SendController;
  readonly #ledger;
  #running = 0;

  constructor({ session, local, records }: Browser) {
    this.#host = new Host((request) => this.#post(request));
    const host = this.#host as unknown as HelpTicketWidget;
    // A page that dies lets go of its locks, and here nobody else waits for one.
    const locks = { request: (_name: string, _options: LockOptions, run: () => Promise<unknown>) => run() };
    this.#ledger = createLedger({ store: local, windowHours: 72, locks: locks as unknown as LockManager });
    this.flow = new FlowController(host, form!, 'en');
    const attachments = new AttachmentsController(host, () => new Promise(() => {}));
    const shared = { host, flow: this.flow, attachments, ledger: this.#ledger };
    const shipper = new Shipper(host, this.#ledger, () => undefined);
    const drafts = createDrafts({ mode: 'session', widget: 'model', session, local });
    this.draft = new DraftController({ ...shared, drafts, loadFiles: () => Promise.resolve(undefined) });
    this.#sender = new SendController({ ...shared, shipper });
    const module = {
      ...offline,
      createRecords: () => records,
      createOutbox: (options: Parameters<typeof offline.createOutbox>[0]) =>
        offline.createOutbox({ ...options, locks: undefined }),
    };
    this.offline = new OfflineController({
      ...shared,
      local,
      shipper,
      draft: this.draft,
      draftLife: undefined,
      label: () => '',
      load: () => Promise.resolve(module),
    });
  }

  /** As the panel begins, without a connection: what waits is listed, and waits on. */
  async begin(): Promise<void> {
    const recent = this.#ledger.latest();
    this.flow.start(form!, 'en', {}, recent && twinOf(recent));
    await this.draft.restore({});
    if (this.flow.state.offeredAt !== undefined) await this.draft.accept();
    onLine = false;
    await this.flush();
    onLine = true;
  }

  /** Whether something is being sent. */
  get isBusy(): boolean {
    const { status } = this.flow.state;
    return this.#running > 0 || status === 'sending' || status === 'checking';
  }

  async flush(): Promise<void> {
    this.#running += 1;
    const { outbox } = (await this.offline.load())!;
    await outbox.flush().finally(() => (this.#running -= 1));
  }

  write(description: string): void {
    const { status } = this.flow.state;
    if (status === 'sent' || status === 'queued') this.flow.start(form!, 'en', {});
    else this.flow.dispatch({ type: status === 'recent' ? 'continue' : 'edit' });
    this.flow.dispatch({ type: 'change', answers: { ...ANSWERS, description } });
    this.flow.dispatch({ type: 'goTo', step: 'review' });
  }

  send(): void {
    void this.#sender.send({ endpoint: ENDPOINT, page: undefined });
  }

  update(): void {
    this.#host.update();
  }

  #post({ key, json, onProgress, signal }: TransportRequest): Promise<Attempt> {
    return new Promise((resolve) => {
      const request = { key, json, onProgress, resolve };
      this.requests.push(request);
      signal.addEventListener('abort', () => this.requests.splice(this.requests.indexOf(request), 1));
    });
  }
}

/** One customer, one tab: pages come and go in it, and what they store stays. */
export class Browser {
  readonly #texts = { session: new Map<string, string>(), local: new Map<string, string>() };
  readonly #memory = createMemoryRecords<never>();
  readonly session = createTexts(this.#texts.session);
  readonly local = createTexts(this.#texts.local);
  readonly records = this.#memory.records;
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
