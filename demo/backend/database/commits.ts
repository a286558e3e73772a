import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from './database.ts';

/** What is to be done in one transaction. Nothing but SQL is awaited in it. */
type Change<T> = (transaction: DatabaseTransaction) => Promise<T>;

interface Waiting<T = unknown> {
  readonly change: Change<T>;
  readonly resolve: (result: T) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Changes that are on the disk when they are done. The disk takes longer than all else about a change, so those that come
 * together go there together: in one transaction, each in a savepoint, so that one that fails takes nothing of another with it.
 */
export class Commits {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Rejects with what `change` throws, and then has changed nothing. */
  run<T>(change: Change<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject } as Waiting);
      if (!this.#isRunning) void this.#commitAll();
    });
  }

  async #commitAll(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      // All that has come in by now: SQLite answers at once, and lets nobody else have a turn.
      await setImmediate();
      await this.#commit(this.#waiting.splice(0));
    }
    this.#isRunning = false;
  }

  async #commit(changes: readonly Waiting[]): Promise<void> {
    const settle: (() => void)[] = [];
    try {
      await this.#database.transaction().execute(async (transaction) => {
        for (const each of changes) settle.push(await attempt(each, transaction));
      });
    } catch (error) {
      for (const { reject } of changes) reject(error);
      return;
    }
    for (const each of settle) each();
  }
}

/** What to tell the one who waits, once all is on the disk. */
async function attempt({ change, resolve, reject }: Waiting, transaction: DatabaseTransaction): Promise<() => void> {
  await sql`SAVEPOINT change`.execute(transaction);
  try {
    const result = await change(transaction);
    return () => resolve(result);
  } catch (error) {
    await sql`ROLLBACK TO change`.execute(transaction);
    return () => reject(error);
  } finally {
    await sql`RELEASE change`.execute(transaction);
  }
}
