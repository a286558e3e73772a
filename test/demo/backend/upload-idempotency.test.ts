import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from './support/server.ts';
import { errorsOf, png, post, problemName, type TestFile, ticket, uploadAll } from './support/tickets.ts';

const FILES: TestFile[] = [
  { name: 'receipt.png', type: 'image/png', content: png(3000) },
  { name: 'notes.txt', type: 'text/plain', content: 'At ten.' },
];

describe('one key, one content, whichever way the files come', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ UPLOAD_LIMIT: '0', MAIL_CAP: '0' });
  });
  after(() => server.close());

  const bodyOf = (email: string, changes: object = {}) =>
    ticket({ contact: { name: 'Maria', email: `${email}@example.com` }, ...changes });
  const ticketsOf = (email: string) =>
    server.sql("SELECT * FROM tickets WHERE content ->> '$.contact.email' = ?", `${email}@example.com`);
  const upload = () => uploadAll(server.url, FILES);

  it('answers the same to the ids again, to new ids of the same bytes, and to the bytes', async () => {
    const key = crypto.randomUUID();
    const attachments = await upload();
    const first = await post(server.url, bodyOf('ids-first', { attachments }), { key });
    assert.equal(first.status, 201);
    const again = [
      await post(server.url, bodyOf('ids-first', { attachments }), { key }),
      await post(server.url, bodyOf('ids-first', { attachments: await upload() }), { key }),
      await post(server.url, bodyOf('ids-first'), { key, files: FILES }),
    ];
    for (const { status, body } of again) assert.deepEqual([status, body], [201, first.body]);
    assert.equal(ticketsOf('ids-first').length, 1);
  });

  it('answers the same to ids after the bytes', async () => {
    const key = crypto.randomUUID();
    const first = await post(server.url, bodyOf('bytes-first'), { key, files: FILES });
    const second = await post(server.url, bodyOf('bytes-first', { attachments: await upload() }), { key });
    assert.deepEqual([second.status, second.body], [201, first.body]);
  });

  it('answers other files, another order, and ids that are no more, with the ticket that it has', async () => {
    const key = crypto.randomUUID();
    const attachments = await upload();
    const { body } = await post(server.url, bodyOf('other', { attachments }), { key });
    const other = await uploadAll(server.url, [{ ...FILES[0]!, content: png(3001) }, FILES[1]!]);
    const gone = attachments.map((file) => ({ ...file, id: 'gone' }));
    for (const files of [other, attachments.toReversed(), attachments.slice(0, 1), gone, []]) {
      const answer = await post(server.url, bodyOf('other', { attachments: files }), { key });
      assert.deepEqual([answer.status, problemName(answer), answer.body.id], [422, 'key-reused', body.id]);
    }
    assert.equal(ticketsOf('other').length, 1);
  });

  it('the same key and ids posted twenty times at once make one ticket and one mail', async () => {
    const key = crypto.randomUUID();
    const body = bodyOf('twenty', { attachments: await upload() });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(server.url, body, { key })));
    const created = answers.filter(({ status }) => status === 201);
    assert.equal(new Set(created.map(({ body: { id } }) => String(id))).size, 1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      assert.deepEqual([answer.status, problemName(answer)], [409, 'in-progress']);
    assert.equal(ticketsOf('twenty').length, 1);
    assert.equal(server.sql('SELECT key FROM reservations').length, 0);
    await server.outboxIsEmpty();
    assert.equal((await server.mailTo('twenty@example.com')).length, 1);
  });

  it('an equal ticket with the same ids, under ten keys at once, is created once', async () => {
    const body = bodyOf('ten-equal', { attachments: await upload() });
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(server.url, body)));
    const created = answers.filter(({ status }) => status === 201);
    assert.equal(created.length, 1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      assert.deepEqual([answer.status, problemName(answer), answer.body.id], [409, 'duplicate', created[0]!.body.id]);
  });

  it('of ten different tickets with the same ids, under ten keys at once, one gets the files', async () => {
    const attachments = await upload();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        post(server.url, bodyOf('ten-different', { attachments, description: String(index) })),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      assert.deepEqual(errorsOf(answer), ['#/attachments/0 attachment-expired', '#/attachments/1 attachment-expired']);
    assert.equal(ticketsOf('ten-different').length, 1);
    assert.equal(server.sql('SELECT key FROM reservations').length, 0);
  });

  it('knows an equal ticket by the content of its files, and leaves the uploads to a different problem', async () => {
    const first = await post(server.url, bodyOf('equal'), { files: FILES });
    const attachments = await upload();
    const twin = await post(server.url, bodyOf('equal', { attachments }));
    assert.deepEqual([twin.status, problemName(twin), twin.body.id], [409, 'duplicate', first.body.id]);
    const different = await post(server.url, bodyOf('equal', { attachments, relatedTo: first.body.id }));
    assert.equal(different.status, 201);
    assert.equal(ticketsOf('equal').length, 2);
  });

  it('keeps the files of one ticket that waits for the customer, and no others', async () => {
    await using other = await startTestServer({ VERIFY_EMAIL: '1' });
    const key = crypto.randomUUID();
    const attachments = await uploadAll(other.url, FILES);
    assert.equal((await post(other.url, ticket({ attachments }), { key })).status, 202);
    assert.equal((await post(other.url, ticket(), { files: FILES })).status, 202);
    assert.equal((await post(other.url, ticket({ attachments }), { key })).status, 202);
    assert.equal((await post(other.url, ticket({ attachments }))).status, 202);
    assert.equal(other.sql('SELECT id FROM tickets').length, 1);
    assert.equal((await readdir(join(other.dataDir, 'files'))).length, 2);
  });
});
