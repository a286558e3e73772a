import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Contestant } from './contestant.ts';

/** In bytes: as it is (minified), after gzip and after brotli, both at their best. */
export type Weight = readonly [min: number, gzip: number, brotli: number];

export interface BenchSite extends AsyncDisposable {
  address(contestant: Contestant): string;
  /** The paths asked for since the last call, besides the page itself. */
  take(): readonly string[];
  /** Of all these files together. */
  weigh(paths: readonly string[]): Weight;
}

interface Served {
  readonly type: string;
  readonly brotli: Buffer;
  readonly weight: Weight;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html;charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
};

/** Serves each contestant's page and files, compressed beforehand, as a CDN does. Whatever is posted is welcome. */
export async function openBenchSite(contestants: readonly Contestant[]): Promise<BenchSite> {
  const files = served(contestants);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url!.replace(/\?.*/, '');
    const file = files.get(path);
    if (file?.type !== TYPES.html && path !== '/favicon.ico') asked.push(path);
    answer(request, response, file);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: ({ id }) => `http://127.0.0.1:${port}/${id}/`,
    take: () => asked.splice(0),
    weigh: (paths) => total(paths.flatMap((path) => [files.get(path)?.weight ?? []])),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function weightOf(bytes: Buffer): Weight {
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
}

function total(weights: readonly (Weight | readonly [])[]): Weight {
  const sum = (index: number) => weights.reduce((all, weight) => all + (weight[index] ?? 0), 0);
  return [sum(0), sum(1), sum(2)];
}

function served(contestants: readonly Contestant[]): ReadonlyMap<string, Served> {
  const files = new Map<string, Served>();
  const add = (path: string, bytes: Buffer) => {
    if (files.has(path)) return;
    const type = TYPES[/\w+$/.exec(path)?.[0] ?? 'html'] ?? 'application/octet-stream';
    files.set(path, { type, brotli: brotliCompressSync(bytes), weight: weightOf(bytes) });
  };
  for (const { id, html, files: own } of contestants) {
    add(`/${id}/`, Buffer.from(page(html)));
    for (const [path, bytes] of Object.entries(own)) add(`/${path}`, bytes);
  }
  return files;
}

function answer({ method, headers }: IncomingMessage, response: ServerResponse, file: Served | undefined): void {
  response.setHeader('Access-Control-Allow-Origin', headers.origin ?? '*');
  response.setHeader('Cache-Control', 'max-age=3600');
  if (file) response.writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': 'br' }).end(file.brotli);
  else response.writeHead(method === 'GET' ? 404 : 200, { 'Content-Type': TYPES.json }).end('{}');
}

/** An article, as help-desk software has them. */
function page(html: string): string {
  const paragraph = `<p>${'Deposits by card arrive within minutes; those by bank take up to three working days. '.repeat(4)}</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Deposits</title><style>body{font:16px system-ui;max-width:40em;margin:auto}</style></head>
    <body><main><h1>Deposits</h1>${paragraph.repeat(12)}</main>${html}</body></html>`;
}
