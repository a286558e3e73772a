import { type ParsedMail, simpleParser } from 'mailparser';
import type { Database } from '../database/database.ts';

/** A mail as `/inbox` shows it. */
export interface InboxMessage {
  readonly id: number;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By lower-case name; what stands several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly receivedAt: string;
}

/** All mail that the SMTP server inside the process has taken in, newest first. */
export async function inboxMessages(database: Database): Promise<InboxMessage[]> {
  const rows = await database.selectFrom('inbox').selectAll().orderBy('id', 'desc').execute();
  return Promise.all(
    rows.map(async ({ id, sender, recipients, source, received_at: receivedAt }) => {
      const mail = await simpleParser(Buffer.from(source), { skipTextToHtml: true, skipImageLinks: true });
      return { id, ...contentOf(mail), to: recipients, from: mail.from?.text ?? sender, receivedAt };
    }),
  );
}

function contentOf(mail: ParsedMail) {
  return {
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: headersOf(mail),
    attachments: mail.attachments.map(({ filename = '', contentType: type, size }) => ({ name: filename, type, size })),
  };
}

function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    headers[key] = key in headers ? `${headers[key] ?? ''}, ${value}` : value;
  }
  return headers;
}
