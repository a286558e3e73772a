import type { IncomingMessage } from 'node:http';
import type { Ticket } from 'help-ticket-widget/ticket.js';
import type { StoredFile } from '../attachments/file-store.ts';
import type { Backend } from '../backend.ts';
import { clientOf } from '../http/client-address.ts';
import { duplicate, inProgress, keyMissing, keyReused, Problem, shuttingDown } from '../http/problem.ts';
import type { TicketRow } from '../database/schema.ts';
import { assertWithinLimits, countCreation, type Creation } from '../creation-limits.ts';
import { queueMail } from '../mail/outbox.ts';
import { findUploads, takeUploads } from '../uploads/uploads.ts';
import { contentHash } from './content-hash.ts';
import { claim, type Lease, release, renewer } from './reservations.ts';
import { Submission } from './submission.ts';
import { createTicket, findTwin, insertTicket, isCreated } from './tickets.ts';

/**
 * Receives a ticket in the contract's order of steps, and returns what is now stored under its key.
 * @throws Problem, RequestAborted
 */
export async function receiveTicket(backend: Backend, request: IncomingMessage, key: string): Promise<TicketRow> {
  const claimed = await claim(backend.commits, key, backend.boot, !backend.lifecycle.isClosing);
  if (!claimed) throw shuttingDown();
  if (claimed.kind === 'in-progress') throw inProgress();
  return claimed.kind === 'known' ? replay(backend, request, claimed.row) : receive(backend, request, claimed.lease);
}

/** The idempotency key, quoted as a structured field (RFC 9651) or bare. */
export function keyOf(header: string | undefined): string {
  const key = /^"([\w.:~+/=-]{8,128})"$|^([\w.:~+/=-]{8,128})$/.exec(header?.trim() ?? '');
  const found = key?.[1] ?? key?.[2];
  if (found === undefined) throw keyMissing();
  return found;
}

/**
 * Compares what comes under a known key with what is there. To the customer's side every other problem proves that
 * nothing was created under the key, so under this one there is only one problem.
 */
async function replay(
  { form, files, database }: Backend,
  request: IncomingMessage,
  row: TicketRow,
): Promise<TicketRow> {
  const submission = new Submission(form.definition, files);
  try {
    await submission.read(request);
    const uploads = await findUploads(database, submission.ticket.attachments);
    if (hashOf(submission.ticket, [...submission.files, ...uploads]) === row.content_hash) return row;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  } finally {
    await files.discard(submission.files);
  }
  const now = await database.selectFrom('tickets').selectAll().where('id', '=', row.id).executeTakeFirst();
  throw keyReused(existing(now ?? row));
}

async function receive(backend: Backend, request: IncomingMessage, lease: Lease): Promise<TicketRow> {
  const { database, files, form, settings } = backend;
  const submission = new Submission(form.definition, files);
  const creation = { kind: 'ticket', client: clientOf(request, settings.proxyCount) } as const;
  try {
    await assertWithinLimits(database, creation, limitsOf(backend));
    const reading = submission.read(request);
    request.on('data', renewer(database, lease));
    await reading;
    await files.keep(submission.files);
    const row = await store(backend, submission, lease, creation);
    // An equal ticket waits for the customer already, with files of its own.
    if (row.key !== lease.key) await files.discard(submission.files);
    backend.mail.wake();
    return row;
  } catch (error) {
    await release(database, lease);
    await files.discard(submission.files);
    throw error;
  }
}

function store(backend: Backend, submission: Submission, lease: Lease, creation: Creation): Promise<TicketRow> {
  const { commits, form, settings, mailPolicy } = backend;
  const { ticket } = submission;
  return commits.run(async (transaction) => {
    if (!(await release(transaction, lease))) throw inProgress();
    const uploads = await findUploads(transaction, ticket.attachments);
    const files = [...submission.files, ...uploads];
    const hash = hashOf(ticket, files);
    const twin =
      ticket.relatedTo === undefined ? await findTwin(transaction, hash, settings.duplicateWindow) : undefined;
    if (twin && !isCreated(twin)) return twin;
    if (twin) throw duplicate(existing(twin));
    await assertWithinLimits(transaction, creation, limitsOf(backend));
    await countCreation(transaction, creation);
    await takeUploads(transaction, uploads);
    const row = await insertTicket(transaction, { key: lease.key, contentHash: hash, ticket, files });
    if (!settings.isVerifying) return createTicket(transaction, row.id, { form: form.definition, mail: mailPolicy });
    await queueMail(transaction, row, 'verification', mailPolicy);
    return row;
  });
}

function hashOf(ticket: Ticket, files: readonly StoredFile[]): string {
  return contentHash(
    ticket,
    files.map(({ sha256 }) => sha256),
  );
}

function existing(row: TicketRow & { readonly number: string }): { id: string; createdAt: string };
function existing(row: TicketRow): { id?: string; createdAt: string };
function existing(row: TicketRow): { id?: string; createdAt: string } {
  return { createdAt: row.created_at ?? row.received_at, ...(row.number !== null && { id: row.number }) };
}

function limitsOf({ settings }: Backend) {
  return { perClient: settings.rateLimit, inAll: settings.totalRateLimit };
}
