import type { Generated, Selectable } from 'kysely';

/** Times are ISO 8601 in UTC with milliseconds, which sort as text; JSON is text. */
export interface Schema {
  tickets: TicketTable;
  ticket_files: TicketFileTable;
  uploads: UploadTable;
  reservations: ReservationTable;
  creations: CreationTable;
  mails: MailTable;
  muted_mailboxes: MutedMailboxTable;
  inbox: InboxTable;
}

export type TicketRow = Selectable<TicketTable>;
export type TicketFileRow = Selectable<TicketFileTable>;
export type UploadRow = Selectable<UploadTable>;
export type MailRow = Selectable<MailTable>;
export type MailKind = MailTable['kind'];

interface TicketTable {
  id: Generated<number>;
  /** What people call it; none until the customer has confirmed the address. Never a credential. */
  number: string | null;
  state: 'unverified' | 'open' | 'closed';
  /** The idempotency key, which lives as long as the ticket. */
  key: string;
  content_hash: string;
  /** Opens the pages behind the links in the customer's mails. */
  token: string;
  received_at: string;
  created_at: string | null;
  reply_by: string | null;
  /** The ticket as the schema shared with the widget read it. */
  content: string;
}

interface TicketFileTable {
  id: Generated<number>;
  ticket_id: number;
  position: number;
  /** Its random name in the folder `files`. */
  stored_as: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** What it was called as an upload, so that the same ticket is recognised when it comes again. */
  upload_id: string | null;
}

/** A file that came ahead of its ticket, until a ticket takes it over. */
interface UploadTable {
  /** Random: whoever has it may put the file into a ticket, once. */
  id: string;
  /** Whose space it takes. */
  client: string;
  received_at: string;
  /** Its random name in the folder `files`. */
  stored_as: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
}

/** A key whose request is under way. */
interface ReservationTable {
  key: string;
  /** The boot of the process that holds it. */
  owner: string;
  /** The request that holds it. */
  holder: string;
  lease_until: string;
}

/** What the rate limits count: one row a ticket or upload, deleted when the window is over. */
interface CreationTable {
  id: Generated<number>;
  kind: 'ticket' | 'upload';
  client: string;
  at: string;
}

/** The outbox. A mail is written from its ticket when it is sent, so that no text of it is kept here. */
interface MailTable {
  id: Generated<number>;
  message_id: string;
  ticket_id: number;
  kind: 'verification' | 'confirmation' | 'team' | 'team-disowned';
  /** A mailbox in the form that the cap and the mute list compare. */
  mailbox: string;
  state: 'pending' | 'sent' | 'skipped' | 'failed';
  attempts: Generated<number>;
  created_at: string;
  due_at: string;
  /** The SMTP or system code of the last failure. */
  error: string | null;
}

interface MutedMailboxTable {
  mailbox: string;
  at: string;
}

/** What the SMTP server inside the process has taken in. */
interface InboxTable {
  id: Generated<number>;
  message_id: string;
  sender: string;
  recipients: string;
  source: Uint8Array;
  received_at: string;
}

/** Each brings the schema one version further; what has been released is never changed, only added to. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE tickets (
    id INTEGER PRIMARY KEY,
    number TEXT UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('unverified', 'open', 'closed')),
    key TEXT NOT NULL UNIQUE,
    content_hash TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    created_at TEXT,
    reply_by TEXT,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX tickets_by_content ON tickets (content_hash, received_at);

  CREATE TABLE ticket_files (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    stored_as TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (ticket_id, position)
  ) STRICT;

  CREATE TABLE reservations (
    key TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    holder TEXT NOT NULL,
    lease_until TEXT NOT NULL
  ) STRICT;

  CREATE TABLE creations (
    id INTEGER PRIMARY KEY,
    client TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX creations_by_time ON creations (at);

  CREATE TABLE mails (
    id INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'skipped', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    error TEXT
  ) STRICT;
  CREATE INDEX mails_due ON mails (due_at) WHERE state = 'pending';
  CREATE INDEX mails_by_mailbox ON mails (mailbox, created_at);

  CREATE TABLE muted_mailboxes (
    mailbox TEXT PRIMARY KEY,
    at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL,
    source BLOB NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    client TEXT NOT NULL,
    received_at TEXT NOT NULL,
    stored_as TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;
  CREATE INDEX uploads_by_client ON uploads (client, size);

  ALTER TABLE ticket_files ADD COLUMN upload_id TEXT;
  CREATE UNIQUE INDEX ticket_files_by_upload ON ticket_files (upload_id);

  ALTER TABLE creations ADD COLUMN kind TEXT NOT NULL DEFAULT 'ticket';
  `,
];
