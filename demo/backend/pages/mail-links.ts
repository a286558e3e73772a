import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Backend } from '../backend.ts';
import type { TicketRow } from '../database/schema.ts';
import type { Texts } from '../texts/en.ts';
import { textsFor } from '../texts/texts.ts';
import { confirmTicket } from '../tickets/confirm-ticket.ts';
import { disownTicket } from '../tickets/disown-ticket.ts';
import { contentOf } from '../tickets/tickets.ts';
import { pageResponse } from './page.ts';

/**
 * The pages behind the links in the customer's mails. Mail scanners follow links, so opening one changes nothing: only
 * the button, which posts, does.
 */
export function mailLinkPages(backend: Backend): Hono {
  const pages = new Hono();

  pages.get('/not-me/:token', async (context) => {
    const row = await rowOf(backend, context);
    if (!row) return gonePage(backend, context);
    const { title, text, button } = textsOf(backend, row).pages.notMe;
    return askingPage(textsOf(backend, row), { title, text, button });
  });

  pages.post('/not-me/:token', async (context) => {
    const row = await rowOf(backend, context);
    if (!row) return gonePage(backend, context);
    await disownTicket(backend, row);
    const { doneTitle, doneText } = textsOf(backend, row).pages.notMe;
    return pageResponse({ language: textsOf(backend, row).tag, title: doneTitle, content: html`<p>${doneText}</p>` });
  });

  pages.get('/verify/:token', async (context) => {
    const row = await rowOf(backend, context);
    if (row?.state === 'open') return createdPage(textsOf(backend, row), row);
    if (row?.state !== 'unverified') return gonePage(backend, context);
    const { title, text, button } = textsOf(backend, row).pages.verify;
    return askingPage(textsOf(backend, row), { title, text, button });
  });

  pages.post('/verify/:token', async (context) => {
    const row = await rowOf(backend, context);
    const created = row && (await confirmTicket(backend, row));
    return created ? createdPage(textsOf(backend, created), created) : gonePage(backend, context);
  });

  return pages;
}

function rowOf({ database }: Backend, context: Context): Promise<TicketRow | undefined> {
  return database
    .selectFrom('tickets')
    .selectAll()
    .where('token', '=', context.req.param('token') ?? '')
    .executeTakeFirst();
}

function textsOf({ form }: Backend, row: TicketRow): Texts {
  return textsFor(contentOf(row).locale, form.definition.languages);
}

/** A form without an action posts to the address of its page. */
function askingPage(
  { tag }: Texts,
  { title, text, button }: { title: string; text: string; button: string },
): Response {
  const content = html`<p>${text}</p>
<form method="post"><button>${button}</button></form>`;
  return pageResponse({ language: tag, title, content });
}

function createdPage({ tag, pages, facts }: Texts, { number }: TicketRow): Response {
  const content = html`<p>${facts.number}: <span class="number">${number}</span></p>
<p>${pages.verify.doneText}</p>`;
  return pageResponse({ language: tag, title: pages.verify.doneTitle, content });
}

/** Whose link it was is not known, so the browser says the language. */
function gonePage({ form }: Backend, context: Context): Response {
  const preferred = context.req.header('Accept-Language')?.split(/[,;]/)[0]?.trim() ?? '';
  const { tag, pages } = textsFor(preferred, form.definition.languages);
  return pageResponse({
    language: tag,
    title: pages.gone.title,
    content: html`<p>${pages.gone.text}</p>`,
    status: 404,
  });
}
