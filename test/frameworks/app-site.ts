import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { pages } from './pages.ts';

/** What an app or a page has to know: from its address, or in place of `{{endpoint}}`. */
type Facts = Readonly<Record<'backend' | 'endpoint' | 'form' | 'email', string>>;

export interface AppSite extends AsyncDisposable {
  /** Where an app or a page is. */
  address(path: string, facts: Facts): string;
}

/** Serves what is in the apps' folder: what was built, what is rendered on the server, and pages without a build. */
export async function openAppSite(folder: string): Promise<AppSite> {
  const site = new Hono();
  site.get('/react-server/', async (context) => context.html(await renderOnServer(folder, context.req.query())));
  site.route('/', pages(folder));
  const rewriteRequestPath = (path: string) => path.replace(/^\/(?!pages)[\w-]+/, '$&/dist');
  site.use(serveStatic({ root: join(folder, 'apps'), rewriteRequestPath }));
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: (path, facts) => `http://127.0.0.1:${port}/${path}?${new URLSearchParams(facts)}`,
    [Symbol.asyncDispose]: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function renderOnServer(folder: string, query: Record<string, string>): Promise<string> {
  const app = join(folder, 'apps/react-server');
  const server = (await import(pathToFileURL(join(app, 'dist-server/server.js')).href)) as {
    render(query: Record<string, string>): string;
  };
  const page = await readFile(join(app, 'dist/index.html'), 'utf8');
  return page.replace('<!--app-->', () => server.render(query));
}
