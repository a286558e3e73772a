import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Backend } from './backend.ts';
import { notFound, shuttingDown, unexpected } from './http/problem.ts';
import { codeOf } from './log.ts';
import { demoPages } from './pages/demo-pages.ts';
import { inboxPages } from './pages/inbox.ts';
import { mailLinkPages } from './pages/mail-links.ts';
import { ticketRoutes } from './tickets/routes.ts';
import { uploadRoutes } from './uploads/routes.ts';

/** All that the server answers. */
export function createApp(backend: Backend): Hono<{ Bindings: HttpBindings }> {
  const { database, lifecycle, log, settings } = backend;
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.get('/healthz', async (context) => {
    if (lifecycle.isClosing) return shuttingDown().toResponse();
    await database.selectFrom('tickets').select('id').limit(1).execute();
    return context.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });
  });
  app.route('/tickets', ticketRoutes(backend));
  app.route('/uploads', uploadRoutes(backend));
  if (settings.smtpUrl === undefined && settings.isLoopback) app.route('/inbox', inboxPages(backend));
  app.route('/', mailLinkPages(backend));
  app.route('/', demoPages(backend));

  app.notFound(() => notFound().toResponse());
  app.onError((error, context) => {
    log('error', 'request-failed', { method: context.req.method, code: codeOf(error) });
    return unexpected().toResponse();
  });
  return app;
}
