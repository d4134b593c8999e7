import { readFileSync } from "node:fs";
import { connectPostgres } from "../../lib/db/connect-postgres";

type Journal = { entries: { tag: string; when: number }[] };

/** Names of the migrations that `migrateDatabase` would run, in order; drizzle runs those that are newer than its last one. */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const { entries } = JSON.parse(readFileSync("drizzle/meta/_journal.json", "utf8")) as Journal;
  const newest = await newestMigration(databaseUrl);
  return entries.filter(({ when }) => when > newest).map(({ tag }) => tag);
}

async function newestMigration(databaseUrl: string): Promise<number> {
  const client = connectPostgres(databaseUrl, { max: 1, applicationName: "purser-deploy" });
  try {
    const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
    if (table?.name === null) return 0;
    const [row] = await client`select max(created_at) as newest from drizzle.__drizzle_migrations`;
    return Number(row?.newest ?? 0);
  } finally {
    void client.end({ timeout: 1 });
  }
}
