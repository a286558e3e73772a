import { PassThrough } from 'node:stream';
import { parseFormDefinition } from 'help-ticket-widget/ticket.js';
import type { Backend } from '../../demo/backend/backend.ts';
import type { Commits } from '../../demo/backend/database/commits.ts';
import { openDatabase } from '../../demo/backend/database/database.ts';
import { readSettings } from '../../demo/backend/settings.ts';
import { ticketRoutes } from '../../demo/backend/tickets/routes.ts';
import { contentOf } from '../../demo/backend/tickets/tickets.ts';
import { FORM } from './form.ts';
import type { Live } from './part.ts';
import { createSurroundings, within } from './surroundings.ts';

/** What goes back over the network. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type BackendInput = { readonly now: number; readonly request: number } & (
  | { readonly do: 'arrive'; readonly key: string; readonly json: string }
  /** Its body has come; or the connection broke before that. */
  | { readonly do: 'finish' | 'break' }
);

export interface BackendView {
  readonly tickets: readonly {
    readonly number: string;
    /** Under which it was made; and under which it is found, as long as it is. */
    readonly origin: string;
    readonly key: string | undefined;
    readonly description: string;
    /** Milliseconds since the epoch. */
    readonly receivedAt: number;
  }[];
  readonly mails: number;
  readonly reservations: readonly { readonly key: string; readonly request: number; readonly until: number }[];
  /** Requests whose body is awaited. */
  readonly open: readonly OpenRequest[];
}

interface OpenRequest {
  readonly request: number;
  readonly key: string;
  readonly json: string;
  readonly at: number;
  /** There was a ticket under its key when it came. */
  readonly isKnown: boolean;
}

interface Running extends OpenRequest {
  readonly body: PassThrough;
  response?: Response;
}

export interface BackendOptions {
  /** Hours in which it takes no equal ticket under another key; 0: it knows its keys, and nothing else. */
  readonly duplicateWindow: number;
  /** For how long it remembers a key, in milliseconds. Default: as long as it has the ticket. */
  readonly keyLife?: number | undefined;
}

/** The reference backend, from its route to its tables. Returns what starts it anew and empty. */
export async function createBackend(options: BackendOptions): Promise<() => Promise<LiveBackend>> {
  const { duplicateWindow, keyLife } = options;
  const database = await openDatabase(':memory:');
  const rooms = {
    database,
    // Nothing else comes meanwhile that could go to the disk together with it.
    commits: { run: (change: Parameters<Commits['run']>[0]) => database.transaction().execute(change) },
    settings: readSettings({ RATE_LIMIT: '0', TOTAL_RATE_LIMIT: '0', DUPLICATE_WINDOW: String(duplicateWindow) }),
    form: { definition: parseFormDefinition(FORM).form },
    files: { keep: () => Promise.resolve(), discard: () => Promise.resolve() },
    mail: { wake() {} },
    mailPolicy: { cap: 0, domain: 'support.example' },
    log() {},
    boot: 'boot',
    lifecycle: { isClosing: false },
  };
  return async () => {
    for (const table of ['mails', 'tickets', 'reservations', 'creations'] as const)
      await database.deleteFrom(table).execute();
    return new LiveBackend(rooms as unknown as Backend, keyLife);
  };
}

class LiveBackend implements Live<BackendInput, Answer | undefined, BackendView> {
  readonly #backend: Backend;
  readonly #routes: ReturnType<typeof ticketRoutes>;
  readonly #keyLife: number | undefined;
  readonly #surroundings = createSurroundings();
  readonly #running = new Map<number, Running>();
  readonly #holders = new Map<string, number>();
  #numbers: readonly string[] = [];
  #view: BackendView = { tickets: [], mails: 0, reservations: [], open: [] };

  constructor(backend: Backend, keyLife: number | undefined) {
    this.#backend = backend;
    this.#routes = ticketRoutes(backend);
    this.#keyLife = keyLife;
  }

  snapshot(): BackendView {
    return this.#view;
  }

  async apply(input: BackendInput): Promise<Answer | undefined> {
    this.#surroundings.now = input.now;
    if (this.#keyLife !== undefined) await this.#forget(input.now - this.#keyLife, input.request);
    const running = input.do === 'arrive' ? this.#receive(input) : this.#running.get(input.request)!;
    await within(this.#surroundings, () => this.#go(running, input.do));
    await this.#look(input.request);
    const isAwaited = running.isKnown || this.#view.reservations.some(({ request }) => request === input.request);
    // It has its answer without its body, which is read to be thrown away.
    if (input.do === 'arrive' && !isAwaited) await within(this.#surroundings, () => running.body.end());
    if (!running.response) return undefined;
    this.#running.delete(input.request);
    await this.#look(input.request);
    return this.#read(running.response);
  }

  #receive({ request, key, json, now }: BackendInput & { do: 'arrive' }): Running {
    const isKnown = this.#view.tickets.some((ticket) => ticket.key === key);
    const running = { request, key, json, at: now, isKnown, body: new PassThrough() };
    this.#running.set(request, running);
    return running;
  }

  #go(running: Running, what: BackendInput['do']): void {
    const { body, key, json } = running;
    if (what === 'finish') body.end(json);
    else if (what === 'break') body.destroy();
    else {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `"${key}"` };
      const incoming = Object.assign(body, { headers, socket: { remoteAddress: '192.0.2.1' } });
      const answer = Promise.resolve(this.#routes.request('/', { method: 'POST' }, { incoming }));
      void answer.then((response) => (running.response = response));
    }
  }

  /** @param latest the request that may have made a reservation */
  async #look(latest: number): Promise<void> {
    const { database } = this.#backend;
    const rows = await database.selectFrom('tickets').selectAll().orderBy('id').execute();
    const reservations = await database.selectFrom('reservations').selectAll().orderBy('key').execute();
    const mails = await database.selectFrom('mails').select('id').execute();
    for (const { holder } of reservations) if (!this.#holders.has(holder)) this.#holders.set(holder, latest);
    this.#numbers = rows.map(({ number }) => number!);
    this.#view = {
      tickets: rows.map((row, index) => ({
        number: numberAt(index),
        origin: row.key.replace(FORGOTTEN, ''),
        key: row.key.endsWith(FORGOTTEN) ? undefined : row.key,
        description: contentOf(row).description,
        receivedAt: Date.parse(row.received_at),
      })),
      mails: mails.length,
      reservations: reservations.map(({ key, holder, lease_until }) => ({
        key,
        request: this.#holders.get(holder)!,
        until: Date.parse(lease_until),
      })),
      open: [...this.#running.values()].map(({ body, response, ...open }) => open),
    };
  }

  async #read(response: Response): Promise<Answer> {
    const body = await response.text();
    const text = this.#numbers.reduce((all, number, index) => all.replaceAll(number, numberAt(index)), body);
    return { status: response.status, text, headers: Object.fromEntries(response.headers) };
  }

  /** The ticket stays, and nobody finds it by its key any more. */
  async #forget(before: number, request: number): Promise<void> {
    const { database } = this.#backend;
    await database
      .updateTable('tickets')
      .set(({ fn, val }) => ({ key: fn<string>('concat', ['key', val(FORGOTTEN)]) }))
      .where('received_at', '<', new Date(before).toISOString())
      .where('key', 'not like', `%${FORGOTTEN}`)
      .execute();
    await this.#look(request);
  }
}

/** Stands after a key that the backend does not know any more. */
const FORGOTTEN = ' (forgotten)';

/** Numbers are random; here they count, so that the same way leads to the same place. */
const numberAt = (index: number) => `HT-${index + 1}`;
