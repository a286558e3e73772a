import { partName, type Records } from './records.js';

/** A ticket that waits for a connection, frozen. The bytes of its files are apart: who lists what waits does not read them. */
export interface QueuedTicket {
  /** The `Idempotency-Key`: a UUID. */
  readonly key: string;
  readonly endpoint: string;
  /** The exact JSON text of the ticket. */
  readonly json: string;
  readonly digest: string;
  readonly topicDigest: string;
  /** When it was first sent, in milliseconds since the epoch. */
  readonly at: number;
  /** The topic in the customer's words, for the list. */
  readonly topic: string;
  /** An attempt of it may have made a ticket. */
  readonly isInDoubt: boolean;
  readonly files: readonly QueuedFile[];
  /** The server will not take it as it is; only the customer can go on. */
  readonly isStuck?: boolean;
  /** It was created, and the customer has not seen its number yet. */
  readonly receipt?: { readonly id: string; readonly createdAt: string; readonly replyBy?: string };
}

type QueuedFile = Pick<File, 'name' | 'type' | 'lastModified'>;

/** What there is, as far as it can be read just now. */
interface Reading {
  /** The oldest first. */
  readonly tickets: readonly QueuedTicket[];
  /** The keys of what is there and cannot be read; not known while the database does not answer. */
  readonly unread: readonly string[] | undefined;
}

/** Tickets that wait for a connection, in IndexedDB. None of it throws. */
export interface Outbox {
  /** Whether the ticket is safe here. */
  add(ticket: Omit<QueuedTicket, 'files'>, files: readonly File[]): Promise<boolean>;
  all(): Promise<Reading>;
  /** One that is still there, and can be read. */
  find(key: string): Promise<QueuedTicket | undefined>;
  /** All of its files, if they can be read. */
  filesOf(ticket: QueuedTicket): Promise<readonly File[] | undefined>;
  /** Changes one that is still there. Whether that is written. */
  change(key: string, changes: Partial<QueuedTicket>): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** It was created: what is left is the receipt, until it has been seen. Even if the customer gave it up meanwhile. */
  arrive(ticket: QueuedTicket, receipt: NonNullable<QueuedTicket['receipt']>): Promise<void>;
  /** Runs while no other tab runs. An abort ends the waiting. */
  alone(run: () => Promise<void>, signal: AbortSignal): Promise<void>;
}

export interface OutboxOptions {
  readonly records: Records<QueuedTicket | ArrayBuffer>;
  /** Is told whether something waits. */
  readonly note: (isWaiting: boolean) => void;
  /** Insecure contexts have none. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
}

export function createOutbox({ records, note, locks }: OutboxOptions): Outbox {
  /** Says so if the last one has gone. */
  const tellIfEmpty = async () => {
    const isEmpty = async () => (await records.names())?.length === 0;
    if (!(await isEmpty())) return;
    note(false);
    // Another tab may have added one, and said so before that.
    if (!(await isEmpty())) note(true);
  };
  const put = async (ticket: QueuedTicket, contents?: readonly ArrayBuffer[]) => {
    const isKept = await records.put(ticket.key, ticket, contents);
    if (isKept) note(true);
    return isKept;
  };

  return {
    ...createReading(records),
    async add(ticket, files) {
      try {
        const contents = await Promise.all(files.map((file) => file.arrayBuffer()));
        const named = files.map(({ name, type, lastModified }) => ({ name, type, lastModified }));
        return await put({ ...ticket, files: named }, contents);
      } catch {
        // A file that was deleted after it was chosen.
        return false;
      }
    },
    change: (key, changes) => records.change(key, (ticket) => ({ ...(ticket as QueuedTicket), ...changes })),
    // If it was given up meanwhile, nothing waited any more.
    arrive: async (ticket, receipt) => void (await put({ ...ticket, files: [], receipt })),
    async remove(key) {
      await records.remove(key);
      await tellIfEmpty();
    },
    async alone(run, signal) {
      try {
        await (locks ? locks.request('help-ticket-widget:1:outbox', { signal }, run) : run());
        await tellIfEmpty();
      } catch {
        // The page is being left, or an opaque origin has nothing to lock: what waits, waits on.
      }
    },
  };
}

function createReading(records: OutboxOptions['records']): Pick<Outbox, 'all' | 'find' | 'filesOf'> {
  return {
    async all() {
      const names = (await records.names())?.filter((name) => !name.includes(' '));
      const found = await Promise.all((names ?? []).map((name) => records.get(name)));
      return {
        tickets: found.filter(isQueued).sort((a, b) => a.at - b.at),
        unread: names?.filter((_, index) => found[index] === undefined),
      };
    },
    async find(key) {
      const found = await records.get(key);
      return isQueued(found) ? found : undefined;
    },
    async filesOf({ key, files }) {
      const whole: File[] = [];
      for (const { name, type, lastModified } of files) {
        const bytes = await records.get(partName(key, whole.length));
        if (!(bytes instanceof ArrayBuffer)) return undefined;
        whole.push(new File([bytes], name, { type, lastModified }));
      }
      return whole;
    },
  };
}

/** Whether a stored record is whole: another version of the widget may have written it. */
function isQueued(record: unknown): record is QueuedTicket {
  const { key, endpoint, json, digest, topicDigest, at, files } = (record ?? {}) as Partial<QueuedTicket>;
  const isText = [key, endpoint, json, digest, topicDigest].every((text) => typeof text === 'string');
  return isText && typeof at === 'number' && Array.isArray(files);
}
