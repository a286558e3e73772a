import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

/** Pages as their owners wrote them, and the package's own files as a CDN has them. */
export function pages(folder: string): Hono {
  const written = join(folder, 'apps/pages');
  const cdn = join(folder, 'node_modules/help-ticket-widget/dist/cdn');
  const site = new Hono();
  site.use('/cdn/*', cors(), serveStatic({ root: cdn, rewriteRequestPath: (path) => path.replace('/cdn', '') }));
  site.get('/pages/combined.js', async (context) => {
    const files = [`${written}/old-theme.js`, `${cdn}/help-ticket-widget.all.js`, `${written}/page.js`];
    return context.body(await combine(files), 200, { 'Content-Type': 'text/javascript' });
  });
  site.get('/pages/:page{.+\\.html}', async (context) => {
    const page = await readFile(join(written, context.req.param('page')), 'utf8');
    const hashes = JSON.parse(await readFile(join(cdn, 'integrity.json'), 'utf8')) as Record<string, string>;
    const facts: Record<string, string | undefined> = {
      ...context.req.query(),
      // The same server, and another origin.
      cdn: `http://localhost:${new URL(context.req.url).port}/cdn`,
      integrity: hashes['help-ticket-widget.all.js'],
    };
    return context.html(page.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => facts[name] ?? ''));
  });
  return site;
}

/** One script after the other, each kept from the errors of those before it, as plugins do. */
async function combine(files: readonly string[]): Promise<string> {
  const scripts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return scripts.map((script) => `try{${script}\n}catch(e){console.error(e)};`).join('\n');
}
