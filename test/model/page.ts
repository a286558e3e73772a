import { AttachmentsController } from '../../src/controllers/attachments-controller.js';
import { DraftController } from '../../src/controllers/draft-controller.js';
import { FlowController } from '../../src/controllers/flow-controller.js';
import { SendController } from '../../src/controllers/send-controller.js';
import { Shipper } from '../../src/controllers/shipper.js';
import type { HelpTicketWidget } from '../../src/help-ticket-widget.js';
import { createDrafts } from '../../src/services/drafts.js';
import { createLedger, type Ledger } from '../../src/services/ledger.js';
import type { Store } from '../../src/services/storage.js';
import type { Attempt, Transport, TransportRequest } from '../../src/services/transport.js';
import { parseFormDefinition } from '../../src/ticket/form-definition.js';
import { twinOf } from '../../src/ticket/stored.js';
import { ANSWERS, FORM } from './form.ts';

/** Parts of the real protocol, exchanged for worse ones. */
export interface Sabotage {
  readonly ledger?: (ledger: Ledger) => Ledger;
  readonly transport?: (transport: Transport) => Transport;
}

const { form } = parseFormDefinition(FORM);

/** Stands in for the element: what the controllers want of it, without a DOM. */
class Host extends EventTarget {
  readonly isConnected = true;
  readonly open = true;
  transport: Transport | undefined;
  addController(): void {}
  requestUpdate(): void {}
}

/**
 * One page with the widget: the real controllers, joined as the panel joins them. The network, the lock and the page's own word are
 * held back until somebody lets them go on.
 */
export class Page {
  readonly flow: FlowController;
  readonly draft: DraftController;
  readonly #host = new Host();
  readonly #sender: SendController;
  readonly #ledger: Ledger;
  readonly #local: Store;
  /** The request whose answer is awaited. */
  request: { readonly key: string; readonly json: string; readonly end: (attempt: Attempt) => void } | undefined;
  /** The lock that is awaited or held. */
  lock: { readonly name: string; readonly enter: () => void; isHeld: boolean } | undefined;
  /** Lets the page agree to the ticket that it is asked about. */
  agree: (() => void) | undefined;
  /** What the ledger believes of its own ticket, whatever others have written since. */
  mine: string | undefined;

  constructor(session: Store, local: Store, sabotage: Sabotage) {
    const transport: Transport = (request) => this.#post(request);
    this.#host.transport = sabotage.transport?.(transport) ?? transport;
    this.#host.addEventListener('help-ticket-before-submit', (event) => this.#hold(event as CustomEvent));
    const host = this.#host as unknown as HelpTicketWidget;
    const ledger = this.#watched(createLedger({ store: local, windowHours: 72, locks: this.#locks() }));
    this.#local = local;
    this.#ledger = sabotage.ledger?.(ledger) ?? ledger;
    this.flow = new FlowController(host, form!, 'en');
    const shared = {
      host,
      flow: this.flow,
      attachments: new AttachmentsController(host, () => new Promise(() => {})),
      ledger: this.#ledger,
    };
    this.draft = new DraftController({
      ...shared,
      drafts: createDrafts({ mode: 'session', widget: 'model', session, local }),
      loadFiles: () => Promise.resolve(undefined),
    });
    this.#sender = new SendController({ ...shared, shipper: new Shipper(host, this.#ledger, () => undefined) });
  }

  /** As the panel begins; whoever is offered a draft goes on with it. */
  async begin(): Promise<void> {
    const recent = this.#ledger.latest();
    if (recent) this.flow.start(form!, 'en', {}, twinOf(recent));
    await this.draft.restore({});
    if (this.flow.state.offeredAt !== undefined) await this.draft.accept();
  }

  /** The customer writes a ticket, if none is there, and presses Send. */
  press(description: string, isDifferent: boolean): void {
    if (this.flow.state.status === 'sent') this.flow.start(form!, 'en', {});
    if (this.flow.state.answers.description === '') this.write(description);
    if (isDifferent) this.flow.dispatch({ type: 'change', answers: { isDifferent } });
    void this.#sender.send({ endpoint: '/tickets', page: undefined });
  }

  write(description: string): void {
    this.flow.dispatch({ type: this.flow.state.status === 'recent' ? 'continue' : 'edit' });
    this.flow.dispatch({ type: 'change', answers: { ...ANSWERS, description } });
    this.flow.dispatch({ type: 'goTo', step: 'review' });
    this.draft.save();
  }

  cancel(): void {
    this.#sender.cancel();
    this.draft.save();
  }

  #post({ key, json, onProgress, signal }: TransportRequest): Promise<Attempt> {
    onProgress({ sent: 1, total: 1 });
    signal.addEventListener('abort', () => (this.request = undefined));
    return new Promise((resolve) => {
      const end = (attempt: Attempt) => {
        this.request = undefined;
        resolve(attempt);
      };
      this.request = { key, json, end };
    });
  }

  #hold({ detail }: CustomEvent<{ waitUntil(word: Promise<void>): void }>): void {
    const word = new Promise<void>((resolve) => {
      this.agree = () => {
        this.agree = undefined;
        resolve();
      };
    });
    detail.waitUntil(word);
  }

  /** Web Locks, as far as the ledger uses them. */
  #locks(): Pick<LockManager, 'request'> {
    const request = async (name: string, { signal }: LockOptions, run: () => Promise<unknown>) => {
      const lock = await new Promise<NonNullable<Page['lock']>>((resolve, reject) => {
        const lock = { name, isHeld: false, enter: () => resolve(lock) };
        this.lock = lock;
        signal?.addEventListener('abort', () => {
          if (!lock.isHeld) this.lock = undefined;
          reject(new DOMException('The wait was cancelled.', 'AbortError'));
        });
      });
      lock.isHeld = true;
      await run().finally(() => (this.lock = undefined));
    };
    return { request } as unknown as LockManager;
  }

  #watched(ledger: Ledger): Ledger {
    return {
      ...ledger,
      reserve: (...wanted) => {
        const key = ledger.reserve(...wanted);
        this.mine = this.#local.get(`ledger:${key}`);
        return key;
      },
      release: (key) => {
        ledger.release(key);
        this.mine = undefined;
      },
    };
  }
}
