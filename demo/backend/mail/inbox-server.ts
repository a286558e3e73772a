import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Commits } from '../database/commits.ts';
import type { DatabaseTransaction } from '../database/database.ts';

export interface InboxServer {
  /** Where to send mail. */
  readonly url: string;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it receives in the database: the demo's mail goes the way of all mail, and stays here. */
export async function startInboxServer(commits: Commits): Promise<InboxServer> {
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1000,
    onData(stream, session, callback) {
      buffer(stream)
        .then((source) => commits.run((transaction) => keep(transaction, session, source)))
        .then(() => callback(), callback);
    },
  });
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    const listener = server.listen(0, '127.0.0.1', () => resolve(listener.address() as AddressInfo));
    server.once('error', reject);
  });
  // A connection that breaks off is the sender's to report.
  server.on('error', () => {});
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Keeps a mail once, however often it is sent: the sender repeats what it is not sure of, under the same Message-ID. */
async function keep(transaction: DatabaseTransaction, { envelope }: SMTPServerSession, source: Buffer): Promise<void> {
  const header = source.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  await transaction
    .insertInto('inbox')
    .values({
      message_id: /^message-id:\s*(\S+)/im.exec(header)?.[1] ?? crypto.randomUUID(),
      sender: envelope.mailFrom ? envelope.mailFrom.address : '',
      recipients: envelope.rcptTo.map(({ address }) => address).join(', '),
      source,
      received_at: new Date().toISOString(),
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .execute();
}
