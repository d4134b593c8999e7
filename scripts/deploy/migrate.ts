import { migrateDatabase } from "../../lib/db/migrate";
import type { Step, Target } from "./step";

/** Brings the schema up to date. Migrations only add, so what runs now goes on beside them and nothing is taken back. */
export function migrate({ application, pendingMigrations }: Target): Step {
  const what = describe(pendingMigrations);
  return {
    title: "migrations",
    plan: `migrate PostgreSQL (${what})`,
    run: async () => {
      await migrateDatabase(application.DATABASE_URL ?? "");
      return what;
    },
    remedy:
      "They are one transaction, so nothing has changed. Mend what PostgreSQL says, then run `npm run deploy` again.",
  };
}

function describe(names: string[] | null): string {
  if (names === null) return "which ones, the database has to tell";
  return names.length === 0 ? "none pending" : names.join(", ");
}
