import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { FileStore } from './attachments/file-store.ts';
import type { Backend } from './backend.ts';
import { Commits } from './database/commits.ts';
import { type Database, openDatabase } from './database/database.ts';
import { readFormFile } from './form-file.ts';
import { closeGently, responsesUnderWay } from './http/closing.ts';
import { codeOf, type Log, logToStderr } from './log.ts';
import { composer } from './mail/compose.ts';
import { MailDelivery } from './mail/delivery.ts';
import { startInboxServer } from './mail/inbox-server.ts';
import { addressOf } from './mail/mailbox.ts';
import type { MailPolicy } from './mail/outbox.ts';
import type { Settings } from './settings.ts';
import { dropForeignReservations } from './tickets/reservations.ts';
import { sweep } from './tickets/sweep.ts';

/** Milliseconds. */
const HOUR = 3_600_000;
/** Milliseconds without a byte: a phone in a tunnel comes back within that, an attacker is not waited for. */
const SILENCE = 60_000;
/** Milliseconds that requests under way get at shutdown. */
const GRACE = 10_000;

export interface RunningServer {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Takes no new tickets, lets what is under way end, and stops. */
  close(): Promise<void>;
}

/**
 * Starts the whole backend.
 * @throws SettingsError, or the error of `listen`
 */
export async function startServer(settings: Settings, log: Log = logToStderr): Promise<RunningServer> {
  const form = await readFormFile(settings.formFile);
  await mkdir(settings.dataDir, { recursive: true });
  const database = await openDatabase(join(settings.dataDir, 'tickets.sqlite'));
  const commits = new Commits(database);
  const files = await FileStore.open(settings.dataDir);
  const boot = randomUUID();
  await cleanUp(database, files, boot, log);
  const inbox = settings.smtpUrl === undefined ? await startInboxServer(commits) : undefined;
  const http = createServer({ requestTimeout: HOUR }).setTimeout(SILENCE);
  const underWay = responsesUnderWay(http);
  const url = await listen(http, settings);

  // From here on nothing is awaited: the first request is not to come before there is someone to answer it.
  const known = { ...settings, publicUrl: settings.publicUrl ?? url };
  const mail = deliveryOf(
    { settings: known, form, database, commits, files, log },
    settings.smtpUrl ?? inbox?.url ?? '',
  );
  const lifecycle = { isClosing: false };
  const mailPolicy = policyOf(settings);
  const backend: Backend = { settings: known, form, database, commits, files, mail, mailPolicy, log, boot, lifecycle };
  http.on('request', handlerOf(backend));
  mail.wake();
  const sweeping = sweepHourly(backend);
  log('info', 'started');

  return {
    url,
    async close() {
      lifecycle.isClosing = true;
      clearInterval(sweeping);
      await closeGently(http, underWay, GRACE);
      await mail.stop();
      await inbox?.close();
      await database.destroy();
      log('info', 'stopped');
    },
  };
}

type MailParts = Pick<Backend, 'form' | 'database' | 'commits' | 'files' | 'log'> & {
  settings: Settings & { publicUrl: string };
};

function deliveryOf({ settings, form, database, commits, files, log }: MailParts, smtpUrl: string): MailDelivery {
  const { mailFrom: from, replyTo, supportEmail, publicUrl } = settings;
  const optional = { ...(replyTo !== undefined && { replyTo }), ...(supportEmail !== undefined && { supportEmail }) };
  const compose = composer({ database, files, form: form.definition, publicUrl, from, ...optional });
  return new MailDelivery({ database, commits, smtpUrl, compose, log });
}

function policyOf({ mailCap: cap, mailFrom, supportEmail }: Settings): MailPolicy {
  const domain = addressOf(mailFrom).split('@').at(-1) ?? 'localhost';
  return { cap, domain, ...(supportEmail !== undefined && { supportEmail }) };
}

function handlerOf(backend: Backend): RequestListener {
  const listener = getRequestListener(createApp(backend).fetch, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}

function sweepHourly({ database, files, log }: Backend): NodeJS.Timeout {
  const run = () => {
    sweep(database, files).catch((error: unknown) => log('error', 'sweep-failed', { code: codeOf(error) }));
  };
  return setInterval(run, HOUR).unref();
}

/** After a crash: what was under way is nobody's now. */
async function cleanUp(database: Database, files: FileStore, boot: string, log: Log): Promise<void> {
  const reservations = await dropForeignReservations(database, boot);
  const swept = await sweep(database, files);
  if (reservations + swept > 0) log('info', 'cleaned-up', { count: reservations + swept });
}

function listen(http: Server, { host, port, isLoopback }: Settings): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      const { port: bound } = http.address() as AddressInfo;
      const name = isLoopback ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      resolve(`http://${name}:${bound}`);
    });
  });
}
