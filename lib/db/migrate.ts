import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 7_305_001;

/** Brings the schema up to date; several processes may call it at once, one works and the others wait. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder: "drizzle" });
  } finally {
    // Closing the session gives the lock back.
    await client.end({ timeout: 5 });
  }
}
