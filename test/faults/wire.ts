import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Exchange, Left } from './exchange.ts';
import { type Fault, pass } from './fault.ts';
import { until } from '../support/until.ts';
import { SocketReader } from './socket-reader.ts';

/** What the requests of a customer meet, one each; those after them pass. */
interface Trouble {
  readonly isKeptAlive: boolean;
  readonly preflights: readonly Fault[];
  readonly posts: readonly Fault[];
}

/** The network between browsers and the backend: TCP, so that it can break at any byte. */
export interface Wire extends AsyncDisposable {
  /** Where tickets are posted to: this, and `?run=` with a name. */
  readonly url: string;
  /** What happens to a run from now on. */
  trouble(run: string, trouble: Trouble): void;
  /** From now on all passes. */
  heal(run: string): void;
  /** Waits until the backend is done with all that was posted in a run. Returns how often that was. */
  quiet(run: string): Promise<number>;
}

/** How long the backend may have to do with what was sent, in milliseconds: longer than any fault lasts. */
const PATIENCE = 20_000;

class Run {
  isKeptAlive = true;
  preflights: Fault[] = [];
  posts: Fault[] = [];
  readonly underWay = new Set<Promise<void>>();
  count = 0;

  /** What the next request meets. */
  take(isPost: boolean): Fault['strike'] {
    if (isPost) this.count += 1;
    return (isPost ? this.posts : this.preflights).shift()?.strike ?? pass;
  }
}

/** @param target address of the backend behind it */
export async function startWire(target: string): Promise<Wire> {
  const runs = new Map<string, Run>();
  const clients = new Set<Socket>();
  const runOf = (name: string) => {
    const run = runs.get(name) ?? new Run();
    runs.set(name, run);
    return run;
  };
  const server = createServer((client) => {
    clients.add(client);
    client.on('error', () => {}).on('close', () => clients.delete(client));
    void serve(client, runOf, new URL(target));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wire = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tickets`,
    trouble(name: string, { isKeptAlive, preflights, posts }: Trouble) {
      Object.assign(runOf(name), { isKeptAlive, preflights: [...preflights], posts: [...posts] });
    },
    heal: (name: string) => void Object.assign(runOf(name), { preflights: [], posts: [] }),
    async quiet(name: string) {
      const run = runOf(name);
      await until(() => run.underWay.size === 0, `the backend to be done with ${name}`, PATIENCE);
      return run.count;
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return wire;
}

/** One request after the other, for as long as the connection lasts. */
async function serve(client: Socket, runOf: (name: string) => Run, backend: URL): Promise<void> {
  const reader = new SocketReader(client);
  while (!client.destroyed && !client.writableEnded) {
    const head = await reader.takeHead();
    if (head === undefined) return;
    const run = runOf(/^\w+ \S*\?run=(\w+)/.exec(head)?.[1] ?? '');
    const isPost = head.startsWith('POST');
    const exchange = new Exchange({ client, reader, backend, head, isKeptAlive: run.isKeptAlive });
    const carrying = carry(exchange, run.take(isPost));
    // A preflight makes no ticket, and Chromium goes on waiting for one when nobody waits for it any more.
    if (isPost) run.underWay.add(carrying);
    await carrying.finally(() => run.underWay.delete(carrying));
    // Whoever answered: the next request has a connection of its own, on which Chromium sends nothing again by itself.
    if (!run.isKeptAlive) client.end();
  }
}

async function carry(exchange: Exchange, strike: Fault['strike']): Promise<void> {
  try {
    await strike(exchange);
  } catch (error) {
    if (!(error instanceof Left)) throw error;
  }
  await exchange.end();
}
