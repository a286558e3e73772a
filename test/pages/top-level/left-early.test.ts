import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { findBrowsers } from '../../support/browsers.ts';
import { until } from '../../support/until.ts';
import { startWebKitDriver } from '../../support/webkit-driver.ts';

/** How often a page is left; without a commit, one of the first five was silent. */
const VISITS = 60;

/** Does something without end, and is left in the middle of it, ever a little later. Ends at a visit where nothing can be stored. */
const PAGE = `
import { createRecords } from './src/services/records.ts';
const records = createRecords('files');
const use = {
  get: () => records.get('a'),
  names: () => records.names(),
  put: () => records.put('a', 1),
  remove: () => records.remove('a'),
  change: () => records.change('a', (record) => record + 1),
};
const search = new URLSearchParams(location.search);
const visit = Number(search.get('visit'));
const isStored = await records.put('a', 1);
if (!isStored || visit >= ${VISITS}) {
  document.title = isStored ? 'through' : 'silent at visit ' + visit;
} else if (visit > 0) {
  setInterval(use[search.get('use')], 1);
  search.set('visit', visit + 1);
  setTimeout(() => (location.search = search), visit % 30);
}`;

const { webkit } = findBrowsers();

// The one engine that keeps a page for the way back with its transactions.
describe('pages left while they use the database, in WebKit', { skip: !webkit && 'WebKit is not there' }, () => {
  let server: Server;
  let session: string;
  const ask = async (method: string, command: string, body?: unknown) => {
    const response = await fetch(`${session}${command}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return ((await response.json()) as { value: unknown }).value;
  };

  before(async () => {
    const { outputFiles } = await build({
      stdin: { contents: PAGE, resolveDir: '.', loader: 'js' },
      bundle: true,
      format: 'esm',
      write: false,
    });
    server = createServer((request, response) => {
      response.setHeader('content-type', request.url === '/page.js' ? 'text/javascript' : 'text/html');
      response.end(
        request.url === '/page.js'
          ? outputFiles[0]!.text
          : '<!doctype html><script type="module" src="/page.js"></script>',
      );
    }).listen(0);
    await once(server, 'listening');
    session = `http://127.0.0.1:${String(await startWebKitDriver(webkit!))}/session`;
    const alwaysMatch = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: webkit!.browser, args: ['--automation'] },
    };
    const { sessionId } = (await ask('POST', '', { capabilities: { alwaysMatch } })) as { sessionId: string };
    session += `/${sessionId}`;
  });
  after(async () => {
    await ask('DELETE', '');
    server.close();
    server.closeAllConnections();
  });

  for (const use of ['get', 'names', 'put', 'remove', 'change'])
    it(`leave it to the next page (${use})`, async () => {
      const { port } = server.address() as AddressInfo;
      await ask('POST', '/url', { url: `http://127.0.0.1:${String(port)}/` });
      await ask('POST', '/execute/sync', { script: `location.search = '?visit=1&use=${use}'`, args: [] });
      const title = await until(
        async () => {
          const said = await ask('GET', '/title');
          return typeof said === 'string' && /^(through|silent)/.test(said) && said;
        },
        'the last visit',
        20_000,
      );
      assert.equal(title, 'through');
    });
});
