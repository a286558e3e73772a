import type { Progress } from '../ticket/flow-state.js';
import type { Outcome } from '../ticket/outcome.js';
import type { Attempt, HttpExchange, Transport, TransportRequest } from './transport.js';

/** So many files go up at once. */
const LANES = 3;

/** Attempts for a file that was just chosen; after them it waits for Send. */
const TRIES = 4;

/** How far a file is, in bytes. */
export interface Upload extends Progress {
  readonly hasArrived: boolean;
  /** It goes up again when it is asked to, and at the latest with the ticket. */
  readonly isFailed: boolean;
  /** The rule that the server says it breaks. */
  readonly problem?: string | undefined;
}

/** Files that go up one by one, before the ticket that names them. */
export interface Uploads {
  /** Begins, or begins again after a failure, unless the server does not take the file. */
  begin(file: File): void;
  /** Forgets a file, and stops it if it is under way. */
  drop(file: File): void;
  of(file: File): Upload | undefined;
  /** A transport that sees to it that the files are there first, and posts a ticket with their ids: what has arrived does not go again. */
  before(post: Transport): Transport;
}

/** One file on its way. */
export interface UploadRequest extends Pick<TransportRequest, 'signal' | 'onProgress'> {
  readonly file: File;
  readonly tries: number;
}

export interface UploadsOptions {
  /** Never rejects. The number of the receipt is the file's id. */
  readonly send: (request: UploadRequest) => Promise<Outcome>;
  readonly toJson: (value: unknown) => string;
  readonly onChange: () => void;
  /** A file has arrived, or could not for now. */
  readonly onEnd: (file: File, hasArrived: boolean) => void;
}

/** `POST` of one file, multipart so that it keeps its name; the answer is `{"id"}`. */
export const uploadExchange: HttpExchange = {
  write(xhr, { files }) {
    const form = new FormData();
    for (const file of files) form.append('file', file);
    xhr.send(form);
  },
  read({ status, responseText }) {
    if (status !== 201) return undefined;
    const id = /"id"\s*:\s*"([\w.:/#-]{1,64})"/.exec(responseText)?.[1];
    return id ? { kind: 'accepted', receipt: { id, createdAt: new Date().toISOString() } } : { kind: 'unconfirmed' };
  },
};

interface Entry {
  readonly over: AbortController;
  done: Promise<void>;
  sent: number;
  id?: string;
  failure?: Outcome;
}

export function createUploads(options: UploadsOptions): Uploads {
  const { entries, watchers, begin } = createEntries(options);

  /** Waits until each file has arrived or failed, or for an abort. */
  async function arrive({ files, signal, onUpload }: TransportRequest): Promise<readonly Entry[]> {
    const all = files.map((file) => begin(file, 1));
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const watch = () => onUpload?.({ sent: all.reduce((sum, { sent }) => sum + sent, 0), total });
    watchers.add(watch);
    await Promise.race([
      Promise.all(all.map(({ done }) => done)),
      new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
    ]);
    watchers.delete(watch);
    return all;
  }

  return {
    begin: (file) => void begin(file, TRIES),
    drop(file) {
      entries.get(file)?.over.abort();
      entries.delete(file);
    },
    of: (file) => stateOf(file, entries.get(file)),
    before: (post) => async (request) => {
      const { files, json } = request;
      if (files.length === 0) return post(request);
      for (let isLast = false; ; isLast = true) {
        const all = await arrive(request);
        const failure = request.signal.aborted ? ({ kind: 'unreachable' } as const) : failureOf(all);
        // Whoever does not take files alone, or no more of them for now, takes them with the ticket.
        if (failure) return failure.kind === 'refused' || failure.kind === 'limited' ? post(request) : failure;
        const attempt = await post({ ...request, json: options.toJson(withIds(json, all)), files: [] });
        const expired = expiredIn(attempt).flatMap((index) => files[index] ?? []);
        if (isLast || expired.length === 0) return attempt;
        for (const file of expired) entries.delete(file);
      }
    },
  };
}

/** The files under way, those that have arrived, and those that could not. */
function createEntries({ send, onChange, onEnd }: UploadsOptions) {
  const entries = new Map<File, Entry>();
  const watchers = new Set([onChange]);
  const inLane = createLanes(LANES);
  const tell = () => watchers.forEach((watch) => watch());

  async function run(file: File, entry: Entry, tries: number): Promise<void> {
    const { signal } = entry.over;
    const onProgress = ({ sent, total }: Progress) => {
      // What stands around the file in the body counts for nothing.
      entry.sent = (file.size * sent) / total;
      tell();
    };
    const outcome = signal.aborted ? undefined : await send({ file, tries, signal, onProgress });
    if (outcome?.kind === 'accepted') entry.id = outcome.receipt.id;
    else entry.failure = outcome ?? { kind: 'unreachable' };
    if (!signal.aborted) onEnd(file, !!entry.id);
    tell();
  }

  function begin(file: File, tries: number): Entry {
    const known = entries.get(file);
    // A server's word on a file stands.
    if (known && (!known.failure || known.failure.kind === 'rejected')) return known;
    const entry: Entry = { over: new AbortController(), sent: 0, done: Promise.resolve() };
    entries.set(file, entry);
    entry.done = inLane(() => run(file, entry, tries));
    tell();
    return entry;
  }

  return { entries, watchers, begin };
}

function stateOf({ size: total }: File, entry: Entry | undefined): Upload | undefined {
  if (!entry) return undefined;
  const { sent, id, failure } = entry;
  const problem = failure?.kind === 'rejected' ? failure.issues[0]?.code : undefined;
  return { sent, total, hasArrived: !!id, isFailed: !!failure, problem };
}

/** What stands in the way of the ticket: a server's word on a file first, since only the customer can do something about it. */
function failureOf(all: readonly Entry[]): Attempt | undefined {
  const failures = all.flatMap(({ failure }) => failure ?? []);
  const issues = all.flatMap(({ failure }, index) =>
    failure?.kind === 'rejected'
      ? failure.issues.slice(0, 1).map((issue) => ({ ...issue, pointer: `#/attachments/${String(index)}` }))
      : [],
  );
  if (issues.length > 0) return { kind: 'rejected', issues };
  if (failures.some(({ kind }) => kind === 'oversized')) return { kind: 'interrupted' };
  return (
    failures.find(({ kind }) => kind === 'refused' || kind === 'limited') ??
    (failures.length > 0 ? { kind: 'unreachable' } : undefined)
  );
}

function withIds(json: string, all: readonly Entry[]): object {
  const ticket = JSON.parse(json) as { readonly attachments: readonly object[] };
  return { ...ticket, attachments: ticket.attachments.map((each, index) => ({ ...each, id: all[index]?.id })) };
}

/** The files that the server has deleted since they arrived. */
function expiredIn(attempt: Attempt): readonly number[] {
  if (attempt.kind !== 'rejected') return [];
  const expired = attempt.issues.filter(({ code }) => code === 'attachment-expired');
  return expired.map(({ pointer }) => Number(pointer.split('/').pop()));
}

/** Runs so many at once, the rest in turn. */
function createLanes(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
