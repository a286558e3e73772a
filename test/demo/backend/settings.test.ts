import assert from 'node:assert/strict';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSettings } from '../../../demo/backend/settings.ts';
import { spawnBackend } from '../../support/backend.ts';

describe('settings', () => {
  it('have a default for everything, on loopback', () => {
    const settings = readSettings({});
    assert.equal(settings.port, 8787);
    assert.equal(settings.host, '127.0.0.1');
    assert.equal(settings.isLoopback, true);
    assert.equal(settings.rateLimit, 30);
    assert.equal(settings.uploadLimit, 120);
    assert.equal(settings.uploadSpace, 500 * 1_048_576);
    assert.equal(settings.mailCap, 10);
    assert.equal(settings.isVerifying, false);
    assert.equal(settings.smtpUrl, undefined);
  });

  it('take an empty value for an unset one', () => {
    assert.equal(readSettings({ PORT: '', SMTP_URL: ' ' }).port, 8787);
  });

  it('read lists, flags and sizes', () => {
    const settings = readSettings({
      ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443',
      VERIFY_EMAIL: 'true',
      PORT: '0',
      PUBLIC_URL: 'https://help.example/',
      UPLOAD_SPACE_TOTAL: '2',
    });
    assert.deepEqual(settings.allowedOrigins, ['https://a.example', 'https://b.example:8443']);
    assert.equal(settings.isVerifying, true);
    assert.equal(settings.port, 0);
    assert.equal(settings.publicUrl, 'https://help.example');
    assert.equal(settings.totalUploadSpace, 2_097_152);
  });

  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: 'abc' }, /^PORT is "abc": a whole number from 0 to 65535 is needed\.$/],
    [{ PORT: '70000' }, /^PORT is "70000": a whole number/],
    [{ RATE_LIMIT: '-1' }, /^RATE_LIMIT is "-1"/],
    [{ MAIL_CAP: '1.5' }, /^MAIL_CAP is "1\.5"/],
    [{ UPLOAD_SPACE: '10MB' }, /^UPLOAD_SPACE is "10MB": a whole number/],
    [{ VERIFY_EMAIL: 'maybe' }, /^VERIFY_EMAIL is "maybe": 1 or 0 is needed\.$/],
    [{ ALLOWED_ORIGINS: 'https://a.example/path' }, /^ALLOWED_ORIGINS is .*origins such as/],
    [{ ALLOWED_ORIGINS: '*' }, /^ALLOWED_ORIGINS is "\*"/],
    [
      { SMTP_URL: 'mail.example.com', MAIL_FROM: 'a@b.example' },
      /^SMTP_URL is "mail\.example\.com": a URL such as smtp:/,
    ],
    [{ SUPPORT_EMAIL: 'team' }, /^SUPPORT_EMAIL is "team": an address/],
    [{ REPLY_TO: 'a@b.example\r\nBcc: c@d.example' }, /^REPLY_TO is /],
    [{ SMTP_URL: 'smtp://127.0.0.1:25' }, /^SMTP_URL is set and MAIL_FROM is not/],
    [
      { HOST: '0.0.0.0', PUBLIC_URL: 'https://help.example' },
      /^HOST is "0\.0\.0\.0", which others can reach, and SMTP_URL is not set/,
    ],
    [
      { HOST: '0.0.0.0', SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: 'a@b.example' },
      /^HOST is "0\.0\.0\.0" and PUBLIC_URL is not set/,
    ],
  ];
  for (const [env, sentence] of wrong) {
    it(`say what is wrong with ${JSON.stringify(env)}`, () => {
      assert.throws(() => readSettings(env), { message: sentence });
    });
  }
});

describe('the process', () => {
  async function refusalOf(env: Record<string, string>) {
    const backend = spawnBackend(env);
    const [[code], sentence] = await Promise.all([once(backend, 'exit'), text(backend.stderr!)]);
    return { code: code as number, sentence };
  }

  it('refuses to start where mail would be open to others, in one sentence', async () => {
    const { code, sentence } = await refusalOf({ HOST: '0.0.0.0', PUBLIC_URL: 'https://help.example' });
    assert.equal(code, 1);
    assert.match(sentence, /^HOST is "0\.0\.0\.0".*Set SMTP_URL, or leave HOST at 127\.0\.0\.1\.\n$/);
  });

  it('refuses a form definition that is none, naming the place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    const form = join(folder, 'form.json');
    await writeFile(form, JSON.stringify({ topics: [{ id: 'a', label: 7 }] }));
    const { code, sentence } = await refusalOf({ FORM_FILE: form, DATA_DIR: folder });
    await rm(folder, { recursive: true });
    assert.equal(code, 1);
    assert.match(sentence, /is no form definition:\n {2}topics\.0\.label: /);
  });

  it('refuses a form that takes files whose kind nobody can tell', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
    const form = join(folder, 'form.json');
    await writeFile(
      form,
      JSON.stringify({ topics: [{ id: 'a', label: 'A' }], attachments: { accept: ['image/*', '.exe'] } }),
    );
    const { code, sentence } = await refusalOf({ FORM_FILE: form, DATA_DIR: folder });
    await rm(folder, { recursive: true });
    assert.equal(code, 1);
    assert.match(sentence, /attachments\.accept has \.exe:/);
  });
});
