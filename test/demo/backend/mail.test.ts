import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../support/until.ts';
import { startTestServer } from './support/server.ts';
import { startSmtp } from './support/smtp.ts';
import { png, post, ticket } from './support/tickets.ts';

const FROM = 'Andina <help@andina.example>';

/** A ticket with a word of the customer's own in every place that takes one. */
const wordy = (email: string, locale: string) =>
  ticket({
    country: 'BR',
    contact: { name: 'Cheap Pills', email, phone: '+55 11 91234-5678' },
    topic: ['withdrawals', 'withdrawal-pending'],
    fields: { destination: 'wallet', amount: '1234.50', currency: 'BUY-NOW', 'transaction-id': 'visit-spam-example' },
    description: 'Visit https://spam.example now',
    page: { url: 'https://spam.example/', title: 'Spam title' },
    locale,
  });

describe('the confirmation', () => {
  const languages: [string, string, string, RegExp[]][] = [
    [
      'en',
      'en',
      'We have received your support ticket',
      [
        /Country of residence: Brazil/,
        /Topic: Withdrawals › My withdrawal is taking too long/,
        /Where did you send it\?: To a crypto wallet/,
        /Amount: 1,234\.50/,
        /Files: 1/,
        /no later than .*\(UTC\)/,
        /spam folder/,
        /Reply to this email/,
        /This wasn’t me|If you did not create/,
      ],
    ],
    [
      'pt-BR',
      'pt-BR',
      'Recebemos seu ticket de suporte',
      [
        /País de residência: Brasil/,
        /Assunto: Saques › Meu saque está demorando/,
        /Para onde você enviou\?: Para uma carteira de cripto/,
        /Valor: 1\.234,50/,
        /Arquivos: 1/,
        /responder por e-mail até .*\(UTC\)/,
        /pasta de spam/,
        /Responda a este e-mail/,
        /não criou este ticket/,
      ],
    ],
    [
      'es-419',
      'es-419',
      'Recibimos tu ticket de soporte',
      [
        /País de residencia: Brasil/,
        /Tema: Retiros › Mi retiro está tardando/,
        /¿A dónde lo enviaste\?: A una billetera de cripto/,
        /Archivos: 1/,
        /a más tardar el .*\(UTC\)/,
        /carpeta de spam/,
        /Responde a este correo/,
        /no creaste este ticket/,
      ],
    ],
    ['nb', 'es-419', 'Recibimos tu ticket de soporte', [/Tema: Retiros/]],
    ['pt', 'pt-BR', 'Recebemos seu ticket de suporte', [/Assunto: Saques/]],
  ];
  for (const [locale, language, subject, facts] of languages) {
    it(`of a ticket in ${locale} is in ${language}, with all that is chosen and nothing that is written`, async () => {
      await using server = await startTestServer();
      const files = [{ name: 'spam-name.png', type: 'image/png', content: png() }];
      const { status, body } = await post(server.url, wordy('maria@example.com', locale), { files });
      assert.equal(status, 201);
      const [mail] = await server.mailTo('maria@example.com');
      assert.equal(mail!.subject, `[${body.id}] ${subject}`);
      for (const fact of [new RegExp(`: ${body.id}`), ...facts]) assert.match(mail!.text, fact);
      for (const part of [mail!.text, mail!.html, ...Object.values(mail!.headers)]) {
        for (const word of ['Pills', 'spam-', 'spam.example', 'Spam title', 'BUY-NOW', '91234'])
          assert.equal(part.includes(word), false, `${word} in ${part}`);
      }
      assert.match(mail!.html, new RegExp(`<html lang="${language}" dir="ltr">`));
      assert.match(mail!.html, new RegExp(`>${body.id}</td>`));
      assert.ok(mail!.html.includes(/http\S+\/not-me\/\S+/.exec(mail!.text)![0]));
    });
  }

  it('has the headers that keep machines from answering, one anchor for the ticket, and a Message-ID made from it', async () => {
    await using server = await startTestServer({ MAIL_FROM: FROM, REPLY_TO: 'inbox@andina.example' });
    const { body } = await post(server.url, ticket());
    const [mail] = await server.mailTo('maria@example.com');
    assert.equal(mail!.from, '"Andina" <help@andina.example>');
    assert.equal(mail!.headers['auto-submitted'], 'auto-generated');
    assert.equal(mail!.headers['x-auto-response-suppress'], 'All');
    assert.equal(mail!.headers['message-id'], `<${body.id}.confirmation@andina.example>`);
    assert.equal(mail!.headers['references'], `<${body.id}@andina.example>`);
    assert.equal(mail!.headers['reply-to'], 'inbox@andina.example');
  });

  it('has no Reply-To unless one is set', async () => {
    await using server = await startTestServer();
    await post(server.url, ticket());
    const [mail] = await server.mailTo('maria@example.com');
    assert.equal('reply-to' in mail!.headers, false);
  });

  it('reaches an address in any script', async () => {
    await using server = await startTestServer();
    await post(server.url, ticket({ contact: { name: 'João', email: 'joão@exemplo.com' } }));
    assert.equal((await server.mailTo('joão@exemplo.com')).length, 1);
  });

  it('cannot be given headers or recipients by what is typed', async () => {
    await using server = await startTestServer({ SUPPORT_EMAIL: 'team@andina.example' });
    const contact = { name: 'Maria\r\nBcc: victim@example.com\r\n\r\nHello', email: 'maria@example.com' };
    const files = [{ name: 'a\r\nBcc: victim@example.com.png', type: 'image/png', content: png() }];
    const { status } = await post(server.url, ticket({ contact }), { files });
    assert.equal(status, 201);
    for (const email of [
      'a@example.com, victim@example.com',
      'a@example.com\r\nBcc: victim@example.com',
      '<victim@example.com>',
    ]) {
      assert.equal((await post(server.url, ticket({ contact: { name: 'x', email } }))).status, 422, email);
    }
    await server.outboxIsEmpty();
    const mails = await server.inbox();
    assert.deepEqual(mails.map(({ to }) => to).sort(), ['maria@example.com', 'team@andina.example']);
    for (const { headers } of mails) assert.equal('bcc' in headers, false);
    assert.match(mails.find(({ to }) => to.startsWith('team'))!.headers['reply-to']!, /maria@example\.com/);
  });

  it('comes no more often than the cap, and nobody can tell from the answer', async () => {
    await using server = await startTestServer({ MAIL_CAP: '2' });
    const send = (description: string, email: string) =>
      post(server.url, ticket({ description, contact: { name: 'x', email } }));
    const answers = [
      await send('1', 'v@example.com'),
      await send('2', 'V@example.com'),
      await send('3', 'v+a@example.com'),
      await send('4', 'v@example.com'),
    ];
    assert.deepEqual(
      answers.map(({ status, body }) => [status, Object.keys(body as object)]),
      Array(4).fill([201, ['id', 'createdAt', 'replyBy']]),
    );
    await send('5', 'other@example.com');
    await server.mailTo('other@example.com');
    assert.deepEqual(
      server.sql('SELECT state FROM mails ORDER BY id').map(({ state }) => state),
      ['sent', 'sent', 'skipped', 'skipped', 'sent'],
    );
    server.sql("UPDATE mails SET created_at = '2020-01-01T00:00:00.000Z'");
    await send('6', 'v@example.com');
    assert.equal((await server.mailTo('v@example.com', 2)).length, 2);
  });
});

describe('the team', () => {
  it('gets the whole ticket with its files, answers the customer by replying, and keeps one conversation', async () => {
    await using server = await startTestServer({ SUPPORT_EMAIL: 'team@andina.example', MAIL_FROM: FROM });
    const files = [
      { name: 'receipt.png', type: 'image/png', content: png(2000) },
      { name: 'ação.txt', type: 'text/plain', content: 'Depósito' },
    ];
    const { body } = await post(server.url, wordy('maria@example.com', 'pt-BR'), { files });
    const [mail] = await server.mailTo('team@andina.example');
    // In the team's first language, which is Spanish in the demo.
    assert.equal(mail!.subject, `[${body.id}] Retiros › Mi retiro está tardando`);
    assert.equal(mail!.headers['reply-to'], 'Cheap Pills <maria@example.com>');
    assert.equal(mail!.headers['references'], `<${body.id}@andina.example>`);
    assert.equal('auto-submitted' in mail!.headers, false);
    for (const line of [
      'Name: Cheap Pills',
      'Email: maria@example.com',
      'Phone: +55 11 91234-5678',
      '(BR)',
      'BUY-NOW',
      'visit-spam-example',
      'Visit https://spam.example now',
      'Spam title – https://spam.example/',
      'receipt.png (2000 bytes)',
    ]) {
      assert.ok(mail!.text.includes(line), line);
    }
    assert.deepEqual(mail!.attachments, [
      { name: 'receipt.png', type: 'image/png', size: 2000 },
      { name: 'ação.txt', type: 'text/plain', size: 9 },
    ]);
    assert.equal(mail!.html, '');
  });
});

describe('the outbox', () => {
  it('tries again when the server cannot take a mail now, and sends it once', async () => {
    await using smtp = await startSmtp((attempt) => (attempt === 1 ? 451 : undefined));
    await using server = await startTestServer({ SMTP_URL: smtp.url, MAIL_FROM: FROM });
    const { status } = await post(server.url, ticket());
    assert.equal(status, 201);
    await server.outboxIsEmpty();
    assert.equal(smtp.mails.length, 1);
    assert.deepEqual(
      server.sql('SELECT state, attempts FROM mails').map((row) => ({ ...row })),
      [{ state: 'sent', attempts: 2 }],
    );
  });

  it('gives a mail up when the server will never take it', async () => {
    await using smtp = await startSmtp(() => 550);
    await using server = await startTestServer({ SMTP_URL: smtp.url, MAIL_FROM: FROM });
    assert.equal((await post(server.url, ticket())).status, 201);
    await until(
      () => server.sql("SELECT id FROM mails WHERE state = 'failed' AND attempts = 1").length === 1,
      'the failed mail',
    );
  });

  it('waits for a server that is away: the ticket is there all the same', async () => {
    await using server = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: FROM });
    assert.equal((await post(server.url, ticket())).status, 201);
    const [mail] = await until(() => {
      const tried = server.sql('SELECT * FROM mails WHERE attempts > 0');
      return tried.length > 0 && tried;
    }, 'an attempt');
    assert.deepEqual([mail!.state, mail!.error], ['pending', 'ESOCKET']);
  });
});
