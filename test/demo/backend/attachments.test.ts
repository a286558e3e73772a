import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { until } from '../../support/until.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { errorsOf, formOf, png, post, problemName, type TestFile, ticket } from './support/tickets.ts';

describe('attachments', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ DUPLICATE_WINDOW: '0', MAIL_CAP: '1' });
  });
  after(() => server.close());

  const send = (...files: TestFile[]) => post(server.url, ticket(), { files });
  const kept = (number: string) =>
    server.sql(
      'SELECT f.* FROM ticket_files f JOIN tickets t ON t.id = f.ticket_id WHERE t.number = ? ORDER BY position',
      number,
    );
  const stored = async (folder: string) => (await readdir(join(server.dataDir, folder))).length;

  afterEach(async () => {
    await until(async () => (await stored('incoming')) === 0, 'nothing left in incoming');
    assert.equal(server.sql('SELECT key FROM reservations').length, 0);
    assert.equal(await stored('files'), server.sql('SELECT id FROM ticket_files').length);
  });

  it('are kept in order, byte for byte, under random names, with their hashes', async () => {
    const image = png(100_000);
    const answer = await send(
      { name: 'receipt.png', type: 'image/png', content: image },
      { name: 'notes.txt', type: 'text/plain', content: 'Depósito às 10h\r\n' },
      { name: 'statement.pdf', type: 'application/pdf', content: '%PDF-1.7\n\x01\x02' },
    );
    assert.equal(answer.status, 201);
    const rows = kept(answer.body.id);
    assert.deepEqual(
      rows.map(({ name, type }) => [name, type]),
      [
        ['receipt.png', 'image/png'],
        ['notes.txt', 'text/plain'],
        ['statement.pdf', 'application/pdf'],
      ],
    );
    const bytes = await readFile(join(server.dataDir, 'files', String(rows[0]!.stored_as)));
    assert.deepEqual(new Uint8Array(bytes), image);
    assert.equal(rows[0]!.sha256, createHash('sha256').update(image).digest('hex'));
    assert.equal(rows[0]!.size, 100_000);
    assert.match(String(rows[0]!.stored_as), /^[0-9a-f-]{36}$/);
  });

  it('that are HTML and call themselves PNG are refused with 415', async () => {
    const answer = await send(
      { name: 'ok.png', type: 'image/png', content: png() },
      { name: 'x.png', type: 'image/png', content: '<!doctype html><script>alert(1)</script>' },
    );
    assert.equal(answer.status, 415);
    assert.deepEqual(errorsOf(answer), ['#/attachments/1 attachment-type']);
  });

  it('of kinds that the form does not list are refused with 415 before they are sent', async () => {
    const answer = await send({ name: 'run.exe', type: 'application/x-msdownload', content: 'MZ' });
    assert.equal(answer.status, 415);
    assert.deepEqual(errorsOf(answer), ['#/attachments/0 attachment-type']);
  });

  it('of 11 MB against a limit of 10 are refused with 413, in an answer that the client gets to read', async () => {
    const answer = await send(
      { name: 'a.png', type: 'image/png', content: png() },
      { name: 'large.png', type: 'image/png', content: png(11 * 1_048_576) },
    );
    assert.equal(answer.status, 413);
    assert.deepEqual(errorsOf(answer), ['#/attachments/1 attachment-too-large']);
  });

  it('are counted while they flow: a ticket that lies about the size helps nothing', async () => {
    const large = await send({
      name: 'large.png',
      type: 'image/png',
      content: png(11 * 1_048_576),
      listed: { size: 100 },
    });
    assert.deepEqual([large.status, errorsOf(large)], [413, ['#/attachments/0 attachment-too-large']]);
    const other = await send({ name: 'a.png', type: 'image/png', content: png(), listed: { size: 63 } });
    assert.deepEqual([other.status, errorsOf(other)], [422, ['#/attachments/0 attachment-mismatch']]);
  });

  it('without a byte are refused with 422, listed as such or not', async () => {
    for (const listed of [{}, { size: 10 }]) {
      const answer = await send({ name: 'empty.png', type: 'image/png', content: '', listed });
      assert.deepEqual([answer.status, errorsOf(answer)], [422, ['#/attachments/0 attachment-empty']]);
    }
  });

  it('beyond the number that the form allows are refused with 422', async () => {
    const answer = await send(
      ...Array.from({ length: 6 }, (_, index) => ({ name: `${index}.png`, type: 'image/png', content: png() })),
    );
    assert.deepEqual([answer.status, errorsOf(answer)], [422, ['#/attachments/5 too-many-attachments']]);
  });

  it('that are listed and do not come, or come and are not listed, are said so', async () => {
    const body = ticket({ attachments: [{ name: 'a.png', type: 'image/png', size: 64 }] });
    const missing = await post(server.url, body);
    assert.deepEqual([missing.status, errorsOf(missing)], [422, ['#/attachments/0 attachment-missing']]);

    const form = formOf(ticket(), [{ name: 'a.png', type: 'image/png', content: png() }]);
    form.append('attachments', new Blob([png()], { type: 'image/png' }), 'b.png');
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    const extra = await fetch(`${server.url}/tickets`, { method: 'POST', body: form, headers });
    assert.equal(extra.status, 400);
  });

  it('under another name than listed are refused with 422', async () => {
    const answer = await send({ name: 'a.png', type: 'image/png', content: png(), listed: { name: 'b.png' } });
    assert.deepEqual([answer.status, errorsOf(answer)], [422, ['#/attachments/0 attachment-mismatch']]);
  });

  const names: [string, string][] = [
    ['..\\..\\etc\\passwd.png', 'passwd.png'],
    ['/root/.ssh/.hidden.png', 'hidden.png'],
    ['invoice\u202Egnp.exe.png', 'invoicegnp.exe.png'],
    ['zero\u200Bwidth\uFEFF.png', 'zerowidth.png'],
    ['cafe\u0301 "1".png', 'caf\u00E9 1.png'],
    ['a\r\nContent-Type: text/html\r\n\r\nb.png', 'htmlb.png'],
    ['100%22.png', '100%22.png'],
  ];
  for (const [name, clean] of names) {
    it(`named ${JSON.stringify(name)} are named ${JSON.stringify(clean)}`, async () => {
      const answer = await send({ name, type: 'image/png', content: png() });
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      assert.equal(kept(answer.body.id)[0]!.name, clean);
    });
  }

  it('are the same file where only what is cleaned away differs', async () => {
    const answer = await send({
      name: 'bell.png',
      type: 'image/png',
      content: png(),
      listed: { name: '../bell\u0000\u0007.png' },
    });
    assert.equal(answer.status, 201);
    assert.equal(kept(answer.body.id)[0]!.name, 'bell.png');
  });

  it('that hide a wrong ending behind invisible characters are judged by what is left', async () => {
    const answer = await send({ name: 'page.html\u200B', type: 'text/html', content: '<!doctype html>' });
    assert.equal(answer.status, 415);
    const disguised = await send({ name: 'a.txt\u202E.html', type: 'text/plain', content: '<p>' });
    assert.equal(disguised.status, 415);
  });

  it('of an upload that is broken off leave nothing', async () => {
    const key = crypto.randomUUID();
    const request = httpRequest(`${server.url}/tickets`, {
      method: 'POST',
      headers: {
        'Content-Type': 'multipart/form-data; boundary=b',
        'Idempotency-Key': key,
        'Content-Length': '5000000',
      },
    });
    request.on('error', () => {});
    const listed = ticket({ attachments: [{ name: 'a.png', type: 'image/png', size: 4_000_000 }] });
    request.write(
      `--b\r\nContent-Disposition: form-data; name="ticket"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(listed)}\r\n`,
    );
    request.write(
      '--b\r\nContent-Disposition: form-data; name="attachments"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n',
    );
    request.write(png(500_000));
    await until(async () => (await stored('incoming')) === 1, 'the file that comes in');
    request.destroy();
    await until(() => server.log.some(({ code }) => code === 'aborted'), 'the aborted request');
  });

  it('of a refused request are read to their end, so that the client can read why', async () => {
    const headers = { Origin: 'https://evil.example' };
    const answer = await post(server.url, ticket(), {
      headers,
      files: [{ name: 'a.png', type: 'image/png', content: png(9_000_000) }],
    });
    assert.deepEqual([answer.status, problemName(answer)], [403, 'origin-refused']);
  });

  it('of a request that is far beyond all limits are cut off', async () => {
    const request = httpRequest(`${server.url}/tickets`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        'Content-Length': '1000000000',
      },
    });
    let sent = 0;
    const ended = new Promise<void>((resolve) => {
      request
        .on('error', () => resolve())
        .on('close', () => resolve())
        .on('response', (response) => void response.resume());
    });
    const chunk = Buffer.alloc(4 * 1_048_576, 'x');
    const write = () => {
      sent += chunk.length;
      if (!request.destroyed && sent < 1_000_000_000) request.write(chunk, write);
    };
    write();
    await ended;
    assert.ok(sent < 400_000_000, `${sent} bytes were taken`);
  });
});
