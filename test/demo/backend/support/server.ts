import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { LogFields } from '../../../../demo/backend/log.ts';
import type { InboxMessage } from '../../../../demo/backend/mail/inbox.ts';
import { startServer } from '../../../../demo/backend/server.ts';
import { readSettings } from '../../../../demo/backend/settings.ts';
import { until } from '../../../support/until.ts';

type Row = Record<string, unknown>;

/** The whole backend inside the test's process, with a database, a folder and a mail server of its own. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  readonly log: readonly ({ event: string } & LogFields)[];
  /** Reads or changes the database from outside. */
  sql(query: string, ...values: SQLInputValue[]): Row[];
  inbox(): Promise<InboxMessage[]>;
  mailTo(address: string, count?: number): Promise<InboxMessage[]>;
  /** Waits until no mail is on its way, so that "no mail" means none. */
  outboxIsEmpty(): Promise<void>;
  close(): Promise<void>;
}

/** @param env as for main.ts; a given DATA_DIR is left behind */
export async function startTestServer(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const dataDir = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'help-ticket-')));
  const log: ({ event: string } & LogFields)[] = [];
  const settings = readSettings({ PORT: '0', RATE_LIMIT: '0', ...env, DATA_DIR: dataDir });
  const server = await startServer(settings, (_, event, fields) => log.push({ event, ...fields }));
  const database = new DatabaseSync(join(dataDir, 'tickets.sqlite'), { timeout: 5000 });
  const inbox = async () => (await (await fetch(`${server.url}/inbox/messages.json`)).json()) as InboxMessage[];
  const sql = (query: string, ...values: SQLInputValue[]) => database.prepare(query).all(...values) as Row[];
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    database.close();
    await server.close();
    if (env.DATA_DIR === undefined) await rm(dataDir, { recursive: true });
  };
  return {
    url: server.url,
    dataDir,
    log,
    sql,
    inbox,
    mailTo: (address, count = 1) =>
      until(async () => {
        const mails = (await inbox()).filter(({ to }) => to === address);
        return mails.length >= count && mails;
      }, `${count} mails to ${address}`),
    outboxIsEmpty: async () => {
      await until(() => sql("SELECT id FROM mails WHERE state = 'pending'").length === 0, 'an empty outbox');
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
