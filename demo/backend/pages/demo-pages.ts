import { join } from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Backend } from '../backend.ts';
import { fileResponse, tagOf } from '../http/static-files.ts';

const root = join(import.meta.dirname, '../../..');

/** As strict as a bank's: the widget has to work under it. */
const PAGE_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types help-ticket-widget',
  ].join('; '),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

/** The built widget may be loaded from any site, under any embedder policy. */
const ANY_SITE = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** What the demo's pages need: the pages, the widget as a site would get it from a CDN, and its form. */
export function demoPages({ form }: Backend): Hono {
  const pages = new Hono();
  pages.use(compress());

  // Files go beside the definition, by whatever way that was reached.
  const json = JSON.stringify({ uploadUrl: 'uploads', ...form.source });
  const tag = tagOf(json);
  pages.get('/form.json', (context) => {
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ETag: tag, ...ANY_SITE };
    const isKnown = context.req.header('If-None-Match') === tag;
    return new Response(isKnown ? null : json, { status: isKnown ? 304 : 200, headers });
  });

  pages.get('/cdn/*', async (context) => {
    const path = context.req.path.slice('/cdn/'.length);
    const file = { folder: join(root, 'dist/cdn'), path, hasHashedNames: true, headers: ANY_SITE };
    return (await fileResponse({ ...file, knownTag: context.req.header('If-None-Match') })) ?? context.notFound();
  });

  pages.get('*', async (context) => {
    const path = context.req.path.slice(1) || 'index.html';
    // Next to the pages are the backend's own folder and configuration files.
    if (/^backend\/|\.json$/.test(path)) return context.notFound();
    const file = { folder: join(root, 'demo'), path, headers: PAGE_HEADERS };
    return (await fileResponse({ ...file, knownTag: context.req.header('If-None-Match') })) ?? context.notFound();
  });

  return pages;
}
