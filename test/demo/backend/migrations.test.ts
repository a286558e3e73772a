import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { MIGRATIONS } from '../../../demo/backend/database/schema.ts';
import { startTestServer } from './support/server.ts';
import { png, post, ticket, uploadAll } from './support/tickets.ts';

describe('a database of the first version', () => {
  it('keeps its tickets, its files and what it counts, and takes uploads from then on', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    t.after(() => rm(folder, { recursive: true }));
    const old = new DatabaseSync(join(folder, 'tickets.sqlite'));
    old.exec(MIGRATIONS[0]!);
    old.exec(`
      PRAGMA user_version = 1;
      INSERT INTO tickets VALUES (1, 'HT-000000', 'open', 'a-known-key', 'hash', 'token', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', NULL, '{}');
      INSERT INTO ticket_files VALUES (1, 1, 0, 'stored', 'a.png', 'image/png', 64, 'sha');
      INSERT INTO creations VALUES (1, '127.0.0.1', '${new Date().toISOString()}');
    `);
    old.close();

    await using server = await startTestServer({ DATA_DIR: folder, RATE_LIMIT: '2' });
    assert.deepEqual(
      server
        .sql('SELECT number, stored_as, upload_id FROM tickets t JOIN ticket_files ON ticket_id = t.id')
        .map(Object.values),
      [['HT-000000', 'stored', null]],
    );
    const attachments = await uploadAll(server.url, [{ name: 'a.png', type: 'image/png', content: png() }]);
    assert.equal((await post(server.url, ticket({ attachments }))).status, 201);
    assert.equal((await post(server.url, ticket({ description: 'one too many' }))).status, 429);
  });
});
