import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Backend } from '../backend.ts';
import { type InboxMessage, inboxMessages } from '../mail/inbox.ts';
import { pageResponse } from './page.ts';

/** The mail itself may hold what its writer likes: no script, no fetch, no form, and a window of its own for its links. */
const MAIL_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/** The mail that the demo has sent. Only mounted where nobody but this machine can ask for it. */
export function inboxPages({ database }: Backend): Hono {
  const pages = new Hono();

  // A page elsewhere can point a name of its own at this machine (DNS rebinding); its Host header gives it away.
  pages.use('*', async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (!/^(([a-z0-9-]+\.)*localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return context.notFound();
    return next();
  });

  pages.get('/', async () => listPage(await inboxMessages(database)));

  pages.get('/messages.json', async (context) => {
    const messages = await inboxMessages(database);
    return context.json(messages, 200, { 'Cache-Control': 'no-store' });
  });

  pages.get('/:id{[0-9]+}', async (context) => {
    const message = await find(Number(context.req.param('id')));
    return message ? messagePage(message) : context.notFound();
  });

  pages.get('/:id{[0-9]+}/html', async (context) => {
    const message = await find(Number(context.req.param('id')));
    return message?.html ? new Response(inNewWindows(message.html), { headers: MAIL_HEADERS }) : context.notFound();
  });

  async function find(wanted: number): Promise<InboxMessage | undefined> {
    return (await inboxMessages(database)).find(({ id }) => id === wanted);
  }

  return pages;
}

function listPage(messages: readonly InboxMessage[]): Response {
  const entry = ({ id, subject, to, receivedAt }: InboxMessage) => html`<li>
<a href="/inbox/${id}">${subject}</a>
<div class="quiet">${to} · <time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace('T', ' ')} UTC</time></div>
</li>`;
  const content =
    messages.length > 0
      ? html`<ol>${messages.map(entry)}</ol>`
      : html`<p>No mail yet. Send a ticket on <a href="/">the demo page</a>, then load this page again.</p>`;
  return pageResponse({ language: 'en', title: 'Inbox', isWide: true, content });
}

function messagePage({ id, subject, to, from, receivedAt, text, html: body, attachments }: InboxMessage): Response {
  const rows = [
    ['From', from],
    ['To', to],
    ['Received', receivedAt],
    ...attachments.map(({ name, size }) => ['File', `${name} (${size} bytes)`]),
  ];
  const content = html`<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${body ? html`<iframe src="/inbox/${id}/html" title="The mail as HTML"></iframe><h2>As text</h2>` : ''}
<pre>${text}</pre>
<p><a href="/inbox">All mail</a></p>`;
  return pageResponse({ language: 'en', title: subject, isWide: true, content });
}

function inNewWindows(mail: string): string {
  return mail.replace('<head>', '<head><base target="_blank">');
}
