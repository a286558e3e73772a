import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import type { Commits } from '../database/commits.ts';
import type { Database } from '../database/database.ts';
import type { MailRow } from '../database/schema.ts';
import { codeOf, type Log } from '../log.ts';
import { markFailed, markSent, nextMail } from './outbox.ts';

/** Writes a mail from the ticket that it is about. */
export type Compose = (mail: MailRow) => Promise<SendMailOptions>;

interface DeliveryParts {
  readonly database: Database;
  readonly commits: Commits;
  readonly smtpUrl: string;
  readonly compose: Compose;
  readonly log: Log;
}

/**
 * Carries the outbox to the SMTP server, one mail after the other, for as long as it takes. A mail may arrive twice
 * where the process ends between the server's "250" and the note of it; the Message-ID is the same then.
 */
export class MailDelivery {
  readonly #parts: DeliveryParts;
  readonly #transport;
  #run: Promise<void> | undefined;
  #isWoken = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    this.#transport = createTransport({
      url: parts.smtpUrl,
      // One connection for as long as there is mail, not one for each.
      pool: true,
      maxConnections: 1,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableUrlAccess: true,
      disableFileAccess: true,
    });
  }

  /** To be called when there may be something to send. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isStopped || this.#run) return;
    clearTimeout(this.#timer);
    this.#run = this.#deliverAll().finally(() => {
      this.#run = undefined;
      if (this.#isWoken) this.wake();
    });
  }

  /** Ends after the mail that is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#run;
    this.#transport.close();
  }

  async #deliverAll(): Promise<void> {
    const { database, log } = this.#parts;
    try {
      while (!this.#isStopped) {
        this.#isWoken = false;
        const mail = await nextMail(database);
        const wait = mail ? Date.parse(mail.due_at) - Date.now() : 0;
        if (mail && wait <= 0) await this.#deliver(mail);
        else if (mail) return this.#wakeIn(wait);
        else return;
      }
    } catch (error) {
      log('error', 'outbox-failed', { code: codeOf(error) });
      this.#wakeIn(10_000);
    }
  }

  #wakeIn(milliseconds: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.wake(), milliseconds);
    this.#timer.unref();
  }

  async #deliver(mail: MailRow): Promise<void> {
    const { commits, compose, log } = this.#parts;
    const fields = { kind: mail.kind, attempts: mail.attempts + 1 };
    try {
      await this.#transport.sendMail(await compose(mail));
    } catch (error) {
      log('warn', 'mail-failed', { ...fields, code: codeOf(error) });
      return commits.run((transaction) => markFailed(transaction, mail, codeOf(error), isForGood(error)));
    }
    await commits.run((transaction) => markSent(transaction, mail));
    log('info', 'mail-sent', fields);
  }
}

/** The server has said that it will never take this mail. A refused login is our fault and may be mended. */
function isForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
