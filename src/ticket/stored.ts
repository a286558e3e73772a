import * as z from 'zod/mini';
import type { Twin } from './flow-state.js';
import { type Step, STEPS } from './issues.js';
import type { FieldValues } from './topics.js';

const count = () => z.custom<number>((value) => typeof value === 'number' && value >= 0);
/** Since the epoch. */
const milliseconds = count;
const flag = () => z.custom<boolean>((value) => typeof value === 'boolean');

const createDraft = () =>
  z.object({
    /** When it was last saved, in milliseconds since the epoch. */
    at: milliseconds(),
    step: z.custom<Step>((value) => STEPS.includes(value)),
    /** The panel was open: after a reload it opens again. */
    isOpen: flag(),
    answers: z.object({
      country: z.string(),
      email: z.string(),
      name: z.string(),
      phone: z.string(),
      topic: z.array(z.string()),
      fields: z.custom<FieldValues>(isFieldValues),
      description: z.string(),
    }),
    /** Digest of the address that the page knew; another customer is not shown the draft. */
    owner: z.optional(z.string()),
    /** The files attached, without their bytes, and the secret with which those are encrypted. */
    files: z.optional(
      z.array(z.object({ name: z.string(), type: z.string(), lastModified: count(), record: z.optional(z.string()) })),
    ),
    secret: z.optional(z.string()),
    /** A ticket whose attempt had no known ending. */
    frozen: z.optional(
      z.object({
        key: z.string(),
        json: z.string(),
        at: milliseconds(),
        digest: z.string(),
        topicDigest: z.string(),
        isDifferent: z.optional(flag()),
      }),
    ),
  });

const createEntry = () =>
  z.object({
    digest: z.string(),
    topicDigest: z.string(),
    key: z.string(),
    state: z.custom<'reserved' | 'sent' | 'unknown'>(
      (value) => value === 'reserved' || value === 'sent' || value === 'unknown',
    ),
    /** The ticket's number; absent while it is not known, or until the customer has confirmed by e-mail. */
    id: z.optional(z.string()),
    at: milliseconds(),
    replyBy: z.optional(milliseconds()),
    leaseUntil: milliseconds(),
  });

/** There are many entries, or none. */
let entrySchema: ReturnType<typeof createEntry> | undefined;

/** What is kept of an unsent ticket. */
export type Draft = z.infer<ReturnType<typeof createDraft>>;
/** One sent, or perhaps sent, ticket of this browser; no text of it. */
export type LedgerEntry = z.infer<ReturnType<typeof createEntry>>;

/** Reads a stored draft; anything else than a whole one is nothing. */
export function parseDraft(text: string): Draft | undefined {
  return parseAs(createDraft(), text);
}

/** Reads a stored entry of the ledger; anything else than a whole one is nothing. */
export function parseLedgerEntry(text: string): LedgerEntry | undefined {
  return parseAs((entrySchema ??= createEntry()), text);
}

function isFieldValues(value: unknown): boolean {
  const values = typeof value === 'object' && value ? Object.values(value) : [0];
  return values.every((each) => typeof each === 'string' || typeof each === 'boolean');
}

function parseAs<T>(schema: z.ZodMiniType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // Another version, another script, a cut-off write: storage is never a reason to fail.
    return undefined;
  }
}

/** A ledger entry as the flow knows it. */
export function twinOf({ id, at, replyBy }: LedgerEntry): Twin {
  return { ...(id !== undefined && { id }), at, ...(replyBy !== undefined && { replyBy }) };
}
