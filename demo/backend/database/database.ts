import { CompiledQuery, Kysely, SqliteDialect, type Transaction } from 'kysely';
import { openNodeSqlite } from './node-sqlite.ts';
import { MIGRATIONS, type Schema } from './schema.ts';

export type Database = Kysely<Schema>;
/** Nothing but SQL is awaited inside one: the database has a single connection, and everyone else waits for it. */
export type DatabaseTransaction = Transaction<Schema>;

/** Opens the database file, brings it to the present schema, and creates it if there is none. */
export async function openDatabase(file: string): Promise<Database> {
  const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openNodeSqlite(file) }) });
  await migrate(database);
  return database;
}

async function migrate(database: Database): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { rows } = await transaction.executeQuery<{ user_version: number }>(CompiledQuery.raw('PRAGMA user_version'));
    const version = rows[0]?.user_version ?? 0;
    for (const migration of MIGRATIONS.slice(version)) {
      for (const statement of migration.split(';').filter((each) => each.trim())) {
        await transaction.executeQuery(CompiledQuery.raw(statement));
      }
    }
    await transaction.executeQuery(CompiledQuery.raw(`PRAGMA user_version = ${MIGRATIONS.length}`));
  });
}
