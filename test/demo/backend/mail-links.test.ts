import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { startTestServer, type TestServer } from './support/server.ts';
import { png, post, problemName, ticket } from './support/tickets.ts';

const linkIn = (text: string, page: string) => new RegExp(`http\\S+/${page}/\\S+`).exec(text)![0];

async function open(link: string, method = 'GET') {
  const response = await fetch(link, { method });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const stateOf = (server: TestServer) => server.sql('SELECT state FROM tickets ORDER BY id').map(({ state }) => state);

describe('"This wasn’t me"', () => {
  it('changes nothing when it is opened, and closes the ticket and mutes the address when the button is pressed', async () => {
    await using server = await startTestServer({ SUPPORT_EMAIL: 'team@example.com' });
    const { body } = await post(server.url, ticket({ locale: 'pt-BR' }));
    const [mail] = await server.mailTo('maria@example.com');
    const link = linkIn(mail!.text, 'not-me');
    assert.equal(link.includes(body.id), false);

    const page = await open(link);
    assert.equal(page.status, 200);
    assert.match(
      page.html,
      /<html lang="pt-BR" dir="ltr">[^]*<form method="post"><button>Não fui eu: encerrar o ticket<\/button>/,
    );
    assert.deepEqual(stateOf(server), ['open']);

    for (let press = 0; press < 2; press += 1) assert.match((await open(link, 'POST')).html, /O ticket foi encerrado/);
    assert.deepEqual(stateOf(server), ['closed']);
    const [, toTeam] = (await server.mailTo('team@example.com', 2)).reverse();
    assert.equal(toTeam!.subject, `[${body.id}] Otro tema`);
    assert.match(toTeam!.text, /^Closed:/);

    const next = await post(
      server.url,
      ticket({ description: 'another', contact: { name: 'x', email: 'Maria+1@Example.com' } }),
    );
    assert.equal(next.status, 201);
    await server.outboxIsEmpty();
    assert.deepEqual(
      server.sql("SELECT state FROM mails WHERE kind = 'confirmation' ORDER BY id").map(({ state }) => state),
      ['sent', 'skipped'],
    );
  });

  it('keeps its token to itself, runs nothing and cannot be framed', async () => {
    await using server = await startTestServer();
    await post(server.url, ticket());
    const [mail] = await server.mailTo('maria@example.com');
    const { headers } = await open(linkIn(mail!.text, 'not-me'));
    assert.match(
      headers.get('Content-Security-Policy')!,
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; .*frame-ancestors 'none'$/,
    );
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.equal(JSON.stringify(server.log).includes('not-me'), false);
  });

  it('does not open by a ticket’s number, nor by a guess', async () => {
    await using server = await startTestServer();
    const { body } = await post(server.url, ticket());
    for (const token of [body.id as string, '1', 'x'.repeat(32), '%00', '..%2f']) {
      for (const method of ['GET', 'POST'])
        assert.equal((await open(`${server.url}/not-me/${token}`, method)).status, 404, token);
    }
    assert.deepEqual(stateOf(server), ['open']);
  });
});

describe('VERIFY_EMAIL', () => {
  it('answers 202, and creates the ticket when the customer presses the button behind the link', async () => {
    await using server = await startTestServer({ VERIFY_EMAIL: '1', SUPPORT_EMAIL: 'team@example.com' });
    const key = crypto.randomUUID();
    const files = [{ name: 'a.png', type: 'image/png', content: png() }];
    const pending = await post(server.url, ticket({ locale: 'es-419' }), { key, files });
    assert.deepEqual([pending.status, pending.body], [202, { status: 'verification-pending' }]);
    assert.deepEqual((await post(server.url, ticket({ locale: 'es-419' }), { key, files })).status, 202);

    const [mail] = await server.mailTo('maria@example.com');
    assert.equal(mail!.subject, 'Confirma tu ticket de soporte');
    assert.equal(mail!.text.includes('Where is my money'), false);
    const link = linkIn(mail!.text, 'verify');
    assert.ok(mail!.html.includes(link));
    assert.match((await open(link)).html, /<button>Crear el ticket<\/button>/);
    assert.deepEqual(stateOf(server), ['unverified']);

    const created = await open(link, 'POST');
    const number = /HT-\w+/.exec(created.html)![0];
    assert.ok((await open(link, 'POST')).html.includes(number));
    assert.ok((await open(link)).html.includes(number));
    assert.deepEqual(stateOf(server), ['open']);
    await server.outboxIsEmpty();
    const [confirmation] = await server.mailTo('maria@example.com', 2);
    assert.equal(confirmation!.subject, `[${number}] Recibimos tu ticket de soporte`);
    assert.equal((await server.mailTo('team@example.com')).length, 1);

    const replay = await post(server.url, ticket({ locale: 'es-419' }), { key, files });
    assert.deepEqual([replay.status, replay.body.id], [201, number]);
  });

  it('sends one mail for equal tickets, and keeps the files of one', async () => {
    await using server = await startTestServer({ VERIFY_EMAIL: '1' });
    const files = [{ name: 'a.png', type: 'image/png', content: png() }];
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(server.url, ticket(), { files })));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [202, 202, 202, 202, 202],
    );
    await server.outboxIsEmpty();
    assert.equal((await server.inbox()).length, 1);
    assert.equal((await readdir(join(server.dataDir, 'files'))).length, 1);
  });

  it('has no number to give for changed content', async () => {
    await using server = await startTestServer({ VERIFY_EMAIL: '1' });
    const key = crypto.randomUUID();
    await post(server.url, ticket(), { key });
    const changed = await post(server.url, ticket({ description: 'changed' }), { key });
    assert.deepEqual([changed.status, problemName(changed), 'id' in changed.body], [422, 'key-reused', false]);
  });

  it('creates nothing after "This wasn’t me", nor after seven days', async () => {
    await using server = await startTestServer({ VERIFY_EMAIL: '1' });
    await post(server.url, ticket());
    const [mail] = await server.mailTo('maria@example.com');
    await open(linkIn(mail!.text, 'not-me'), 'POST');
    assert.equal((await open(linkIn(mail!.text, 'verify'), 'POST')).status, 404);

    await post(server.url, ticket({ contact: { name: 'x', email: 'late@example.com' } }));
    const [late] = await server.mailTo('late@example.com');
    server.sql(
      'UPDATE tickets SET received_at = ? WHERE id = 2',
      new Date(Date.now() - 7.1 * 86_400_000).toISOString(),
    );
    assert.equal((await open(linkIn(late!.text, 'verify'), 'POST')).status, 404);
    assert.deepEqual(stateOf(server), ['closed', 'unverified']);
  });
});
