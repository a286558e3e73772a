import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const CDN = new URL('../../dist/cdn/', import.meta.url);
const STAGE = new URL('./stage.ts', import.meta.url);

/** A quiet page of somebody else's, for the widget to stand on: no text of its own, so that nothing on it counts. */
const PAGE = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stage</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; background: light-dark(#f3f5f9, #0e1118); }
  body { display: grid; gap: 18px; max-width: 640px; margin: 48px 40px; }
  i { height: 14px; border-radius: 7px; background: light-dark(#dde2ec, #232938); }
  i:first-of-type { width: 60%; height: 34px; border-radius: 10px; margin-bottom: 14px; }
  i:nth-of-type(4n) { width: 70%; }
  @media (max-width: 600px) { body { margin: 32px 20px; } }
  help-ticket-widget[inline] { width: 100%; }
</style>
</head>
<body><i></i><i></i><i></i><i></i><i></i><i></i></body>
<script src="/help-ticket-widget.js"></script>
<script type="module" src="/stage.js"></script>
</html>`;

export interface StageServer {
  readonly url: string;
  close(): void;
}

/** Serves the built widget and the stage. All is read once: a build meanwhile changes nothing. */
export async function serveStage(): Promise<StageServer> {
  const files = new Map<string, string | Uint8Array>([
    ['/', PAGE],
    ['/stage.js', await bundledStage()],
  ]);
  for (const name of readdirSync(CDN)) files.set(`/${name}`, readFileSync(new URL(name, CDN)));
  const server = createServer(({ url = '/' }, response) => {
    const path = url.replace(/\?.*/, '');
    // Where a file goes up for ever: nobody reads it.
    if (path === '/never') return;
    const content = files.get(path);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(content === undefined ? 404 : 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'max-age=600',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => (server.closeAllConnections(), void server.close()) };
}

async function bundledStage(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(STAGE)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // axe-core asks for Node's modules where there is Node.
    platform: 'browser',
    logLevel: 'error',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
