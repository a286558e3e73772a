import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startTestServer } from './support/server.ts';
import { png, post, problemName, ticket, upload } from './support/tickets.ts';

const FILE = { name: 'a.png', type: 'image/png', content: png() };

const preflight = (endpoint: string, origin: string) =>
  fetch(endpoint, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    },
  });

describe('CORS', () => {
  it('answers the preflight of any origin', async () => {
    await using server = await startTestServer({ ALLOWED_ORIGINS: 'https://shop.example' });
    for (const path of ['/tickets', '/uploads']) {
      for (const origin of ['https://shop.example', 'https://evil.example', 'null']) {
        const { status, headers } = await preflight(server.url + path, origin);
        assert.equal(status, 204);
        assert.equal(headers.get('Access-Control-Allow-Origin'), origin);
        assert.equal(headers.get('Access-Control-Allow-Headers'), 'content-type, idempotency-key, authorization');
        assert.equal(headers.get('Access-Control-Allow-Methods'), 'POST');
        assert.equal(headers.get('Access-Control-Max-Age'), '7200');
        assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
        assert.equal(headers.get('Vary'), 'Origin');
      }
    }
  });

  it('takes tickets and uploads from the listed origins, from its own, and from no page at all', async () => {
    await using server = await startTestServer({
      ALLOWED_ORIGINS: 'https://shop.example',
      PUBLIC_URL: 'https://help.example/support',
    });
    for (const origin of ['https://shop.example', 'https://help.example', undefined]) {
      const headers: Record<string, string> = origin === undefined ? {} : { Origin: origin };
      for (const answer of [
        await post(server.url, ticket({ description: String(origin) }), { headers }),
        await upload(server.url, FILE, headers),
      ]) {
        assert.equal(answer.status, 201, String(origin));
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), origin ?? null);
        assert.equal(answer.headers.get('Vary'), 'Origin');
        if (origin !== undefined)
          assert.equal(answer.headers.get('Access-Control-Expose-Headers'), 'Location, Retry-After');
      }
    }
  });

  it('refuses any other origin in a 403 that the page can read', async () => {
    await using server = await startTestServer({ ALLOWED_ORIGINS: 'https://shop.example' });
    for (const origin of [
      'https://shop.example:8443',
      'http://shop.example',
      'https://shop.example.evil.example',
      'http://localhost:3000',
      'null',
    ]) {
      const headers = { Origin: origin };
      for (const answer of [await post(server.url, ticket(), { headers }), await upload(server.url, FILE, headers)]) {
        assert.equal(answer.status, 403, origin);
        assert.equal(problemName(answer), 'origin-refused');
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), origin);
      }
    }
    assert.equal(server.sql('SELECT id FROM tickets').length, 0);
    assert.equal(server.sql('SELECT id FROM uploads').length, 0);
  });

  it('lets every problem be read', async () => {
    await using server = await startTestServer();
    const headers = { Origin: 'http://localhost:3000' };
    for (const answer of [
      await post(server.url, {}, { headers }),
      await upload(server.url, { ...FILE, content: '' }, headers),
    ]) {
      assert.equal(answer.status, 422);
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), 'http://localhost:3000');
    }
  });

  it('without a list takes the pages of this machine on loopback, and no others', async () => {
    await using server = await startTestServer();
    const from = async (origin: string) =>
      (await post(server.url, ticket({ description: origin }), { headers: { Origin: origin } })).status;
    for (const origin of [
      server.url,
      'http://localhost:9999',
      'http://127.0.0.1:1',
      'https://[::1]:2',
      'http://shop.localhost:3',
    ]) {
      assert.equal(await from(origin), 201, origin);
    }
    for (const origin of ['https://shop.example', 'http://localhost.evil.example', 'null'])
      assert.equal(await from(origin), 403, origin);
  });

  it('takes a sandboxed page only where "null" is listed', async () => {
    await using server = await startTestServer({ ALLOWED_ORIGINS: 'null' });
    assert.equal((await post(server.url, ticket(), { headers: { Origin: 'null' } })).status, 201);
  });
});
