import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from './until.ts';

/** What a backend has on its disk for one customer. */
export interface TicketRecord {
  readonly number: string;
  readonly state: string;
  readonly key: string;
  /** The ticket as it was received. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it as they know it to be
  readonly content: any;
  readonly files: readonly { readonly name: string; readonly size: number; readonly isThere: boolean }[];
  /** Kinds of the mails queued for it, sent or not. */
  readonly mails: readonly string[];
}

/** All tickets, or those of an address, straight from the database file, oldest first. */
export function ticketsOf(dataDir: string, email?: string): TicketRecord[] {
  using database = open(dataDir, true);
  const rows = database
    .prepare(
      `SELECT * FROM tickets WHERE json_extract(content, '$.contact.email') = ifnull(?, json_extract(content, '$.contact.email')) ORDER BY id`,
    )
    .all(email ?? null);
  return rows.map(({ id, number, state, key, content }) => ({
    number: String(number),
    state: String(state),
    key: String(key),
    content: JSON.parse(String(content)),
    files: database
      .prepare('SELECT name, size, stored_as FROM ticket_files WHERE ticket_id = ? ORDER BY position')
      .all(id ?? 0)
      .map(({ name, size, stored_as: file }) => ({
        name: String(name),
        size: Number(size),
        isThere: existsSync(join(dataDir, 'files', String(file))),
      })),
    mails: database
      .prepare('SELECT kind FROM mails WHERE ticket_id = ? ORDER BY id')
      .all(id ?? 0)
      .map(({ kind }) => String(kind)),
  }));
}

/** How many mails have arrived at each address. Fails if some have not been sent. */
export async function arrivedMails(dataDir: string): Promise<ReadonlyMap<string, number>> {
  using database = open(dataDir, true);
  const pending = database.prepare(`SELECT count(*) AS count FROM mails WHERE state = 'pending'`);
  await until(() => pending.get()?.count === 0, 'the last mail to be sent', 20_000);
  const rows = database.prepare('SELECT recipients, count(*) AS count FROM inbox GROUP BY recipients').all();
  return new Map(rows.map(({ recipients, count }) => [String(recipients), Number(count)]));
}

/** Lets so many minutes pass for the limit of tickets: it counts in a window of time. */
export function letLimitPass(dataDir: string, minutes: number): void {
  using database = open(dataDir, false);
  const earlier = `-${minutes} minutes`;
  database.prepare(`UPDATE creations SET at = strftime('%Y-%m-%dT%H:%M:%fZ', at, ?)`).run(earlier);
}

function open(dataDir: string, readOnly: boolean): DatabaseSync {
  return new DatabaseSync(join(dataDir, 'tickets.sqlite'), { readOnly, timeout: 5000 });
}
