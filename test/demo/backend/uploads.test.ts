import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { until } from '../../support/until.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { errorsOf, png, post, problemName, type TestFile, ticket, upload } from './support/tickets.ts';

const IMAGE: TestFile = { name: 'receipt.png', type: 'image/png', content: png(100_000) };

describe('POST /uploads', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ UPLOAD_LIMIT: '0' });
  });
  after(() => server.close());

  const stored = async (folder: string) => (await readdir(join(server.dataDir, folder))).length;

  afterEach(async () => {
    await until(async () => (await stored('incoming')) === 0, 'nothing left in incoming');
    assert.equal(await stored('files'), server.sql('SELECT id FROM uploads').length);
  });

  it('answers 201 with an id that nobody guesses, a new one for the same bytes', async () => {
    const answers = [await upload(server.url, IMAGE), await upload(server.url, IMAGE)];
    for (const { status, headers, body } of answers) {
      assert.equal(status, 201);
      assert.deepEqual(Object.keys(body), ['id']);
      assert.match(body.id, /^[\w-]{22,}$/);
      assert.equal(headers.get('Cache-Control'), 'no-store');
    }
    assert.notEqual(answers[0]!.body.id, answers[1]!.body.id);
  });

  it('keeps the file byte for byte under a random name, with its hash and its real type', async () => {
    const { body } = await upload(server.url, { ...IMAGE, type: 'text/html' });
    const [row] = server.sql('SELECT * FROM uploads WHERE id = ?', body.id);
    assert.match(String(row!.stored_as), /^[0-9a-f-]{36}$/);
    const bytes = await readFile(join(server.dataDir, 'files', String(row!.stored_as)));
    assert.deepEqual(new Uint8Array(bytes), IMAGE.content);
    assert.deepEqual(
      [row!.name, row!.type, row!.size, row!.sha256],
      ['receipt.png', 'image/png', 100_000, createHash('sha256').update(IMAGE.content).digest('hex')],
    );
  });

  const names: [string, string][] = [
    ['..\\..\\etc\\passwd.png', 'passwd.png'],
    ['invoice\u202Egnp.exe.png', 'invoicegnp.exe.png'],
    ['cafe\u0301 "1".png', 'caf\u00E9 1.png'],
  ];
  for (const [name, clean] of names) {
    it(`names ${JSON.stringify(name)} ${JSON.stringify(clean)}`, async () => {
      const { body } = await upload(server.url, { ...IMAGE, name });
      assert.equal(server.sql('SELECT name FROM uploads WHERE id = ?', body.id)[0]!.name, clean);
    });
  }

  const refused: [string, TestFile, number, string][] = [
    ['HTML that calls itself PNG', { ...IMAGE, content: '<!doctype html>' }, 415, 'attachment-type'],
    ['a PNG that calls itself HTML', { ...IMAGE, name: 'a.html' }, 415, 'attachment-type'],
    ['a wrong ending behind an escaped quotation mark', { ...IMAGE, name: 'a.html%22' }, 415, 'attachment-type'],
    ['a file of 11 MB', { ...IMAGE, content: png(11 * 1_048_576) }, 413, 'attachment-too-large'],
    ['a file that is a byte too large', { ...IMAGE, content: png(10_485_761) }, 413, 'attachment-too-large'],
    ['an empty file', { ...IMAGE, content: '' }, 422, 'attachment-empty'],
  ];
  for (const [what, file, status, code] of refused) {
    it(`refuses ${what} with ${status}, in an answer that the client gets to read`, async () => {
      const answer = await upload(server.url, file);
      assert.deepEqual([answer.status, errorsOf(answer)], [status, [`#/file ${code}`]]);
      assert.ok(answer.body.errors[0].detail.endsWith('.'));
    });
  }

  it('takes a file of exactly the most that is allowed', async () => {
    assert.equal((await upload(server.url, { ...IMAGE, content: png(10_485_760) })).status, 201);
  });

  const part = (disposition: string, content = '%PDF-1.7') =>
    `--b\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n`;
  const file = part('name="file"; filename="a.pdf"');
  const unreadable: [string, string, string?][] = [
    ['JSON', '{}', 'application/json'],
    ['a form that is not multipart', 'file=a.pdf', 'application/x-www-form-urlencoded'],
    ['multipart without a boundary', file, 'multipart/form-data'],
    ['no part', '--b--'],
    ['two files', `${file}${file}--b--`],
    ['a file and a text', `${file}--b\r\nContent-Disposition: form-data; name="more"\r\n\r\n1\r\n--b--`],
    ['a file under another name', `${part('name="attachments"; filename="a.pdf"')}--b--`],
    ['a file without a filename', `${part('name="file"; filename=""')}--b--`],
    ['a text, however long', `${part('name="file"', 'x'.repeat(100_000))}--b--`],
    ['multipart that is cut off in the file', file.slice(0, -4)],
    ['multipart that is cut off after the file', file],
  ];
  for (const [what, body, type = 'multipart/form-data; boundary=b'] of unreadable) {
    it(`answers 400 to ${what}`, async () => {
      const response = await fetch(`${server.url}/uploads`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': type },
      });
      const { type: problem } = (await response.json()) as { type: string };
      assert.deepEqual([response.status, problem], [400, '/problems/malformed']);
    });
  }

  it('leaves nothing of an upload that is broken off', async () => {
    const request = httpRequest(`${server.url}/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '5000000' },
    });
    request.on('error', () => {});
    request.write(part('name="file"; filename="a.pdf"', '%PDF-'.padEnd(500_000)));
    await until(async () => (await stored('incoming')) === 1, 'the file that comes in');
    request.destroy();
    await until(() => server.log.some(({ code }) => code === 'aborted'), 'the aborted request');
  });

  it('answers other methods with 405, and shows no file by its id', async () => {
    const response = await fetch(`${server.url}/uploads`);
    assert.deepEqual([response.status, response.headers.get('Allow')], [405, 'OPTIONS, POST']);
    const { body } = await upload(server.url, IMAGE);
    assert.equal((await fetch(`${server.url}/uploads/${body.id}`)).status, 404);
  });

  it('takes nothing more once the server is shutting down, and says when to come back', async () => {
    await using other = await startTestServer();
    const slow = httpRequest(`${other.url}/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    });
    const status = new Promise((resolve) => slow.on('response', (response) => resolve(response.resume().statusCode)));
    const body = `${part('name="file"; filename="a.pdf"', '%PDF-'.padEnd(5000))}--b--`;
    slow.write(body.slice(0, 4000));
    await until(async () => (await readdir(join(other.dataDir, 'incoming'))).length === 1, 'the file that comes in');
    const closed = other.close();
    const late = await upload(other.url, IMAGE);
    assert.deepEqual([late.status, problemName(late), late.headers.get('Retry-After')], [503, 'shutting-down', '5']);
    slow.end(body.slice(4000));
    assert.equal(await status, 201);
    await closed;
  });

  it('logs neither ids nor names', async () => {
    const { body } = await upload(server.url, { ...IMAGE, name: 'passport-of-maria.png' });
    const attachments = [{ name: 'passport-of-maria.png', type: 'image/png', size: 100_000, id: body.id }];
    assert.equal((await post(server.url, ticket({ attachments, country: 'ZZ' }))).status, 422);
    const log = JSON.stringify(server.log);
    for (const secret of [body.id as string, 'passport', 'png']) assert.equal(log.includes(secret), false, secret);
    assert.ok(server.log.some(({ event, status }) => event === 'upload-request' && status === 201));
  });
});
