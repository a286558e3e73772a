import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isTaken, kindOf } from './file-kind.ts';
import { Inspection } from './inspection.ts';

export type FileCode = 'attachment-empty' | 'attachment-too-large' | 'attachment-type' | 'attachment-mismatch';

/** A file breaks a rule of the form. */
export class FileRejection extends Error {
  readonly code: FileCode;

  constructor(code: FileCode) {
    super(code);
    this.code = code;
  }
}

export interface StoredFile {
  /** Random: nothing of the customer's name reaches the file system. */
  readonly storedAs: string;
  readonly name: string;
  /** As its bytes show it. */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** What a file has to be. Sizes are bytes. */
export interface FileRules {
  readonly name: string;
  /** What its ticket says, if that came first. */
  readonly size?: number;
  readonly maxBytes: number;
  readonly accept: readonly string[];
}

/** Milliseconds: younger files may belong to a request that is under way. */
const ABANDONED_AFTER = 3_600_000;

/** The attachments on the disk: in `incoming` until their ticket or upload is about to be created, then in `files`. */
export class FileStore {
  readonly #incoming: string;
  readonly #kept: string;

  private constructor(folder: string) {
    this.#incoming = join(folder, 'incoming');
    this.#kept = join(folder, 'files');
  }

  static async open(folder: string): Promise<FileStore> {
    const store = new FileStore(folder);
    await mkdir(store.#incoming, { recursive: true });
    await mkdir(store.#kept, { recursive: true });
    return store;
  }

  /**
   * Streams a file to the disk and leaves nothing of it behind where it fails.
   * @throws FileRejection
   */
  async receive(stream: Readable, rules: FileRules): Promise<StoredFile> {
    const storedAs = randomUUID();
    const path = join(this.#incoming, storedAs);
    try {
      const inspection = await write(stream, path, rules.maxBytes);
      return {
        storedAs,
        name: rules.name,
        type: typeOf(inspection, rules),
        size: inspection.size,
        sha256: inspection.sha256(),
      };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Moves files to where they are kept, so that they are still there after a loss of power. */
  async keep(files: readonly StoredFile[]): Promise<void> {
    if (files.length === 0) return;
    for (const { storedAs } of files) await rename(join(this.#incoming, storedAs), join(this.#kept, storedAs));
    const folder = await open(this.#kept, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  /** Removes files, kept or not. */
  async discard(files: readonly Pick<StoredFile, 'storedAs'>[]): Promise<void> {
    for (const { storedAs } of files) {
      await rm(join(this.#incoming, storedAs), { force: true });
      await rm(join(this.#kept, storedAs), { force: true });
    }
  }

  pathOf(storedAs: string): string {
    return join(this.#kept, storedAs);
  }

  /** Removes what is left of crashes and of uploads that ran out: files over an hour old that no row names. */
  async sweep(isNamed: (storedAs: string) => boolean, now: number): Promise<number> {
    let count = 0;
    for (const folder of [this.#incoming, this.#kept]) {
      for (const storedAs of await readdir(folder)) {
        const path = join(folder, storedAs);
        if (isNamed(storedAs) || (await stat(path)).mtimeMs > now - ABANDONED_AFTER) continue;
        await rm(path, { force: true, recursive: true });
        count += 1;
      }
    }
    return count;
  }
}

async function write(stream: Readable, path: string, maxBytes: number): Promise<Inspection> {
  const inspection = new Inspection();
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inspection.add(chunk);
      if (inspection.size > maxBytes) throw new FileRejection('attachment-too-large');
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return inspection;
}

function typeOf(inspection: Inspection, { name, size = inspection.size, accept }: FileRules): string {
  if (inspection.size === 0) throw new FileRejection('attachment-empty');
  const type = kindOf(inspection.content(name));
  if (type === undefined || !isTaken(name, type, accept)) throw new FileRejection('attachment-type');
  if (inspection.size !== size) throw new FileRejection('attachment-mismatch');
  return type;
}
