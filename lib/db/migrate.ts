import { drizzle } from "drizzle-orm/pg-proxy";
import { migrate } from "drizzle-orm/pg-proxy/migrator";
import { connectPostgres } from "./connect-postgres";

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 7_305_001;

/**
 * Brings the schema up to date; several processes may call it at once, one works and the others wait. All of it is one
 * transaction with the lock in it: behind a transaction pooler a lock of the session would stay with the pooler.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = connectPostgres(url, { max: 1, applicationName: "purser-migrate" });
  try {
    await client.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      const database = drizzle(async (text) => ({ rows: await transaction.unsafe(text) }));
      const run = async (statements: string[]) => {
        for (const statement of statements) await transaction.unsafe(statement);
      };
      await migrate(database, run, { migrationsFolder: "drizzle" });
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
