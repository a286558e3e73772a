import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from './support/server.ts';
import { errorsOf, post, problemName, ticket } from './support/tickets.ts';

describe('POST /tickets', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  const send = (body: string, headers: HeadersInit) =>
    fetch(`${server.url}/tickets`, { method: 'POST', body, headers });

  it('answers 201 with a number, the time, when an answer is due, and a Location', async () => {
    const { status, headers, body } = await post(server.url, ticket({ description: 'first' }));
    assert.equal(status, 201);
    assert.match(body.id, /^HT-[0-9A-HJKMNP-TV-Z]{6,}$/);
    assert.equal(headers.get('Location'), `/tickets/${body.id}`);
    assert.deepEqual(Object.keys(body), ['id', 'createdAt', 'replyBy']);
    assert.equal(Date.parse(body.replyBy) - Date.parse(body.createdAt), 24 * 3_600_000);
    assert.ok(body.createdAt.endsWith('Z'));
  });

  it('takes a key without quotation marks', async () => {
    const answer = await post(server.url, ticket({ description: 'bare' }), {
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
    assert.equal(answer.status, 201);
  });

  it('takes numbers as JSON numbers too, and ignores members that it does not know', async () => {
    const fields = { amount: 120.5, date: '2026-03-01', unknown: 'x' };
    const body = ticket({ topic: ['deposits', 'pix-deposit'], fields, future: { a: 1 } });
    const { status, body: created } = await post(server.url, body);
    assert.equal(status, 201);
    const [row] = server.sql('SELECT content FROM tickets WHERE number = ?', created.id);
    const kept = JSON.parse(String(row!.content)) as Record<string, unknown>;
    assert.deepEqual(kept.fields, { amount: '120.5', date: '2026-03-01' });
    assert.equal('future' in kept, false);
  });

  it('answers 400 without a key, or with one that is none', async () => {
    for (const key of [undefined, '', '""', 'short', '"two words"', `"${'x'.repeat(200)}"`]) {
      const headers = { 'Content-Type': 'application/json', ...(key === undefined ? {} : { 'Idempotency-Key': key }) };
      const response = await send(JSON.stringify(ticket()), headers);
      assert.equal(response.status, 400, String(key));
      assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
      assert.equal(((await response.json()) as { type: string }).type, '/problems/key-missing');
    }
  });

  const unreadable: [string, string, string][] = [
    ['JSON that is cut off', '{"country":', 'application/json'],
    ['JSON that is no object', '[]', 'application/json'],
    ['another content type', 'country=BR', 'application/x-www-form-urlencoded'],
    ['multipart without a boundary', 'x', 'multipart/form-data'],
    [
      'multipart that is cut off',
      '--b\r\nContent-Disposition: form-data; name="ticket"\r\n\r\n{',
      'multipart/form-data; boundary=b',
    ],
    [
      'multipart without a ticket',
      '--b\r\nContent-Disposition: form-data; name="other"\r\n\r\n1\r\n--b--',
      'multipart/form-data; boundary=b',
    ],
    ['multipart without a part', '--b--', 'multipart/form-data; boundary=b'],
  ];
  for (const [what, body, type] of unreadable) {
    it(`answers 400 to ${what}, and gives the key free`, async () => {
      const key = crypto.randomUUID();
      const response = await send(body, { 'Content-Type': type, 'Idempotency-Key': key });
      assert.equal(response.status, 400);
      assert.equal(((await response.json()) as { type: string }).type, '/problems/malformed');
      assert.equal((await post(server.url, ticket({ description: what }), { key })).status, 201);
    });
  }

  it('answers 422 with a pointer and a code for each answer, and gives the key free', async () => {
    const key = crypto.randomUUID();
    const contact = { name: ' ', email: 'nobody' };
    const answer = await post(server.url, ticket({ country: 'ZZ', contact, topic: ['deposits'], description: '' }), {
      key,
    });
    assert.equal(answer.status, 422);
    assert.equal(problemName(answer), 'rejected');
    assert.deepEqual(errorsOf(answer).sort(), [
      '#/contact/email email-format',
      '#/contact/name required',
      '#/country not-an-option',
      '#/description required',
      '#/topic/1 required',
    ]);
    assert.ok(answer.body.errors.every(({ detail }: { detail: string }) => detail.endsWith('.')));
    assert.equal((await post(server.url, ticket({ description: 'mended' }), { key })).status, 201);
  });

  it('checks the fields of the topic, and a topic against the country', async () => {
    const pix = { topic: ['deposits', 'pix-deposit'], fields: { amount: '1,5', date: '2026-02-30' } };
    assert.deepEqual(errorsOf(await post(server.url, ticket(pix))), [
      '#/fields/amount number-format',
      '#/fields/date date-format',
    ]);
    assert.deepEqual(errorsOf(await post(server.url, ticket({ ...pix, country: 'MX' }))), ['#/topic/1 not-an-option']);
  });

  it('answers 413 to a ticket that is too large by itself', async () => {
    const answer = await post(server.url, ticket({ description: 'x'.repeat(1_100_000) }));
    assert.equal(answer.status, 413);
    assert.equal(problemName(answer), 'ticket-too-large');
  });

  it('answers other methods with 405, and knows no ticket by its number', async () => {
    const response = await fetch(`${server.url}/tickets`);
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('Allow'), 'OPTIONS, POST');
    const { body } = await post(server.url, ticket({ description: 'hidden' }));
    assert.equal((await fetch(`${server.url}/tickets/${body.id}`)).status, 404);
  });

  it('logs neither text nor address nor key', () => {
    const log = JSON.stringify(server.log);
    for (const secret of ['maria', 'example.com', 'Where is my money'])
      assert.equal(log.includes(secret), false, secret);
    for (const { key } of server.sql('SELECT key FROM tickets')) assert.equal(log.includes(String(key)), false);
    assert.ok(
      server.log.some(
        ({ event, status, number }) => event === 'ticket-request' && status === 201 && number?.startsWith('HT-'),
      ),
    );
  });
});
