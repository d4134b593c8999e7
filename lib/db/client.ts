import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { env } from "../env";
import { lazy } from "../lazy";
import { connectPostgres } from "./connect-postgres";

export type Database = PostgresJsDatabase;
/** The database or a transaction on it: what every query takes as its first argument. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

const client = lazy("postgres", () =>
  connectPostgres(env().DATABASE_URL, {
    max: 10,
    applicationName: "purser",
    keepsSessions: env().DATABASE_PREPARED_STATEMENTS,
  }),
);

/** Drizzle on Postgres, one pool per process, opened by the first query. */
export const database = lazy("database", (): Database => drizzle(client(), { casing: "snake_case" }));

export async function closeDatabase(): Promise<void> {
  await client().end({ timeout: 5 });
}
