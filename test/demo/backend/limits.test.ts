import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf } from '../../../demo/backend/http/client-address.ts';
import { mailboxOf } from '../../../demo/backend/mail/mailbox.ts';
import { startTestServer } from './support/server.ts';
import { png, post, problemName, ticket } from './support/tickets.ts';

describe('the limit of tickets', () => {
  it('counts what was created, and leaves replays, refusals and known keys free', async () => {
    await using server = await startTestServer({ RATE_LIMIT: '2' });
    const key = crypto.randomUUID();
    const first = await post(server.url, ticket({ description: 'one' }), { key });
    for (let repeat = 0; repeat < 5; repeat += 1)
      assert.equal((await post(server.url, ticket({ description: 'one' }), { key })).status, 201);
    for (let refusal = 0; refusal < 5; refusal += 1)
      assert.equal((await post(server.url, ticket({ description: '' }))).status, 422);
    assert.equal((await post(server.url, ticket({ description: 'two' }))).status, 201);

    const limited = await post(server.url, ticket({ description: 'three' }), {
      files: [{ name: 'a.png', type: 'image/png', content: png(500_000) }],
    });
    assert.deepEqual([limited.status, problemName(limited)], [429, 'too-many-tickets']);
    const wait = Number(limited.headers.get('Retry-After'));
    assert.ok(wait > 590 && wait <= 600, String(wait));

    const again = await post(server.url, ticket({ description: 'one' }), { key });
    assert.deepEqual([again.status, again.body.id], [201, first.body.id]);
    const reused = await post(server.url, ticket({ description: 'one, changed' }), { key });
    assert.deepEqual([reused.status, problemName(reused)], [422, 'key-reused']);
    assert.equal(server.sql('SELECT key FROM reservations').length, 0);
  });

  it('holds for tickets that arrive at once', async () => {
    await using server = await startTestServer({ RATE_LIMIT: '3' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => post(server.url, ticket({ description: String(index) }))),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 201, 201, 429, 429, 429, 429, 429]);
  });

  it('is over when the window is', async () => {
    await using server = await startTestServer({ RATE_LIMIT: '1' });
    await post(server.url, ticket({ description: 'one' }));
    const at = new Date(Date.now() - 601_000).toISOString();
    server.sql('UPDATE creations SET at = ?', at);
    assert.equal((await post(server.url, ticket({ description: 'two' }))).status, 201);
    assert.equal(server.sql('SELECT at FROM creations WHERE at = ?', at).length, 0);
  });

  it('is for each address, an IPv6 network being one, as the nearest trusted proxy tells it', async () => {
    await using server = await startTestServer({ RATE_LIMIT: '1', TRUST_PROXY: '1' });
    const from = async (forwarded: string) =>
      (await post(server.url, ticket({ description: forwarded }), { headers: { 'X-Forwarded-For': forwarded } }))
        .status;
    assert.equal(await from('192.0.2.1'), 201);
    assert.equal(await from('203.0.113.7, 192.0.2.1'), 429);
    assert.equal(await from('192.0.2.1, 192.0.2.2'), 201);
    assert.equal(await from('2001:db8:1:2:3:4:5:6'), 201);
    assert.equal(await from('2001:db8:1:2::9'), 429);
    assert.equal(await from('2001:db8:1:3::9'), 201);
  });

  it('does not believe a proxy that nobody has set', async () => {
    await using server = await startTestServer({ RATE_LIMIT: '1' });
    const from = async (forwarded: string) =>
      (await post(server.url, ticket({ description: forwarded }), { headers: { 'X-Forwarded-For': forwarded } }))
        .status;
    assert.deepEqual([await from('192.0.2.1'), await from('192.0.2.2')], [201, 429]);
  });

  it('is also one for everybody together', async () => {
    await using server = await startTestServer({ RATE_LIMIT_TOTAL: '2', TRUST_PROXY: '1' });
    const from = async (forwarded: string) =>
      (await post(server.url, ticket({ description: forwarded }), { headers: { 'X-Forwarded-For': forwarded } }))
        .status;
    assert.deepEqual([await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.3')], [201, 201, 429]);
  });
});

describe('what is counted as one', () => {
  const networks: [string, string][] = [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
  ];
  for (const [address, network] of networks)
    it(`the address ${address} is ${network}`, () => assert.equal(networkOf(address), network));

  const mailboxes: [string, string][] = [
    ['Maria@Example.com', 'maria@example.com'],
    ['maria+shop@example.com', 'maria@example.com'],
    ['+maria@example.com', '+maria@example.com'],
    ['joão@exemplo.com', 'joão@exemplo.com'],
  ];
  for (const [address, mailbox] of mailboxes)
    it(`the mailbox of ${address} is ${mailbox}`, () => assert.equal(mailboxOf(address), mailbox));
});
