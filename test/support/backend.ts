import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InboxMessage } from '../../demo/backend/mail/inbox.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

/** The reference backend as a process of its own, as a site would run it. */
export interface BackendProcess {
  /** Without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  /** All mail so far, newest first. */
  inbox(): Promise<InboxMessage[]>;
  /** Waits for a number of mails to an address, newest first. */
  mailTo(address: string, count?: number): Promise<InboxMessage[]>;
  /** Ends it as a service manager does, and deletes the data unless DATA_DIR was given. */
  stop(): Promise<void>;
  /** Ends it as a loss of power does. */
  kill(): Promise<void>;
}

interface Options {
  /** Besides a port and a DATA_DIR of its own, and no limits. */
  readonly env?: Readonly<Record<string, string>>;
}

const MAIN = join(import.meta.dirname, '../../demo/backend/main.ts');

const UNLIMITED = {
  RATE_LIMIT: '0',
  RATE_LIMIT_TOTAL: '0',
  UPLOAD_LIMIT: '0',
  UPLOAD_SPACE: '0',
  UPLOAD_SPACE_TOTAL: '0',
  MAIL_CAP: '0',
};

export async function startBackend({ env = {} }: Options = {}): Promise<BackendProcess> {
  const dataDir = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'help-ticket-')));
  const backend = spawnBackend({ ...UNLIMITED, PORT: String(await freePort()), DATA_DIR: dataDir, ...env });
  const url = await addressOf(backend);
  const inbox = async () => (await (await fetch(`${url}/inbox/messages.json`)).json()) as InboxMessage[];
  const end = async (signal: NodeJS.Signals) => {
    if (backend.exitCode !== null || backend.signalCode !== null) return;
    backend.kill(signal);
    await once(backend, 'exit');
  };
  return {
    url,
    dataDir,
    inbox,
    mailTo: (address, count = 1) =>
      until(async () => {
        const mails = (await inbox()).filter(({ to }) => to === address);
        return mails.length >= count && mails;
      }, `${count} mails to ${address}`),
    async stop() {
      await end('SIGTERM');
      if (env.DATA_DIR === undefined) await rm(dataDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

/** The process alone, for what does not get as far as an address. */
export function spawnBackend(env: Readonly<Record<string, string>>): ChildProcess {
  const inherited = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR };
  return spawn(process.execPath, [MAIN], {
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function addressOf(backend: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    backend.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    backend.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/[\w.[\]:-]+:\d+/.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    });
    backend.once('exit', (code) => reject(new Error(`The backend ended with ${code ?? 'a signal'}:\n${output}`)));
  });
}
