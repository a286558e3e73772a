import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BackendProcess, startBackend } from '../support/backend.ts';
import { ticketsOf } from '../support/ticket-records.ts';
import { Chance } from './chance.ts';
import { Crowd, emptyLog, type Log } from './crowd.ts';
import { SECONDS, SEED } from './extent.ts';

/** Milliseconds for which one of the two servers is under load, before it is the other's turn: both see the same machine. */
const TURN = 250;
/** What the backend may take of the time of a handler that does nothing. */
const MOST = 5;

describe(`50 clients at once for ${SECONDS} seconds, from seed ${SEED}`, () => {
  let backend: BackendProcess;
  let empty: EmptyServer;
  before(async () => {
    [backend, empty] = await Promise.all([startBackend(), startEmptyServer()]);
  });
  after(() => Promise.all([backend.stop(), empty.stop()]));

  it('each key gets one ticket, nobody meets an error, and nobody waits long', async (test) => {
    const crowd = new Crowd(new Chance(SEED));
    const [ours, idle] = [emptyLog(), emptyLog()];
    // What a process has to learn and to compile is nobody's waiting time.
    const warmUp = emptyLog();
    await crowd.press(empty.url, TURN, emptyLog());
    await crowd.press(backend.url, TURN, warmUp);
    for (let spent = 0; spent < SECONDS * 1000; spent += 2 * TURN) {
      await crowd.press(empty.url, TURN, idle);
      await crowd.press(backend.url, TURN, ours);
    }
    crowd.disperse();
    test.diagnostic(`The backend: ${figures(ours)}; a handler that does nothing: ${figures(idle)}`);

    checkTickets(backend.dataDir, [warmUp, ours]);
    const ratio = quantile(ours, 0.99) / quantile(idle, 0.99);
    assert.ok(ratio <= MOST, `It takes ${ratio.toFixed(1)} times as long: ${figures(ours)}, against ${figures(idle)}`);
  });
});

function checkTickets(dataDir: string, logs: readonly Log[]): void {
  const statuses = new Set(logs.flatMap((log) => [...log.statuses.keys()]));
  assert.deepEqual([...statuses.difference(new Set([201, 409]))], [], 'other answers than a receipt and "in progress"');
  const told = new Map<string, Set<string>>();
  for (const [key, numbers] of logs.flatMap((log) => [...log.numbers]))
    told.set(key, numbers.union(told.get(key) ?? new Set()));
  const tickets = ticketsOf(dataDir);
  assert.deepEqual(new Map(tickets.map(({ key, number }) => [key, new Set([number])])), told);
  assert.equal(tickets.length, told.size);
  assert.ok(tickets.every(({ mails }) => mails.join() === 'confirmation'));
}

function figures(log: Log): string {
  const [half, most] = [0.5, 0.99].map((part) => quantile(log, part).toFixed(1));
  return `${log.times.length} answers, p50 ${half} ms, p99 ${most} ms`;
}

function quantile({ times }: Log, part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}

interface EmptyServer {
  readonly url: string;
  stop(): Promise<void>;
}

async function startEmptyServer(): Promise<EmptyServer> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'empty-handler.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return {
    url: line.toString().trim(),
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
