import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** What the environment decides, read once. Paths are absolute. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly isLoopback: boolean;
  readonly dataDir: string;
  readonly formFile: string;
  /** Where mail goes; without it, a server inside this process takes it in and `/inbox` shows it. */
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly replyTo?: string;
  readonly supportEmail?: string;
  /** Exact origins; unset on loopback means every origin of this machine. */
  readonly allowedOrigins?: readonly string[];
  /** How the world reaches this server, without a slash at the end; unset on loopback until the port is known. */
  readonly publicUrl?: string;
  /** Tickets from one address in 10 minutes; 0 is no limit. */
  readonly rateLimit: number;
  /** Tickets from everywhere in 10 minutes; 0 is no limit. */
  readonly totalRateLimit: number;
  /** Uploads from one address in 10 minutes; 0 is no limit. */
  readonly uploadLimit: number;
  /** Bytes that the uploads of one address may take while no ticket has them; 0 is no limit. */
  readonly uploadSpace: number;
  /** The same for uploads from everywhere. */
  readonly totalUploadSpace: number;
  /** Mails to one customer in 24 hours; 0 is no limit. */
  readonly mailCap: number;
  /** Hours in which an equal ticket counts as a duplicate; 0 turns that off. */
  readonly duplicateWindow: number;
  /** Whether a customer has to confirm the address before there is a ticket. */
  readonly isVerifying: boolean;
  /** How many proxies of ours stand in front and append to `X-Forwarded-For`. */
  readonly proxyCount: number;
}

/** The settings cannot be used. Its message is for the person who starts the server: a sentence for each of them. */
export class SettingsError extends Error {}

const MEGABYTE = 1_048_576;

const root = resolve(import.meta.dirname, '../..');

const count = (least: number, most: number, byDefault: number) => {
  const rule = `a whole number from ${least} to ${most} is needed`;
  return z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule)
    .default(byDefault);
};

const flag = z
  .string()
  .toLowerCase()
  .refine((text) => ['1', 'true', '0', 'false'].includes(text), '1 or 0 is needed')
  .transform((text) => text === '1' || text === 'true')
  .default(false);

const isMailbox = (text: string) =>
  /^[^\s<>"]+@[^\s<>"@]+$/.test(text) || /^[^<>\r\n]+ <[^\s<>"]+@[^\s<>"@]+>$/.test(text);
const mailbox = z
  .string()
  .refine(isMailbox, 'an address such as help@example.com or "Example <help@example.com>" is needed');

const originRule = 'origins such as https://www.example.com, separated by commas, are needed';
const origins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((each) => each.every(isOrigin), originRule);

const smtpUrl = z
  .string()
  .refine(
    (text) => /^smtps?:$/.test(protocolOf(text)),
    'a URL such as smtp://user:password@mail.example.com:587 is needed',
  );
const publicUrl = z
  .string()
  .refine(
    (text) => /^https?:$/.test(protocolOf(text)) && !/[?#]/.test(text),
    'a URL such as https://support.example.com is needed',
  )
  .transform((text) => text.replace(/\/+$/, ''));

const environment = z.object({
  PORT: count(0, 65_535, 8787),
  HOST: z
    .string()
    .refine((text) => isIP(text) > 0 || /^[a-z0-9.-]+$/i.test(text), 'a host name or an IP address is needed')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default(join(root, 'data')),
  FORM_FILE: z.string().default(join(root, 'demo/form.json')),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailbox.optional(),
  REPLY_TO: mailbox.optional(),
  SUPPORT_EMAIL: mailbox.optional(),
  ALLOWED_ORIGINS: origins.optional(),
  PUBLIC_URL: publicUrl.optional(),
  RATE_LIMIT: count(0, 1_000_000, 30),
  RATE_LIMIT_TOTAL: count(0, 1_000_000, 600),
  UPLOAD_LIMIT: count(0, 1_000_000, 120),
  UPLOAD_SPACE: count(0, 1_000_000, 500),
  UPLOAD_SPACE_TOTAL: count(0, 100_000_000, 5000),
  MAIL_CAP: count(0, 1_000_000, 10),
  DUPLICATE_WINDOW: count(0, 8760, 72),
  VERIFY_EMAIL: flag,
  TRUST_PROXY: count(0, 10, 0),
});

type Environment = z.infer<typeof environment>;

/**
 * Reads the environment.
 * @throws SettingsError
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.keys(environment.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const result = environment.safeParse(given);
  if (!result.success) {
    const sentences = result.error.issues.map(
      ({ path, message }) => `${String(path[0])} is "${given[String(path[0])] ?? ''}": ${message}.`,
    );
    throw new SettingsError([...new Set(sentences)].join('\n'));
  }
  const isLoopback = isLoopbackHost(result.data.HOST);
  const conflicts = conflictsIn(result.data, isLoopback);
  if (conflicts.length > 0) throw new SettingsError(conflicts.join('\n'));
  return settingsFrom(result.data, isLoopback);
}

function conflictsIn({ HOST, SMTP_URL, MAIL_FROM, PUBLIC_URL }: Environment, isLoopback: boolean): string[] {
  const conflicts: string[] = [];
  if (!isLoopback && SMTP_URL === undefined) {
    conflicts.push(
      `HOST is "${HOST}", which others can reach, and SMTP_URL is not set: mail would be kept in this process for anyone to read. Set SMTP_URL, or leave HOST at 127.0.0.1.`,
    );
  }
  if (!isLoopback && PUBLIC_URL === undefined) {
    conflicts.push(
      `HOST is "${HOST}" and PUBLIC_URL is not set: the links in mails need it, for example https://support.example.com.`,
    );
  }
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) {
    conflicts.push(
      'SMTP_URL is set and MAIL_FROM is not: mail needs a sender, for example "Example <help@example.com>".',
    );
  }
  return conflicts;
}

function settingsFrom(env: Environment, isLoopback: boolean): Settings {
  return {
    port: env.PORT,
    host: env.HOST,
    isLoopback,
    dataDir: resolve(env.DATA_DIR),
    formFile: resolve(env.FORM_FILE),
    mailFrom: env.MAIL_FROM ?? 'Andina Exchange <help@andina-exchange.example>',
    rateLimit: env.RATE_LIMIT,
    totalRateLimit: env.RATE_LIMIT_TOTAL,
    uploadLimit: env.UPLOAD_LIMIT,
    uploadSpace: env.UPLOAD_SPACE * MEGABYTE,
    totalUploadSpace: env.UPLOAD_SPACE_TOTAL * MEGABYTE,
    mailCap: env.MAIL_CAP,
    duplicateWindow: env.DUPLICATE_WINDOW,
    isVerifying: env.VERIFY_EMAIL,
    proxyCount: env.TRUST_PROXY,
    ...(env.SMTP_URL !== undefined && { smtpUrl: env.SMTP_URL }),
    ...(env.REPLY_TO !== undefined && { replyTo: env.REPLY_TO }),
    ...(env.SUPPORT_EMAIL !== undefined && { supportEmail: env.SUPPORT_EMAIL }),
    ...(env.ALLOWED_ORIGINS !== undefined && { allowedOrigins: env.ALLOWED_ORIGINS }),
    ...(env.PUBLIC_URL !== undefined && { publicUrl: env.PUBLIC_URL }),
  };
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function isOrigin(text: string): boolean {
  return text === 'null' || (URL.canParse(text) && new URL(text).origin === text);
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
