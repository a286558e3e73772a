import assert from 'node:assert/strict';
import { createHash, randomInt } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type BackendProcess, startBackend } from '../../support/backend.ts';
import { ticketsOf } from '../../support/ticket-records.ts';
import { startTestServer } from './support/server.ts';
import { type Answer, png, post, problemName, type TestFile, ticket, upload, uploadAll } from './support/tickets.ts';

const FILES: TestFile[] = [
  { name: 'receipt.png', type: 'image/png', content: png(300_000) },
  { name: 'notes.txt', type: 'text/plain', content: 'At ten.' },
];
const CONTACT = { name: 'Everybody', email: 'load@example.com' };
const KILLS = 4;
const CUSTOMERS = 6;

describe('a crash', () => {
  let env: { readonly DATA_DIR: string };
  before(async () => {
    env = { DATA_DIR: await mkdtemp(join(tmpdir(), 'help-ticket-')) };
  });
  after(() => rm(env.DATA_DIR, { recursive: true }));

  it('right after the 201 of an upload, and right after that of its ticket, loses nothing', async () => {
    const key = crypto.randomUUID();
    let backend = await startBackend({ env });
    const attachments = await uploadAll(backend.url, FILES);
    await backend.kill();

    backend = await startBackend({ env });
    const created = await post(backend.url, ticket({ attachments }), { key });
    await backend.kill();
    assert.equal(created.status, 201);

    backend = await startBackend({ env });
    try {
      const replay = await post(backend.url, ticket({ attachments }), { key });
      assert.deepEqual([replay.status, replay.body], [201, created.body]);
      assert.equal((await backend.mailTo('maria@example.com')).length, 1);
      const [record, ...more] = ticketsOf(env.DATA_DIR, 'maria@example.com');
      assert.equal(more.length, 0);
      assert.deepEqual(record!.files, [
        { name: 'receipt.png', size: 300_000, isThere: true },
        { name: 'notes.txt', size: 7, isThere: true },
      ]);
    } finally {
      await backend.stop();
    }
  });

  it('at any moment under load loses no upload and no ticket, doubles none, and leaves no file for ever', async () => {
    let up = startBackend({ env });
    let isOver = false;
    const told: string[] = [];

    /** Tries as the widget does: what has no answer is asked again, of the backend that is up by then. */
    async function insist(attempt: (url: string) => Promise<Answer>): Promise<Answer> {
      for (;;) {
        const { url } = await up;
        const answer = await attempt(url).catch(() => undefined);
        if (answer?.status === 201) return answer;
        if (answer && problemName(answer) !== 'in-progress') throw new Error(JSON.stringify(answer.body));
      }
    }

    async function sendTickets(customer: number): Promise<void> {
      for (let count = 0; !isOver; count += 1) {
        const attachments: object[] = [];
        for (const file of FILES) {
          const { body } = await insist((url) => upload(url, file));
          attachments.push({ name: file.name, type: file.type, size: file.content.length, id: body.id });
        }
        const body = ticket({ attachments, contact: CONTACT, description: `${customer}: ${count}` });
        const key = crypto.randomUUID();
        told.push((await insist((url) => post(url, body, { key }))).body.id);
      }
    }

    async function restart(backend: BackendProcess): Promise<BackendProcess> {
      await backend.kill();
      return startBackend({ env });
    }

    async function killAgainAndAgain(): Promise<void> {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const backend = await up;
        await setTimeout(randomInt(400));
        up = restart(backend);
      }
      isOver = true;
    }

    try {
      await Promise.all([killAgainAndAgain(), ...Array.from({ length: CUSTOMERS }, (_, index) => sendTickets(index))]);
    } finally {
      await (await up).stop();
    }
    const numbers = ticketsOf(env.DATA_DIR, CONTACT.email).map(({ number }) => number);
    assert.deepEqual(numbers.sort(), told.sort());
    await assertWhole(env.DATA_DIR);
  });
});

/** Every row has its file and every ticket its rows; an hour later, every file has its row. */
async function assertWhole(dataDir: string): Promise<void> {
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const folder of ['incoming', 'files'])
    for (const name of await readdir(join(dataDir, folder)))
      await utimes(join(dataDir, folder, name), hoursAgo, hoursAgo);
  await using server = await startTestServer({ DATA_DIR: dataDir });
  await server.outboxIsEmpty();
  const rows = server.sql('SELECT stored_as, sha256 FROM ticket_files UNION ALL SELECT stored_as, sha256 FROM uploads');
  for (const { stored_as: name, sha256 } of rows) {
    const bytes = await readFile(join(dataDir, 'files', String(name)));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
  }
  assert.deepEqual((await readdir(join(dataDir, 'files'))).sort(), rows.map(({ stored_as: name }) => name).sort());
  assert.deepEqual(await readdir(join(dataDir, 'incoming')), []);
  const wrong = server.sql(
    `SELECT number FROM tickets t
     WHERE (SELECT count(*) FROM ticket_files WHERE ticket_id = t.id) <> 2
        OR (SELECT count(*) FROM mails WHERE ticket_id = t.id) <> 1`,
  );
  assert.deepEqual(wrong, []);
  assert.equal(server.sql('SELECT key FROM reservations').length, 0);
}
