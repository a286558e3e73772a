import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from './support/server.ts';
import { errorsOf, formOf, png, post, problemName, type TestFile, ticket, uploadAll } from './support/tickets.ts';

const IMAGE: TestFile = { name: 'receipt.png', type: 'image/png', content: png(3000) };
const NOTES: TestFile = { name: 'notes.txt', type: 'text/plain', content: 'Depósito às 10h\r\n' };

describe('a ticket that names uploads', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ UPLOAD_LIMIT: '0', DUPLICATE_WINDOW: '0', SUPPORT_EMAIL: 'team@example.com' });
  });
  after(() => server.close());

  const send = (attachments: readonly object[], key?: string) =>
    post(server.url, ticket({ attachments }), key === undefined ? {} : { key });
  const waiting = () => server.sql('SELECT id FROM uploads').map(({ id }) => id);
  const created = () => server.sql('SELECT id FROM tickets').length;

  afterEach(async () => {
    assert.equal(server.sql('SELECT key FROM reservations').length, 0);
    const rows = server.sql('SELECT stored_as FROM uploads UNION ALL SELECT stored_as FROM ticket_files');
    assert.deepEqual(
      (await readdir(join(server.dataDir, 'files'))).sort(),
      rows.map(({ stored_as: name }) => name).sort(),
    );
  });

  it('takes them over in its order, and they are the files that the team gets', async () => {
    const [notes, image] = await uploadAll(server.url, [NOTES, IMAGE]);
    const { status, body } = await send([image!, notes!]);
    assert.equal(status, 201);
    const rows = server.sql(
      'SELECT f.* FROM ticket_files f JOIN tickets t ON t.id = f.ticket_id WHERE number = ? ORDER BY position',
      body.id,
    );
    assert.deepEqual(
      rows.map(({ name, type, size }) => [name, type, size]),
      [
        ['receipt.png', 'image/png', 3000],
        ['notes.txt', 'text/plain', 19],
      ],
    );
    const bytes = await readFile(join(server.dataDir, 'files', String(rows[0]!.stored_as)));
    assert.deepEqual(new Uint8Array(bytes), IMAGE.content);
    assert.deepEqual(waiting(), []);
    const [mail] = await server.mailTo('team@example.com');
    const names = mail!.attachments.map(({ name }) => name);
    assert.deepEqual(names, ['receipt.png', 'notes.txt']);
  });

  it('may come in parts as well', async () => {
    const [image] = await uploadAll(server.url, [IMAGE]);
    const body = new FormData();
    body.append('ticket', JSON.stringify(ticket({ attachments: [image] })));
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    assert.equal((await fetch(`${server.url}/tickets`, { method: 'POST', body, headers })).status, 201);
  });

  it('is not created where an upload is unknown, and can be sent again under its key with another', async () => {
    const [image, notes] = await uploadAll(server.url, [IMAGE, NOTES]);
    const key = crypto.randomUUID();
    const before = created();
    for (const id of ['', 'unknown', 'x'.repeat(255), "' OR 1=1 --"]) {
      const answer = await send([image!, { ...notes, id }], key);
      assert.deepEqual([answer.status, problemName(answer)], [422, 'rejected']);
      assert.deepEqual(errorsOf(answer), ['#/attachments/1 attachment-expired']);
    }
    assert.equal(created(), before);
    assert.ok(waiting().includes(image!.id));
    const [again] = await uploadAll(server.url, [NOTES]);
    assert.equal((await send([image!, again!], key)).status, 201);
  });

  it('is not created where another ticket has an upload, nor where it names one twice', async () => {
    const [used, free] = await uploadAll(server.url, [IMAGE, NOTES]);
    assert.equal((await send([used!])).status, 201);
    const before = created();
    assert.deepEqual(errorsOf(await send([free!, used!])), ['#/attachments/1 attachment-expired']);
    assert.deepEqual(errorsOf(await send([free!, free!])), ['#/attachments/1 attachment-expired']);
    assert.equal(created(), before);
    assert.equal((await send([free!])).status, 201);
  });

  it('has to tell the name and size that was uploaded', async () => {
    const [image] = await uploadAll(server.url, [IMAGE]);
    for (const changes of [{ name: 'receipt.jpg' }, { size: 2999 }])
      assert.deepEqual(errorsOf(await send([{ ...image, ...changes }])), ['#/attachments/0 attachment-mismatch']);
    assert.equal((await send([{ ...image, name: '../rece\u0007ipt.png' }])).status, 201);
  });

  const names = ['cafe\u0301 "1".png', '100%22.png', '%22.png', `${'long'.repeat(100)}.png`];
  for (const name of names) {
    it(`knows ${JSON.stringify(name.slice(0, 20))} again`, async () => {
      const listed = await uploadAll(server.url, [{ ...IMAGE, name }]);
      assert.equal((await send(listed)).status, 201);
    });
  }

  it('cannot give a file an ending with which it would not have been taken', async () => {
    const [image] = await uploadAll(server.url, [{ ...IMAGE, name: 'html' }]);
    const { status, body } = await send([{ ...image, name: '%22.html' }]);
    assert.equal(status, 201);
    const [file] = server.sql(
      'SELECT name FROM ticket_files f JOIN tickets t ON t.id = f.ticket_id WHERE number = ?',
      body.id,
    );
    assert.equal(file!.name, 'html');
  });

  it('names all of its files or none', async () => {
    const [image] = await uploadAll(server.url, [IMAGE]);
    const { id: _id, ...bare } = image!;
    const mixed = await send([image!, { ...bare, name: 'other.png' }]);
    assert.deepEqual([mixed.status, errorsOf(mixed)], [422, ['#/attachments attachments-mixed']]);
    assert.deepEqual(errorsOf(await send([bare])), ['#/attachments/0 attachment-missing']);

    const both = await post(server.url, ticket(), { files: [{ ...IMAGE, listed: { id: image!.id } }] });
    assert.deepEqual([both.status, problemName(both)], [400, 'malformed']);
    const parts = formOf(ticket(), [IMAGE, { ...IMAGE, listed: { id: image!.id } }]);
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    const response = await fetch(`${server.url}/tickets`, { method: 'POST', body: parts, headers });
    assert.equal(response.status, 422);
    assert.ok(waiting().includes(image!.id));
  });

  it('is still held to the form', async () => {
    const listed = await uploadAll(
      server.url,
      Array.from({ length: 6 }, () => IMAGE),
    );
    assert.deepEqual(errorsOf(await send(listed)), ['#/attachments/5 too-many-attachments']);
    assert.equal((await send(listed.slice(0, 5))).status, 201);
  });
});
