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
import type { QueuedTicket } from '../../src/services/outbox.js';
import type { Records } from '../../src/services/records.js';
import type { Store } from '../../src/services/storage.js';
import type { Attempt, TransportRequest } from '../../src/services/transport.js';
import { parseFormDefinition } from '../../src/ticket/form-definition.js';
import { twinOf } from '../../src/ticket/stored.js';
import { ANSWERS, FORM } from './form.ts';

// What a page has, and Node has not.
let onLine = true;
Object.assign(globalThis, { document: { baseURI: 'https://shop.example/' } });
Object.defineProperty(navigator, 'onLine', { get: () => onLine });

const { form } = parseFormDefinition(FORM);
const ENDPOINT = 'https://support.example/tickets';
/** On its way, and to be ended. */
export interface Request extends Pick<TransportRequest, 'key' | 'json' | 'onProgress'> {
  readonly resolve: (attempt: Attempt) => void;
}

/** What outlives a page. */
export interface Stored {
  readonly session: Store;
  readonly local: Store;
  readonly records: Records<QueuedTicket | ArrayBuffer>;
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
export class Page {
  readonly requests: Request[] = [];
  readonly flow: FlowController;
  readonly draft: DraftController;
  readonly offline: OfflineController;
  readonly #host: Host;
  readonly #sender: SendController;
  readonly #ledger;
  #running = 0;

  constructor({ session, local, records }: Stored) {
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
      createRecords: () => records as unknown as Records<never>,
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
