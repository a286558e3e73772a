import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Origins } from './origins.ts';

/** What the middleware of the test runner's server gets; it is Koa's. */
interface Context {
  readonly method: string;
  readonly path: string;
  readonly req: IncomingMessage;
  body: unknown;
  set(headers: Record<string, string>): void;
}

/** A page as it goes over the wire. */
export interface ServedPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/**
 * The pages' own origin, which is that of the tests, so that a test can look into a page in a frame. A test puts a page there before
 * it visits it; `/pages/origins` says where the widget is to come from.
 */
export function serveSite({ cdn, backend }: Origins) {
  const pages = new Map<string, ServedPage>();
  return async function serve(context: Context, next: () => Promise<unknown>): Promise<void> {
    const { path, method } = context;
    if (!path.startsWith('/pages/')) return void (await next());
    if (path === '/pages/origins') context.body = { cdn, backend };
    else if (method === 'PUT') {
      pages.set(path, JSON.parse(await text(context.req)) as ServedPage);
      context.body = '';
    } else {
      const page = pages.get(path);
      context.set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...page?.headers });
      context.body = page?.html ?? '';
    }
  };
}
