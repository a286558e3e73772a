import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { until } from '../../support/until.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { errorsOf, png, post, problemName, type TestFile, ticket, upload, uploadAll } from './support/tickets.ts';

const HOUR = 3_600_000;
const imageOf = (size: number): TestFile => ({ name: 'a.png', type: 'image/png', content: png(size) });
const IMAGE = imageOf(100);

describe('the limit of uploads', () => {
  it('counts what was kept, apart from tickets, and leaves refusals free', async () => {
    await using server = await startTestServer({ UPLOAD_LIMIT: '2', RATE_LIMIT: '1' });
    for (let refusal = 0; refusal < 5; refusal += 1)
      assert.equal((await upload(server.url, { ...IMAGE, content: '' })).status, 422);
    const attachments = await uploadAll(server.url, [IMAGE, IMAGE]);
    const limited = await upload(server.url, imageOf(500_000));
    assert.deepEqual([limited.status, problemName(limited)], [429, 'too-many-uploads']);
    const wait = Number(limited.headers.get('Retry-After'));
    assert.ok(wait > 590 && wait <= 600, String(wait));

    assert.equal((await post(server.url, ticket({ attachments }))).status, 201);
    assert.equal((await upload(server.url, IMAGE)).status, 429);
    assert.deepEqual(await readdir(join(server.dataDir, 'incoming')), []);
  });

  it('holds for uploads that arrive at once, and is over when the window is', async () => {
    await using server = await startTestServer({ UPLOAD_LIMIT: '3' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => upload(server.url, IMAGE)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 201, 201, 429, 429, 429, 429, 429]);
    assert.equal((await readdir(join(server.dataDir, 'files'))).length, 3);
    server.sql('UPDATE creations SET at = ?', new Date(Date.now() - 601_000).toISOString());
    assert.equal((await upload(server.url, IMAGE)).status, 201);
  });

  it('is for each address', async () => {
    await using server = await startTestServer({ UPLOAD_LIMIT: '1', TRUST_PROXY: '1' });
    const from = async (address: string) => (await upload(server.url, IMAGE, { 'X-Forwarded-For': address })).status;
    assert.deepEqual([await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')], [201, 429, 201]);
  });
});

describe('the space for uploads', () => {
  it('is what no ticket has taken yet', async () => {
    await using server = await startTestServer({ UPLOAD_SPACE: '1' });
    const attachments = await uploadAll(server.url, [imageOf(600_000)]);
    const full = await upload(server.url, imageOf(600_000));
    assert.deepEqual(
      [full.status, problemName(full), full.headers.get('Retry-After')],
      [429, 'too-many-uploads', '3600'],
    );
    assert.equal((await upload(server.url, imageOf(400_000))).status, 201);
    assert.equal((await post(server.url, ticket({ attachments }))).status, 201);
    assert.equal((await upload(server.url, imageOf(600_000))).status, 201);
  });

  it('holds for uploads that arrive at once, whatever they say of their length', async () => {
    await using server = await startTestServer({ UPLOAD_SPACE: '1' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => uploadInPieces(server, imageOf(400_000))));
    assert.deepEqual(answers.sort(), [201, 201, 429, 429, 429]);
    assert.equal((await readdir(join(server.dataDir, 'files'))).length, 2);
    assert.deepEqual(await readdir(join(server.dataDir, 'incoming')), []);
  });

  it('is for each address, and for everybody together', async () => {
    await using server = await startTestServer({ UPLOAD_SPACE: '1', UPLOAD_SPACE_TOTAL: '2', TRUST_PROXY: '1' });
    const from = async (address: string) =>
      (await upload(server.url, imageOf(900_000), { 'X-Forwarded-For': address })).status;
    assert.deepEqual([await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')], [201, 429, 201]);
    assert.equal(await from('192.0.2.3'), 429);
  });
});

describe('an upload that no ticket takes', () => {
  it('is there for a day, and gone with its file at the sweep after that', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    t.after(() => rm(folder, { recursive: true }));
    await using first = await startTestServer({ DATA_DIR: folder });
    const [young, old, used] = await uploadAll(first.url, [imageOf(100), imageOf(200), imageOf(300)]);
    const key = crypto.randomUUID();
    const created = await post(first.url, ticket({ attachments: [used!] }), { key });
    await age(first, young!.id!, 23);
    await age(first, old!.id!, 25);
    await first.close();

    await using second = await startTestServer({ DATA_DIR: folder });
    assert.deepEqual(
      second.sql('SELECT id FROM uploads').map(({ id }) => id),
      [young!.id],
    );
    assert.equal((await readdir(join(folder, 'files'))).length, 2);
    const late = await post(second.url, ticket({ attachments: [young!, old!], description: 'late' }));
    assert.deepEqual([late.status, errorsOf(late)], [422, ['#/attachments/1 attachment-expired']]);
    assert.equal((await post(second.url, ticket({ attachments: [young!], description: 'late' }))).status, 201);

    const replay = await post(second.url, ticket({ attachments: [used!] }), { key });
    assert.deepEqual([replay.status, replay.body], [201, created.body]);
  });

  it('goes while the server runs, too', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    await using server = await startTestServer();
    const [old] = await uploadAll(server.url, [IMAGE]);
    const file = await age(server, old!.id!, 25);
    t.mock.timers.tick(HOUR);
    await until(() => !existsSync(file), 'the sweep');
    assert.equal(server.sql('SELECT id FROM uploads').length, 0);
  });
});

/** Lets hours pass for an upload and its file, and tells where the file is. */
async function age({ sql, dataDir }: TestServer, id: string, hours: number): Promise<string> {
  const at = new Date(Date.now() - hours * HOUR);
  const [row] = sql('UPDATE uploads SET received_at = ? WHERE id = ? RETURNING stored_as', at.toISOString(), id);
  const file = join(dataDir, 'files', String(row!.stored_as));
  await utimes(file, at, at);
  return file;
}

/** Posts without a Content-Length. */
async function uploadInPieces({ url }: TestServer, { name, type, content }: TestFile): Promise<number> {
  const form = new FormData();
  form.append('file', new Blob([content], { type: type ?? '' }), name);
  const { body, headers } = new Response(form);
  const request = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
  const response = await fetch(`${url}/uploads`, request);
  await response.text();
  return response.status;
}
