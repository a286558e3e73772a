import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startSmtp } from './support/smtp.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { post, ticket } from './support/tickets.ts';

const root = join(import.meta.dirname, '../../..');

/** `fetch` normalises paths and sets Host itself. */
function get(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('pages and files', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  it('says that it is well', async () => {
    const response = await fetch(`${server.url}/healthz`);
    assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
  });

  it('serves the form to any site, with an ETag', async () => {
    const response = await fetch(`${server.url}/form.json`, { headers: { Origin: 'https://shop.example' } });
    const tag = response.headers.get('ETag')!;
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    assert.match(response.headers.get('Content-Type')!, /^application\/json/);
    assert.ok(Array.isArray(((await response.json()) as { topics: unknown }).topics));
    const again = await fetch(`${server.url}/form.json`, { headers: { 'If-None-Match': tag } });
    assert.deepEqual([again.status, await again.text()], [304, '']);
  });

  it('says in the form where files go ahead of their ticket: beside it, by whatever way it was reached', async () => {
    const address = `${server.url}/form.json`;
    const { uploadUrl } = (await (await fetch(address)).json()) as { uploadUrl: string };
    assert.equal(uploadUrl, 'uploads');
    assert.equal((await fetch(new URL(uploadUrl, address), { method: 'OPTIONS' })).status, 204);
  });

  it('leaves it to the form to send them elsewhere', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    t.after(() => rm(folder, { recursive: true }));
    const form = { topics: [{ id: 'a', label: 'A' }], uploadUrl: 'https://files.example/new' };
    await writeFile(join(folder, 'form.json'), JSON.stringify(form));
    await using other = await startTestServer({ FORM_FILE: join(folder, 'form.json') });
    assert.deepEqual(await (await fetch(`${other.url}/form.json`)).json(), form);
  });

  it('serves the built widget to any site, and lets hashed files be kept for good', async () => {
    const files = readdirSync(join(root, 'dist/cdn')).filter((name) => name.endsWith('.js'));
    assert.ok(files.includes('help-ticket-widget.js'), 'there is a build');
    for (const name of files) {
      const { status, headers } = await fetch(`${server.url}/cdn/${name}`, {
        headers: { Origin: 'https://shop.example' },
      });
      assert.equal(status, 200, name);
      assert.equal(headers.get('Content-Type'), 'text/javascript; charset=utf-8');
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
      assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
      const isHashed = !name.startsWith('help-ticket-widget.');
      assert.equal(headers.get('Cache-Control'), isHashed ? 'public, max-age=31536000, immutable' : 'no-cache', name);
    }
  });

  it(
    'serves the demo’s pages under a strict policy',
    { skip: !existsSync(join(root, 'demo/index.html')) },
    async () => {
      const { status, headers } = await fetch(server.url);
      assert.equal(status, 200);
      assert.equal(headers.get('Content-Type'), 'text/html; charset=utf-8');
      assert.equal(headers.get('Content-Security-Policy')!.includes('unsafe'), false);
    },
  );

  it('serves nothing else of the disk', async () => {
    const paths = [
      '/backend/main.ts',
      '/backend/settings.ts',
      '/tsconfig.json',
      '/../package.json',
      '/cdn/../../package.json',
      '/cdn/..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
      '/.gitignore',
      '/data/tickets.sqlite',
      '/examples.ts',
      '//etc/passwd',
      '/cdn/',
      '/%00.html',
      '/%',
    ];
    for (const path of paths) assert.equal(await get(server.url, path), 404, path);
  });

  it('shows the mail that was sent', async () => {
    const { body } = await post(server.url, ticket());
    const [mail] = await server.mailTo('maria@example.com');
    assert.deepEqual(Object.keys(mail!).sort(), [
      'attachments',
      'from',
      'headers',
      'html',
      'id',
      'receivedAt',
      'subject',
      'text',
      'to',
    ]);
    const list = await (await fetch(`${server.url}/inbox`)).text();
    assert.ok(list.includes(`[${body.id}]`));
    const page = await fetch(`${server.url}/inbox/${mail!.id}`);
    assert.match(await page.text(), /<iframe src="\/inbox\/1\/html"/);
    const content = await fetch(`${server.url}/inbox/${mail!.id}/html`);
    assert.match(content.headers.get('Content-Security-Policy')!, /sandbox allow-popups/);
    assert.equal((await fetch(`${server.url}/inbox/99`)).status, 404);
  });

  it('shows the mail to nobody who came by a name of their own', async () => {
    assert.equal(await get(server.url, '/inbox/messages.json', { Host: 'rebound.example' }), 404);
    assert.equal(await get(server.url, '/inbox/messages.json', { Host: '127.0.0.1:80' }), 200);
  });

  it('has no inbox where mail goes elsewhere', async () => {
    await using smtp = await startSmtp();
    await using other = await startTestServer({ SMTP_URL: smtp.url, MAIL_FROM: 'help@example.com' });
    for (const path of ['/inbox', '/inbox/messages.json', '/inbox/1'])
      assert.equal((await fetch(other.url + path)).status, 404, path);
    assert.equal((await post(other.url, ticket())).status, 201);
    await other.outboxIsEmpty();
    assert.equal(smtp.mails.length, 1);
  });
});
