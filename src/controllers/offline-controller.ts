import type { HelpTicketWidget } from '../help-ticket-widget.js';
import type * as Offline from '../offline.js';
import type { DraftFiles } from '../services/draft-files.js';
import { KEY_LIFE, type Ledger } from '../services/ledger.js';
import type { Store } from '../services/storage.js';
import { canWait } from '../ticket/flow.js';
import { isInDoubt } from '../ticket/outcome.js';
import { readSettings } from '../ticket/settings.js';
import { textIn, topicsAlong } from '../ticket/topics.js';
import type { AttachmentsController } from './attachments-controller.js';
import type { DraftController } from './draft-controller.js';
import type { FlowController } from './flow-controller.js';
import type { Shipper } from './shipper.js';

/** Tells the eager half of the widget, after a reload, that something waits. */
const FLAG = 'outbox';

interface Parts {
  readonly host: HelpTicketWidget;
  readonly flow: FlowController;
  readonly ledger: Ledger;
  readonly local: Store;
  readonly attachments: AttachmentsController;
  readonly shipper: Shipper;
  readonly draft: DraftController;
  /** How long the files of a draft are kept, in milliseconds; nothing if they are not. */
  readonly draftLife: number | undefined;
  /** What the launcher says while something waits. */
  readonly label: () => string;
  readonly load: () => Promise<typeof Offline>;
}

/** Brings what outlives the page, once it may be needed. Without it the form works all the same. */
export class OfflineController {
  readonly #parts: Parts;
  #loading: Promise<Loaded | undefined> | undefined;
  #loaded: Loaded | undefined;
  #queueing: Promise<boolean> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether a ticket can wait for a connection. */
  get isReady(): boolean {
    return !!this.#loaded;
  }

  /** Sends what an earlier page has left, if there is any. */
  async wake(): Promise<void> {
    if (this.#parts.local.get(FLAG)) await this.load();
  }

  /** Loads it, once; again if that failed. */
  load(): Promise<Loaded | undefined> {
    this.#loading ??= this.#parts.load().then(
      (module) => (this.#loaded = join(module, this.#parts)),
      // The network is gone, or a policy is strict: drafts are kept without their files, and nothing can wait.
      () => (this.#loading = undefined),
    );
    return this.#loading;
  }

  async files(): Promise<DraftFiles | undefined> {
    return (await this.load())?.files;
  }

  /** Leaves the ticket that could not be sent to the outbox, once however often that is asked. Whether there was room for it. */
  queue(): Promise<boolean> {
    return (this.#queueing ??= this.#queue().finally(() => (this.#queueing = undefined)));
  }

  async #queue(): Promise<boolean> {
    const { host, flow, attachments, draft } = this.#parts;
    const { state } = flow;
    if (state.status !== 'failed' || !canWait(state) || !state.frozen) return false;
    const { key, json, at, digest, topicDigest } = state.frozen;
    const { form, answers, locale } = state;
    const topics = topicsAlong(form, answers.country, answers.topic);
    const topic = topics.map(({ label }) => textIn(label, locale, form.languages)).join(' › ');
    const endpoint = readSettings(host, document.baseURI).settings.endpoint ?? '';
    const ticket = { key, json, at, digest, topicDigest, endpoint, topic, isInDoubt: isInDoubt(state.outcome) };
    const outbox = this.#loaded?.outbox;
    if (!(await outbox?.add(ticket, attachments.filesOf(state.attachments)))) return false;
    // Gone on with meanwhile, it is the customer's.
    if ((flow.state as Partial<typeof state>).outcome === state.outcome) {
      flow.dispatch({ type: 'queue' });
      draft.discard();
      attachments.clear();
    } else await outbox?.withdraw(key);
    return true;
  }

  async takeUp(key: string): Promise<void> {
    await this.#loaded?.outbox.takeUp(key);
  }

  async giveUp(key: string): Promise<void> {
    await this.#loaded?.outbox.cancel(key);
  }
}

interface Loaded {
  readonly outbox: Offline.OutboxController;
  readonly files: DraftFiles | undefined;
}

function join(
  offline: typeof Offline,
  { host, flow, ledger, local, attachments, shipper, draft, label, draftLife }: Parts,
): Loaded {
  const records = offline.createRecords<Offline.SealedSlice>('files');
  if (draftLife !== undefined) void offline.sweepFiles(records, draftLife);
  return {
    files: draftLife === undefined ? undefined : offline.createDraftFiles({ records, life: draftLife }),
    outbox: new offline.OutboxController({
      host,
      flow,
      ledger,
      attachments,
      draft,
      shipper,
      outbox: offline.createOutbox({
        records: offline.createRecords('outbox'),
        note: (isWaiting) => (isWaiting ? local.set(FLAG, '1') : local.remove(FLAG)),
        locks: navigator.locks,
      }),
      keyLife: KEY_LIFE,
      label,
      isInDoubt,
    }),
  };
}
