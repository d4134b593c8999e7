import { sql as query } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agentTools } from "../../lib/agent/tools/agent-tools";
import { closeDatabase, database } from "../../lib/db/client";
import { users } from "../../lib/db/schema/people";
import { env } from "../../lib/env";
import { openLedger } from "../../lib/insights/open-ledger";
import { closeQueues } from "../../lib/queue/enqueue";
import { askOffline } from "../support/ask-offline";
import { until } from "../support/chat-harness";
import { newLink } from "../support/linked-bank";

let userId: string;
beforeAll(async () => {
  ({ userId } = await newLink(5, 3));
  await forbidWriting();
});
afterAll(() => Promise.all([closeQueues(), closeDatabase()]));

/** From now on whatever this process writes is refused: new connections may only read, and old ones are gone. */
async function forbidWriting(): Promise<void> {
  const sql = postgres(env().DATABASE_URL, { max: 1 });
  const [{ name } = { name: "" }] = await sql<{ name: string }[]>`select current_database() as name`;
  await sql`alter database ${sql(name)} set default_transaction_read_only = on`;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
  await sql.end();
  // A connection that is gone is noticed when its end arrives here.
  await until(() =>
    Promise.all(Array.from({ length: 20 }, mayOnlyRead)).then(
      (answers) => answers.every(Boolean),
      () => false,
    ),
  );
}

async function mayOnlyRead(): Promise<boolean> {
  const [row] = await database().execute(query`show default_transaction_read_only`);
  return row?.default_transaction_read_only === "on";
}

it("R11: the assistant's tools only read, so a second attempt may call them again", async () => {
  await expect(database().update(users).set({ name: "written" })).rejects.toMatchObject({
    cause: { code: "25006" },
  });
  const answers = await Promise.all(
    [
      "How much did I spend by category this year?",
      "Show my purchases over $50",
      "How much money do I have?",
    ].map(async (question) => askOffline(await openLedger(userId, new Date()), question)),
  );
  const called = answers.flatMap(({ calls }) => calls.map(({ name }) => name));
  expect(new Set(called)).toEqual(new Set(agentTools().map(({ name }) => name)));
  expect(answers.flatMap(({ failures }) => failures)).toEqual([]);
});
