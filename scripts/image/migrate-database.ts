import { migrateDatabase } from "../../lib/db/migrate";

/** Runs once before web and worker, beside the folder `drizzle`. It needs no other setting than DATABASE_URL. */
const url = process.env.DATABASE_URL;
if (!url) {
  console.error("DATABASE_URL is missing (see .env.example).");
  process.exit(1);
}
try {
  await migrateDatabase(url);
  console.log("The database schema is up to date.");
} catch (error) {
  console.error(`The database cannot be migrated: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
