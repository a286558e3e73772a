import type { Records } from './records.js';

/** What a draft says of a file: all of it but the bytes. `lastModified` in milliseconds since the epoch. */
export interface DraftFile {
  readonly name: string;
  readonly type: string;
  readonly lastModified: number;
  /** Where its bytes are; absent while they are not kept. */
  readonly record?: string | undefined;
}

/** Encrypted bytes (AES-GCM), useless without the secret of their draft. */
export interface SealedFile {
  /** The first 8 bytes of each slice's nonce; the other 4 count the slices. */
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: Blob;
}

/** So many bytes are encrypted at once: a large file is never in memory as a whole. */
const SLICE = 1_048_576;
/** What AES-GCM adds to each slice, in bytes. */
const TAG = 16;

/**
 * The files of one draft, encrypted with a secret that stays with the draft: once the draft is gone, nobody can read them. None
 * of it throws.
 */
export interface DraftFiles {
  /** 256 random bits in base 64, or that of the draft whose files were loaded. */
  readonly secret: string;
  /** Keeps these files and deletes all others of this draft. */
  keep(files: readonly File[]): Promise<void>;
  /** Where the bytes of a file are, if they are kept. They are not without a secure context, without room, or if it cannot be read. */
  recordOf(file: File): string | undefined;
  /** Deletes the files of a stored draft. */
  forget(files: readonly DraftFile[]): Promise<void>;
  /** The files of a stored draft, which is this one's from now on. */
  load(files: readonly DraftFile[], secret: string): Promise<readonly (File | undefined)[]>;
}

export interface DraftFilesOptions {
  readonly records: Records<SealedFile>;
  /** How long bytes are kept, in milliseconds. */
  readonly life: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Insecure contexts have none. */
  readonly subtle?: SubtleCrypto;
}

export function createDraftFiles(options: DraftFilesOptions): DraftFiles {
  const { store, read } = createSafe(options);
  const kept = new Map<File, string | undefined>();
  let secret = toBase64(random(32));

  return {
    get secret() {
      return secret;
    },
    async keep(files) {
      const dropped = [...kept].filter(([file]) => !files.includes(file));
      const added = files.filter((file) => !kept.has(file));
      // At once, so that a second call does not store them twice.
      for (const [file] of dropped) kept.delete(file);
      for (const file of added) kept.set(file, undefined);
      await Promise.all(dropped.map(([, record = '']) => options.records.remove(record)));
      // One after the other, for the sake of the memory.
      for (const file of added) {
        const record = await store(file, secret);
        // Removed while it was being stored.
        if (kept.has(file)) kept.set(file, record);
        else if (record) await options.records.remove(record);
      }
    },
    recordOf: (file) => kept.get(file),
    async forget(files) {
      await Promise.all(files.map(({ record = '' }) => options.records.remove(record)));
    },
    load(files, known) {
      secret = known;
      return Promise.all(
        files.map(async (each) => {
          const file = await read(each, secret);
          if (file) kept.set(file, each.record);
          return file;
        }),
      );
    },
  };
}

function createSafe({ records, life, now = Date.now, subtle = globalThis.crypto.subtle }: DraftFilesOptions) {
  return {
    async store(file: File, secret: string): Promise<string | undefined> {
      try {
        const sealed = await seal(file, await keyFrom(secret, subtle), subtle);
        // The name says when it expires, so that the sweep need not read the bytes.
        const record = `${String(now() + life)} ${toBase64(random(9))}`;
        return (await records.put(record, sealed)) ? record : undefined;
      } catch {
        // No secure context, or a file that was deleted after it was chosen: the draft says that it is not kept.
        return undefined;
      }
    },
    async read({ name, type, lastModified, record = '' }: DraftFile, secret: string): Promise<File | undefined> {
      try {
        const { nonce, bytes } = (await records.get(record)) as SealedFile;
        const key = await keyFrom(secret, subtle);
        const open = (slice: ArrayBuffer, index: number) => subtle.decrypt(algorithm(nonce, index), key, slice);
        return new File(await eachSlice(bytes, SLICE + TAG, open), name, { type, lastModified });
      } catch {
        // Swept, cleared by the browser, or damaged: the customer is told to choose it again.
        return undefined;
      }
    },
  };
}

/** Deletes what no draft can ask for any more. */
export async function sweepFiles(records: Records<SealedFile>, life: number, now = Date.now): Promise<void> {
  const names = await records.names();
  const stale = names.filter((name) => {
    const left = Number.parseInt(name, 10) - now();
    // More than a life: it was written before the clock was set back.
    return !(left > 0 && left <= life);
  });
  await Promise.all(stale.map((name) => records.remove(name)));
}

async function seal(file: File, key: CryptoKey, subtle: SubtleCrypto): Promise<SealedFile> {
  const nonce = random(8);
  const close = (slice: ArrayBuffer, index: number) => subtle.encrypt(algorithm(nonce, index), key, slice);
  return { nonce, bytes: new Blob(await eachSlice(file, SLICE, close)) };
}

/** The slices one after the other, each handed over to the browser before the next is read. */
async function eachSlice(
  whole: Blob,
  length: number,
  change: (slice: ArrayBuffer, index: number) => Promise<ArrayBuffer>,
): Promise<Blob[]> {
  const changed: Blob[] = [];
  for (let at = 0; at < whole.size; at += length) {
    const slice = await whole.slice(at, at + length).arrayBuffer();
    changed.push(new Blob([await change(slice, changed.length)]));
  }
  return changed;
}

function algorithm(nonce: Uint8Array, index: number): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(nonce);
  new DataView(iv.buffer).setUint32(8, index);
  return { name: 'AES-GCM', iv };
}

const keyFrom = (secret: string, subtle: SubtleCrypto) =>
  subtle.importKey('raw', fromBase64(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
