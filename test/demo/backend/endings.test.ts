import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { startBackend } from '../../support/backend.ts';
import { until } from '../../support/until.ts';
import { startTestServer } from './support/server.ts';
import { png, post, problemName, ticket } from './support/tickets.ts';

let dataDir: string;
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'help-ticket-'));
});
after(() => rm(dataDir, { recursive: true }));

describe('a crash', () => {
  it('right after a 201 loses nothing: the ticket, its files and exactly one mail are there afterwards', async () => {
    const env = { DATA_DIR: dataDir };
    const first = await startBackend({ env });
    const key = crypto.randomUUID();
    const image = png(300_000);
    const sent = { key, files: [{ name: 'receipt.png', type: 'image/png', content: image }] };
    const answer = await post(first.url, ticket(), sent);
    await first.kill();
    assert.equal(answer.status, 201);

    const second = await startBackend({ env });
    try {
      const replay = await post(second.url, ticket(), sent);
      assert.deepEqual([replay.status, replay.body], [201, answer.body]);
      const [mail] = await second.mailTo('maria@example.com');
      assert.ok(mail!.subject.startsWith(`[${answer.body.id}]`));

      const database = new DatabaseSync(join(dataDir, 'tickets.sqlite'));
      await until(
        () => database.prepare("SELECT id FROM mails WHERE state = 'pending'").all().length === 0,
        'an empty outbox',
      );
      const files = database.prepare('SELECT stored_as FROM ticket_files').all();
      assert.equal(database.prepare('SELECT id FROM tickets').all().length, 1);
      database.close();
      assert.equal(files.length, 1);
      assert.deepEqual(new Uint8Array(await readFile(join(dataDir, 'files', String(files[0]!.stored_as)))), image);
      assert.equal((await second.inbox()).length, 1);
    } finally {
      await second.stop();
    }
  });

  it('between the mail and the note of it sends the mail twice, and one arrives', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    const first = await startTestServer({ DATA_DIR: folder });
    await post(first.url, ticket());
    await first.mailTo('maria@example.com');
    await first.outboxIsEmpty();
    first.sql("UPDATE mails SET state = 'pending'");
    await first.close();
    const second = await startTestServer({ DATA_DIR: folder });
    await second.outboxIsEmpty();
    assert.deepEqual(
      second.sql('SELECT attempts FROM mails').map(({ attempts }) => attempts),
      [2],
    );
    assert.equal((await second.inbox()).length, 1);
    await second.close();
    await rm(folder, { recursive: true });
  });

  it('in the middle of an upload leaves a key that is free at the next boot, and files that go when they are old', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    const first = await startTestServer({ DATA_DIR: folder });
    const { body } = await post(first.url, ticket(), { files: [{ name: 'a.png', type: 'image/png', content: png() }] });
    const key = crypto.randomUUID();
    const inAMinute = new Date(Date.now() + 60_000).toISOString();
    first.sql("INSERT INTO reservations VALUES (?, 'an earlier boot', 'a request', ?)", key, inAMinute);
    const blocked = await post(first.url, ticket({ description: 'blocked' }), { key });
    assert.equal(problemName(blocked), 'in-progress');
    await first.close();

    const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
    for (const name of ['incoming/old', 'incoming/new', 'files/old', 'files/new'])
      await writeFile(join(folder, name), 'x');
    for (const name of ['incoming/old', 'files/old']) await utimes(join(folder, name), hoursAgo, hoursAgo);

    const second = await startTestServer({ DATA_DIR: folder });
    assert.equal((await post(second.url, ticket({ description: 'blocked' }), { key })).status, 201);
    const left = ['incoming/old', 'incoming/new', 'files/old', 'files/new'].filter((name) =>
      existsSync(join(folder, name)),
    );
    assert.deepEqual(left, ['incoming/new', 'files/new']);
    const [file] = second.sql(
      'SELECT stored_as FROM ticket_files JOIN tickets ON tickets.id = ticket_id WHERE number = ?',
      body.id,
    );
    assert.ok(existsSync(join(folder, 'files', String(file!.stored_as))));
    await second.close();
    await rm(folder, { recursive: true });
  });
});

describe('a shutdown', () => {
  it('finishes what is under way, and tells everyone else to come back', async () => {
    const server = await startTestServer();
    const known = crypto.randomUUID();
    await post(server.url, ticket({ description: 'known' }), { key: known });

    const json = JSON.stringify(ticket({ description: 'under way' }));
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      'Content-Length': json.length,
    };
    const slow = request(`${server.url}/tickets`, { method: 'POST', headers });
    const status = new Promise((resolve) => slow.on('response', (response) => resolve(response.resume().statusCode)));
    slow.write(json.slice(0, 20));
    await until(() => server.sql('SELECT key FROM reservations').length === 1, 'the reservation');

    const { url } = server;
    const closed = server.close();
    const refused = await post(url, ticket({ description: 'too late' }));
    assert.deepEqual(
      [refused.status, problemName(refused), refused.headers.get('Retry-After')],
      [503, 'shutting-down', '5'],
    );
    assert.equal((await post(url, ticket({ description: 'known' }), { key: known })).status, 201);
    assert.equal((await fetch(`${url}/healthz`)).status, 503);

    slow.end(json.slice(20));
    assert.equal(await status, 201);
    await closed;
    await assert.rejects(fetch(`${url}/healthz`));
  });

  it('ends the process at once when nothing is under way', async () => {
    const backend = await startBackend();
    await fetch(`${backend.url}/healthz`);
    const startedAt = Date.now();
    await backend.stop();
    assert.ok(Date.now() - startedAt < 3000);
    assert.equal(existsSync(backend.dataDir), false);
  });
});
