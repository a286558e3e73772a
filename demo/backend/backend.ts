import type { FileStore } from './attachments/file-store.ts';
import type { Commits } from './database/commits.ts';
import type { Database } from './database/database.ts';
import type { FormFile } from './form-file.ts';
import type { Log } from './log.ts';
import type { MailDelivery } from './mail/delivery.ts';
import type { MailPolicy } from './mail/outbox.ts';
import type { Settings } from './settings.ts';

/** What every room of the backend works with, made once at boot. */
export interface Backend {
  readonly settings: Settings;
  readonly form: FormFile;
  readonly database: Database;
  readonly commits: Commits;
  readonly files: FileStore;
  readonly mail: MailDelivery;
  readonly mailPolicy: MailPolicy;
  readonly log: Log;
  /** This boot of the process, as the owner of reservations. */
  readonly boot: string;
  readonly lifecycle: { isClosing: boolean };
}
