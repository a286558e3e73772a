import { partName, type Records } from './records.js';

/** What a draft says of a file: all of it but the bytes. `lastModified` in milliseconds since the epoch. */
export interface DraftFile {
  readonly name: string;
  readonly type: string;
  readonly lastModified: number;
  /** Where its bytes are; absent while they are not kept. */
  readonly record?: string | undefined;
}

/** A slice of a file's bytes, encrypted (AES-GCM), useless without the secret of their draft. */
export interface SealedSlice {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** In bytes: a large file is never in memory as a whole. (A `Blob` in IndexedDB would do, but WebKitGTK 2.50 does not keep it.) */
const SLICE = 1_048_576;
/** A larger file is not kept. */
const MOST_SLICES = 999;

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
  readonly records: Records<SealedSlice>;
  /** How long bytes are kept, in milliseconds. */
  readonly life: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Insecure contexts have none. */
  readonly subtle?: SubtleCrypto;
}

export function createDraftFiles(options: DraftFilesOptions): DraftFiles {
  const { store, read } = createSafe(options);
  const remove = async (record: string | undefined) => {
    if (record) await options.records.remove(record);
  };
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
      await Promise.all(dropped.map(([, record]) => remove(record)));
      // One after the other, for the sake of the memory.
      for (const file of added) {
        const record = await store(file, secret);
        // Removed while it was being stored.
        if (kept.has(file)) kept.set(file, record);
        else await remove(record);
      }
    },
    recordOf: (file) => kept.get(file),
    async forget(files) {
      await Promise.all(files.map(({ record }) => remove(record)));
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
      // The name says when it expires, so that the sweep need not read the bytes, and how many slices there are.
      const record = `${String(now() + life)} ${toBase64(random(9))} ${String(Math.ceil(file.size / SLICE) || 1)}`;
      const slices = slicesOf(record);
      if (slices.length === 0) return undefined;
      try {
        const key = await keyFrom(secret, subtle);
        for (const slice of slices) {
          const index = slices.indexOf(slice);
          const plain = await file.slice(index * SLICE, (index + 1) * SLICE).arrayBuffer();
          const nonce = random(12);
          const bytes = await subtle.encrypt(algorithm(nonce, slice), key, plain);
          if (!(await records.put(slice, { nonce, bytes }))) throw new TypeError('no room');
        }
        return record;
      } catch {
        // No secure context, no room, or a file that was deleted after it was chosen: the draft says that it is not kept.
        await records.remove(record);
        return undefined;
      }
    },
    async read({ name, type, lastModified, record = '' }: DraftFile, secret: string): Promise<File | undefined> {
      try {
        const key = await keyFrom(secret, subtle);
        const parts: Blob[] = [];
        for (const slice of slicesOf(record)) {
          const { nonce, bytes } = (await records.get(slice)) as SealedSlice;
          parts.push(new Blob([await subtle.decrypt(algorithm(nonce, slice), key, bytes)]));
        }
        return parts.length > 0 ? new File(parts, name, { type, lastModified }) : undefined;
      } catch {
        // Swept, cleared by the browser, or damaged: the customer is told to choose it again.
        return undefined;
      }
    },
  };
}

/** The names of the slices of a record; none if it does not say how many there are, or says too many. */
function slicesOf(record: string): readonly string[] {
  const count = Number(record.split(' ')[2]);
  const isSound = Number.isInteger(count) && count > 0 && count <= MOST_SLICES;
  return [...new Array(isSound ? count : 0).keys()].map((index) => partName(record, index));
}

/** Deletes what no draft can ask for any more. */
export async function sweepFiles(records: Records<SealedSlice>, life: number, now = Date.now): Promise<void> {
  const names = (await records.names()) ?? [];
  const stale = names.filter((name) => {
    const left = Number.parseInt(name, 10) - now();
    // More than a life: it was written before the clock was set back.
    return !(left > 0 && left <= life);
  });
  await Promise.all(stale.map((name) => records.remove(name)));
}

/** Its place is sealed with each slice: none can be read in another's. */
const algorithm = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(place),
});

const keyFrom = (secret: string, subtle: SubtleCrypto) =>
  subtle.importKey('raw', fromBase64(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
