import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '../../support/until.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { type Answer, png, post, problemName, ticket } from './support/tickets.ts';

describe('one key, one content', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ MAIL_CAP: '0' });
  });
  after(() => server.close());

  const contact = (email: string) => ({ contact: { name: 'Maria', email } });
  const ticketsOf = (email: string) =>
    server.sql("SELECT * FROM tickets WHERE content ->> '$.contact.email' = ?", email);

  it('the same key posted twenty times at once makes one ticket and one mail', async () => {
    const key = crypto.randomUUID();
    const body = ticket(contact('twenty@example.com'));
    const files = [{ name: 'receipt.png', type: 'image/png', content: png(200_000) }];
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(server.url, body, { key, files })));
    const created = answers.filter(({ status }) => status === 201);
    assert.ok(created.length > 0);
    assert.equal(new Set(created.map(({ body: { id } }) => String(id))).size, 1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      assert.equal(answer.status, 409);
      assert.equal(problemName(answer), 'in-progress');
      assert.equal(answer.headers.get('Retry-After'), '1');
    }
    assert.equal(ticketsOf('twenty@example.com').length, 1);
    assert.equal(server.sql('SELECT * FROM reservations').length, 0);
    await server.outboxIsEmpty();
    assert.equal((await server.mailTo('twenty@example.com')).length, 1);
    assert.equal((await readdir(join(server.dataDir, 'incoming'))).length, 0);
  });

  it('repeats the first answer, whatever differs besides the content', async () => {
    const key = crypto.randomUUID();
    const first = await post(server.url, ticket({ ...contact('again@example.com'), description: 'Café' }), { key });
    const decomposed = ticket({
      ...contact('again@example.com'),
      description: ' Cafe\u0301',
      locale: 'pt-BR',
      page: { url: 'https://x.example/' },
    });
    const second = await post(server.url, decomposed, { key, headers: { 'Idempotency-Key': key } });
    assert.equal(first.status, 201);
    assert.deepEqual(
      [second.status, second.body, second.headers.get('Location')],
      [201, first.body, first.headers.get('Location')],
    );
    assert.equal(ticketsOf('again@example.com').length, 1);
  });

  it('compares files by content, not by name', async () => {
    const key = crypto.randomUUID();
    const body = ticket(contact('files@example.com'));
    const first = await post(server.url, body, { key, files: [{ name: 'a.png', type: 'image/png', content: png() }] });
    const renamed = await post(server.url, body, {
      key,
      files: [{ name: 'b.png', type: 'image/png', content: png() }],
    });
    const other = await post(server.url, body, {
      key,
      files: [{ name: 'a.png', type: 'image/png', content: png(65) }],
    });
    assert.deepEqual([first.status, renamed.status, other.status], [201, 201, 422]);
    assert.equal(renamed.body.id, first.body.id);
    assert.equal(problemName(other), 'key-reused');
    await until(async () => (await readdir(join(server.dataDir, 'incoming'))).length === 0, 'no file left behind');
  });

  it('answers other content under a known key with the ticket that it has, even where that content is no ticket', async () => {
    const key = crypto.randomUUID();
    const body = ticket(contact('changed@example.com'));
    const { body: created } = await post(server.url, body, { key });
    const tooLarge = { name: 'a.png', type: 'image/png', content: png(11_000_000) };
    const answers: Answer[] = [
      await post(server.url, { ...body, description: 'A word changed' }, { key }),
      await post(server.url, { ...body, description: '' }, { key }),
      await post(server.url, body, { key, files: [tooLarge] }),
      await post(server.url, {}, { key }),
    ];
    for (const answer of answers) {
      assert.equal(answer.status, 422);
      assert.equal(problemName(answer), 'key-reused');
      assert.deepEqual([answer.body.id, answer.body.createdAt], [created.id, created.createdAt]);
    }
    assert.equal(ticketsOf('changed@example.com').length, 1);
  });

  it('ten equal tickets under ten keys at once are one', async () => {
    const body = ticket(contact('ten@example.com'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(server.url, body)));
    const created = answers.filter(({ status }) => status === 201);
    assert.equal(created.length, 1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      assert.deepEqual([answer.status, problemName(answer), answer.body.id], [409, 'duplicate', created[0]!.body.id]);
      assert.equal(answer.body.createdAt, created[0]!.body.createdAt);
    }
    await server.outboxIsEmpty();
    assert.equal((await server.mailTo('ten@example.com')).length, 1);
  });

  it('takes an equal ticket that is a different problem, and one after the window', async () => {
    const body = ticket(contact('related@example.com'));
    const { body: first } = await post(server.url, body);
    assert.equal((await post(server.url, { ...body, relatedTo: first.id })).status, 201);
    server.sql(
      "UPDATE tickets SET received_at = '2020-01-01T00:00:00.000Z' WHERE content ->> '$.contact.email' = 'related@example.com'",
    );
    assert.equal((await post(server.url, body)).status, 201);
    assert.equal(ticketsOf('related@example.com').length, 3);
  });

  it('leaves no file of a duplicate behind', async () => {
    const body = ticket(contact('twin-files@example.com'));
    const files = [{ name: 'a.png', type: 'image/png', content: png(100) }];
    assert.equal((await post(server.url, body, { files })).status, 201);
    const before = await readdir(join(server.dataDir, 'files'));
    assert.equal((await post(server.url, body, { files })).status, 409);
    assert.deepEqual(await readdir(join(server.dataDir, 'files')), before);
  });

  it('says "in progress" while the first request is still sending, and gives the key free when that one is aborted', async () => {
    const key = crypto.randomUUID();
    const body = ticket(contact('slow@example.com'));
    const slow = httpRequest(`${server.url}/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'Content-Length': '5000' },
    });
    slow.on('error', () => {});
    slow.write('{');
    await until(() => server.sql('SELECT key FROM reservations WHERE key = ?', key)[0], 'the reservation');
    const meanwhile = await post(server.url, body, { key });
    assert.deepEqual([meanwhile.status, problemName(meanwhile)], [409, 'in-progress']);
    slow.destroy();
    await until(() => server.sql('SELECT key FROM reservations WHERE key = ?', key).length === 0, 'no reservation');
    assert.equal((await post(server.url, body, { key })).status, 201);
  });

  it('takes over from a request that has been silent for longer than its lease, which then creates nothing', async () => {
    const key = crypto.randomUUID();
    const body = ticket(contact('stalled@example.com'));
    const json = JSON.stringify(body);
    const stalled = httpRequest(`${server.url}/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'Content-Length': String(json.length) },
    });
    const status = new Promise((resolve) => stalled.on('response', ({ statusCode }) => resolve(statusCode)));
    stalled.write(json.slice(0, 10));
    await until(() => server.sql('SELECT key FROM reservations WHERE key = ?', key)[0], 'the reservation');
    server.sql("UPDATE reservations SET lease_until = '2020-01-01T00:00:00.000Z' WHERE key = ?", key);
    const retry = await post(server.url, body, { key });
    assert.equal(retry.status, 201);
    stalled.end(json.slice(10));
    assert.equal(await status, 409);
    assert.equal(ticketsOf('stalled@example.com').length, 1);
  });
});
