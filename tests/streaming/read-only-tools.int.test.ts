import { eq, sql as query } from "drizzle-orm";
import postgres from "postgres";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Propose } from "../../lib/agent/agent-context";
import { RunResults } from "../../lib/agent/run-results";
import { agentTools } from "../../lib/agent/tools/agent-tools";
import { lookUp } from "../../lib/agent/tools/look-up";
import { syncItem } from "../../lib/banking/sync-item";
import { closeDatabase, database } from "../../lib/db/client";
import { touchConversation } from "../../lib/db/queries/conversations";
import { insertRun } from "../../lib/db/queries/runs";
import { users } from "../../lib/db/schema/people";
import { proposals } from "../../lib/db/schema/proposals";
import type { Ledger } from "../../lib/domain/ledger";
import { env } from "../../lib/env";
import { openLedger } from "../../lib/insights/open-ledger";
import { propose as proposeChange } from "../../lib/proposals/propose";
import { closeQueues } from "../../lib/queue/enqueue";
import { until } from "../support/chat-harness";
import { newLink } from "../support/linked-bank";

let userId: string;
beforeAll(async () => {
  const link = await newLink(5, 3);
  ({ userId } = link);
  await syncItem(link.itemId);
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

const tools = agentTools();
const isProposing = (name: string) => name.startsWith("propose_") || name === "remember";

/** Something for every tool: what one does not ask for, it does not see. */
const ARGUMENTS = {
  period: "this_year",
  category: "pets",
  phrase: "groceries",
  amount: 5,
  target: 5,
  isRecurring: true,
};

async function call(name: string, ledger: Ledger, propose: Propose, more: object = {}) {
  const context = { ledger, results: new RunResults(), propose };
  const args = { ...ARGUMENTS, ...more };
  const message = await lookUp(
    tools,
    { id: `call ${name}`, name, args },
    context,
    new AbortController().signal,
  );
  return { name, code: message.status === "error" ? JSON.parse(message.text).error.code : "ok" };
}

async function newRun(): Promise<string> {
  const [runId, conversationId] = [newId(), newId()];
  await touchConversation(database(), { id: conversationId, userId, title: "Test" });
  await insertRun(database(), {
    id: runId,
    userId,
    conversationId,
    requestKey: newId(),
    userMessageId: newId(),
    assistantMessageId: newId(),
  });
  return runId;
}

/** What is in each table but that of proposals. */
async function contents(): Promise<Record<string, unknown>> {
  const names = await database().execute<{ name: string }>(
    query`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'proposals' order by 1`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of names) {
    const [row] = await database().execute(
      query`select count(*), md5(string_agg(t::text, '|' order by t::text)) as rows from ${query.identifier(name)} t`,
    );
    found[name] = row;
  }
  return found;
}

it("tools that propose write the proposal and nothing else, and a second attempt proposes nothing twice", async () => {
  const [now, runId] = [new Date(), await newRun()];
  const ledger = await openLedger(userId, now);
  const [merchant] = await ledger.merchants();
  const propose: Propose = (change, callId) => proposeChange(change, { userId, runId, callId, ledger, now });
  const words = {
    merchant,
    merchants: [merchant],
    name: "Bike",
    matchBy: "merchant",
    value: merchant,
    note: "mine",
    text: merchant,
  };
  const names = tools.map(({ name }) => name).filter(isProposing);
  const before = await contents();
  expect(Object.keys(before)).toContain("transactions");
  for (const _attempt of [1, 2]) {
    for (const name of names) expect(await call(name, ledger, propose, words)).toEqual({ name, code: "ok" });
  }
  expect(await contents()).toEqual(before);
  expect(await database().select().from(proposals).where(eq(proposals.runId, runId))).toHaveLength(
    names.length,
  );
});

it("R11: all other tools only read, so a second attempt may call them again", async () => {
  const runId = await newRun();
  await forbidWriting();
  await expect(database().update(users).set({ name: "written" })).rejects.toMatchObject({
    cause: { code: "25006" },
  });
  const now = new Date();
  const ledger = await openLedger(userId, now);
  const propose: Propose = (change, callId) => proposeChange(change, { userId, runId, callId, ledger, now });
  const called = [];
  for (const { name } of tools.filter((tool) => !isProposing(tool.name)))
    called.push(await call(name, ledger, propose));
  // What a refused write becomes.
  expect(await call("propose_budget", ledger, propose)).toMatchObject({ code: "unavailable" });
  expect(called.filter(({ code }) => code === "unavailable")).toEqual([]);
  const answered = called.filter(({ code }) => code === "ok").map(({ name }) => name);
  expect(answered).toEqual(
    expect.arrayContaining([
      "get_accounts",
      "search_transactions",
      "summarize_spending",
      "get_budgets",
      "get_goals",
    ]),
  );
});
