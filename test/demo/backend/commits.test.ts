import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Commits } from '../../../demo/backend/database/commits.ts';
import { type Database, type DatabaseTransaction, openDatabase } from '../../../demo/backend/database/database.ts';

describe('changes that come together', () => {
  let folder: string;
  let database: Database;
  let others: DatabaseSync;
  let commits: Commits;
  let transactions = 0;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    const file = join(folder, 'tickets.sqlite');
    database = await openDatabase(file);
    others = new DatabaseSync(file, { readOnly: true });
    const counted = { transaction: () => ((transactions += 1), database.transaction()) };
    commits = new Commits(counted as Database);
  });
  after(async () => {
    others.close();
    await database.destroy();
    await rm(folder, { recursive: true });
  });

  const mute = (mailbox: string) => (transaction: DatabaseTransaction) =>
    transaction.insertInto('muted_mailboxes').values({ mailbox, at: '' }).returning('mailbox').executeTakeFirst();
  const stored = (like: string) =>
    others
      .prepare('SELECT mailbox FROM muted_mailboxes WHERE mailbox LIKE ? ORDER BY mailbox')
      .all(like)
      .map(({ mailbox }) => mailbox);
  const kinds = (results: PromiseSettledResult<unknown>[]) => results.map(({ status }) => status);

  it('go to the disk together, and are there for everyone when they are done', async () => {
    const from = transactions;
    const names = Array.from({ length: 50 }, (_, index) => `together ${String(index).padStart(2, '0')}`);
    const seen = await Promise.all(
      names.map(async (name) => {
        assert.equal((await commits.run(mute(name)))?.mailbox, name);
        return stored(name);
      }),
    );
    assert.deepEqual(seen.flat(), names);
    assert.ok(transactions - from < 5, `${transactions - from} transactions`);
  });

  it('take nothing with them when they fail', async () => {
    const results = await Promise.allSettled([
      commits.run(mute('apart 1')),
      commits.run(async (transaction) => {
        await mute('apart 2')(transaction);
        throw new Error('changed its mind');
      }),
      commits.run(async (transaction) => {
        await mute('apart 3')(transaction);
        await mute('apart 1')(transaction);
      }),
      commits.run(mute('apart 4')),
    ]);
    assert.deepEqual(kinds(results), ['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    assert.match(String((results[1] as PromiseRejectedResult).reason), /changed its mind/);
    assert.deepEqual(stored('apart%'), ['apart 1', 'apart 4']);
  });

  it('all fail when the commit does; those that come later do not', async () => {
    const results = await Promise.allSettled([
      commits.run(mute('lost 1')),
      commits.run(async (transaction) => {
        await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
        const row = { ticket_id: 1, position: 0, stored_as: '', name: '', type: '', size: 0, sha256: '' };
        await transaction.insertInto('ticket_files').values(row).execute();
      }),
    ]);
    assert.deepEqual(kinds(results), ['rejected', 'rejected']);
    assert.deepEqual(stored('lost%'), []);
    await commits.run(mute('later'));
    assert.deepEqual(stored('later'), ['later']);
  });
});
