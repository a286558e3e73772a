import type { Fingerprint } from '../ticket/fingerprint.js';
import { isProofOfNothing, type Outcome, type Receipt } from '../ticket/outcome.js';
import { type LedgerEntry, parseLedgerEntry } from '../ticket/stored.js';
import { toPlainJson } from './plain-json.js';
import { KEY_PREFIX, type Store } from './storage.js';
import { createUuid } from './uuid.js';

/** How long a tab that sends is believed to be sending, in milliseconds, unless it renews. */
const LEASE = 30_000;

const HOUR = 3_600_000;

/**
 * How long a ticket whose ending is not known is kept, and its key used again, in milliseconds. Backends keep keys for at
 * least 8 days; a key that is tried again after 7 is still known there, whatever the two clocks say.
 */
export const KEY_LIFE = 7 * 24 * HOUR;

/** One entry is one stored text, so that two tabs that write at once cannot undo each other's. */
const PREFIX = 'ledger:';

export interface LedgerOptions {
  /** `localStorage`: all tabs of the origin read and write it. */
  readonly store: Store;
  /** How long a sent ticket guards against its twin, in hours. */
  readonly windowHours: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Insecure contexts have none. */
  readonly locks?: Pick<LockManager, 'request'> | null | undefined;
}

/** What this browser has sent, or perhaps sent. Every method reads the store afresh, and none throws. */
export interface Ledger {
  /**
   * For the digests: random per browser, and stored with the first entry.
   * @param isSending store it now: another tab that sends meanwhile has to make the same digests
   */
  salt(isSending?: boolean): string;
  /**
   * `exact`: the same ticket, under way or not known (its key must be used again), or else sent and numbered.
   * `likely`: a sent one about the same topic; also the same ticket if it has no number yet.
   * `begun`: in other words about the same topic, under way or not known.
   */
  find(fingerprint: Fingerprint): {
    readonly exact: LedgerEntry | undefined;
    readonly likely: LedgerEntry | undefined;
    readonly begun: LedgerEntry | undefined;
  };
  /** The newest numbered ticket within the window. */
  latest(): LedgerEntry | undefined;
  /** Writes down that a ticket is being sent, before it is. Returns the key to send it under: another tab's, if that had begun. */
  reserve(fingerprint: Fingerprint, key: string): string;
  /** Still being sent: to be called every 10 seconds. */
  renew(key: string): void;
  /** Sent. Without a receipt it waits for the customer's confirmation and makes a likely twin only. */
  confirm(key: string, receipt?: Pick<Receipt, 'id' | 'replyBy'>): void;
  /** What became of it is not known. */
  doubt(key: string): void;
  /** Proof that nothing was created: the ticket is free. A sent one stays. */
  release(key: string): void;
  /**
   * Runs while no other tab runs for the same digest, as far as the browser can lock; look into the ledger inside `run`, because
   * another tab may have sent meanwhile. An abort ends the waiting and not the running: `run` sees the signal itself.
   */
  exclusively<T>(digest: string, run: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createLedger(options: LedgerOptions): Ledger {
  const { now = Date.now } = options;
  const { salt, entries, begin, change, release } = createEntries(options, now);
  const lease = () => ({ state: 'reserved' as const, leaseUntil: now() + LEASE });

  return {
    salt,
    find({ digest, topicDigest }) {
      const all = entries();
      const same = all.filter((entry) => entry.digest === digest);
      const akin = all.filter((entry) => entry.topicDigest === topicDigest);
      return {
        exact: same.find(isOpen) ?? same.find(({ id }) => id),
        likely: akin.find((entry) => !isOpen(entry) && (entry.digest !== digest || !entry.id)),
        begun: akin.find((entry) => isOpen(entry) && entry.digest !== digest),
      };
    },
    latest: () => entries().find((entry) => !isOpen(entry) && entry.id),
    reserve({ digest, topicDigest }, key) {
      const all = entries();
      const begun =
        all.find((entry) => entry.digest === digest && isOpen(entry)) ?? all.find((entry) => entry.key === key);
      return begin({ key, at: now(), ...begun, digest, topicDigest, ...lease() });
    },
    renew(key) {
      change(key, lease());
    },
    confirm(key, { id, replyBy = '' } = { id: '' }) {
      const due = Date.parse(replyBy);
      change(key, { state: 'sent', at: now(), ...(id && { id }), ...(due && { replyBy: due }) });
    },
    doubt(key) {
      change(key, { state: 'unknown' });
    },
    release,
    exclusively: (digest, run, signal) => exclusively(options, KEY_PREFIX + digest, run, signal),
  };
}

/**
 * Writes down how an attempt ended.
 * @param before the words of the attempt before, under the same key
 */
export function settle(ledger: Ledger, outcome: Outcome, key: string, before?: Fingerprint): void {
  if (outcome.kind === 'accepted') ledger.confirm(key, outcome.receipt);
  else if (outcome.kind === 'pending') ledger.confirm(key);
  else if (outcome.kind === 'duplicate') {
    // What arrived are the words of the attempt before: they are the twin, not what was written since.
    if (outcome.isChanged && before) ledger.reserve(before, key);
    ledger.confirm(key, { id: outcome.id });
  } else if (isProofOfNothing(outcome)) ledger.release(key);
  else ledger.doubt(key);
}

const isOpen = ({ state }: LedgerEntry) => state !== 'sent';

function createSalt(store: Store) {
  let fresh: string | undefined;
  return (isSending?: boolean): string => {
    const stored = store.get('salt');
    if (stored && stored.length < 99) return stored;
    fresh ??= createUuid();
    if (isSending) store.set('salt', fresh);
    return fresh;
  };
}

/** The stored entries as of now. */
function createEntries({ store, windowHours }: LedgerOptions, now: () => number) {
  const salt = createSalt(store);
  /** What this tab sends. */
  let mine: LedgerEntry | undefined;

  /** What is corrupt or too old is removed, and a lapsed lease means that nobody knows. */
  function read(name: string): LedgerEntry | undefined {
    const entry = parseLedgerEntry(store.get(name) ?? '');
    // Either way: an entry from the future, written before the clock was set back, must not stay for ever.
    const age = Math.abs(now() - (entry?.at ?? 0));
    if (!entry || PREFIX + entry.key !== name || age > (isOpen(entry) ? KEY_LIFE : windowHours * HOUR)) {
      store.remove(name);
      return undefined;
    }
    const left = entry.leaseUntil - now();
    return isOpen(entry) && !(left > 0 && left <= LEASE) ? { ...entry, state: 'unknown' } : entry;
  }

  const begin = (entry: LedgerEntry) => {
    salt(true);
    store.set(PREFIX + entry.key, toPlainJson(entry));
    mine = entry;
    return entry.key;
  };

  /** All of them, the newest first. */
  const entries = () =>
    store
      .keys()
      .flatMap((name) => (name.startsWith(PREFIX) ? (read(name) ?? []) : []))
      .sort((a, b) => b.at - a.at);

  /** Changes an entry that is not sent: a late word on an attempt never undoes the receipt of another. */
  const change = (key: string, changes: Partial<LedgerEntry>) => {
    // Another tab that sent under the same key may have released it.
    const entry = read(PREFIX + key) ?? (mine?.key === key ? mine : undefined);
    if (entry && isOpen(entry)) store.set(PREFIX + key, toPlainJson({ ...entry, ...changes }));
  };

  const release = (key: string) => {
    const entry = read(PREFIX + key);
    if (entry && isOpen(entry)) store.remove(PREFIX + key);
    mine = undefined;
  };

  return { salt, entries, begin, change, release };
}

async function exclusively<T>(
  { locks = navigator.locks }: LedgerOptions,
  name: string,
  run: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  let running: Promise<T> | undefined;
  try {
    await locks?.request(name, { ...(signal && { signal }) }, () => (running = run()));
  } catch {
    // Protects the sending where there is nothing to lock (an opaque origin, a page being left); an error of `run` itself is
    // thrown below.
  }
  return running ?? run();
}
