import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { sampleForm } from '../support/sample-form.ts';
import { type Arrived, answerTo, readTicket } from './stub-backend.ts';

/** Where the widget comes from and where its tickets go: two origins that are not the page's. */
export interface Origins extends AsyncDisposable {
  readonly cdn: string;
  readonly backend: string;
}

/** By the name of the visit. */
interface Visits {
  readonly arrived: Map<string, Arrived[]>;
  readonly answers: Map<string, string>;
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'content-type, idempotency-key, authorization',
  'Access-Control-Expose-Headers': 'Location, Retry-After',
  // For pages that let nothing in without it.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
const SCRIPT = { ...CORS, 'Content-Type': 'text/javascript; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/** Starts both. They do not keep the process alive. */
export async function startOrigins(): Promise<Origins> {
  const visits: Visits = { arrived: new Map(), answers: new Map() };
  const [cdn, backend] = await Promise.all([
    listen((request, response) => serveFile(request, response)),
    listen((request, response) => serveBackend(request, response, visits)),
  ]);
  return {
    cdn: cdn.origin,
    backend: backend.origin,
    async [Symbol.asyncDispose]() {
      await Promise.all([cdn.close(), backend.close()]);
    },
  };
}

/**
 * `/cdn/…` is the build. `/without/…` has an empty script in its place. `/<fault>/…` has the script, but not what it loads later.
 */
async function serveFile({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, folder = '', name = ''] = new URL(url, 'http://x').pathname.split('/');
  const isScript = name === 'help-ticket-widget.js';
  if (folder === 'without') response.writeHead(200, SCRIPT).end();
  else if (folder === 'cdn' || isScript) await sendFile(response, `../../dist/cdn/${basename(name)}`);
  else if (name === 'watch.js') await sendFile(response, 'watch.js');
  else breakOff(folder, response);
}

/** How a file can fail to come. */
function breakOff(fault: string, response: ServerResponse): void {
  const html = { ...CORS, 'Content-Type': 'text/html', 'X-Content-Type-Options': 'nosniff' };
  if (fault === 'html') response.writeHead(200, html).end('<!doctype html><p>Not here</p>');
  else if (fault === 'broken') response.writeHead(200, SCRIPT).end('export const createPanel = (');
  else if (/^\d+$/.test(fault)) response.writeHead(Number(fault), html).end('<p>No</p>');
  else response.destroy();
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  try {
    const body = await readFile(new URL(path, import.meta.url));
    // The names of most change with their content.
    response.writeHead(200, { ...SCRIPT, 'Cache-Control': 'max-age=600' }).end(body);
  } catch {
    response.writeHead(404, CORS).end(); // not in the build: a browser is told so
  }
}

/** `/form.json`; `/tickets/<visit>` takes tickets in, `/arrived/<visit>` shows them, `/answers/<visit>/<word>` says what to answer. */
async function serveBackend(request: IncomingMessage, response: ServerResponse, { arrived, answers }: Visits) {
  const [, what, visit = '', word = ''] = new URL(request.url ?? '/', 'http://x').pathname.split('/');
  const json = (status: number, body: unknown, headers = {}) =>
    response.writeHead(status, { ...CORS, 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  if (request.method === 'OPTIONS') response.writeHead(204, CORS).end();
  else if (what === 'form.json') json(200, sampleForm);
  // As a wall of a proxy: it knows nothing of other origins.
  else if (what === 'login') response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Log in</p>');
  else if (what === 'answers') json(200, answers.set(visit, word).size);
  else if (what === 'arrived') json(200, arrived.get(visit) ?? []);
  else if (request.method === 'POST') {
    const ticket = await readTicket(request);
    arrived.set(visit, [...(arrived.get(visit) ?? []), ticket]);
    answerTo(response, answers.get(visit) ?? 'created', CORS);
  } else json(404, {});
}

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  const server = createServer((request, response) => {
    // A request that is broken off waits for no answer.
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
