import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { verifyCredentials } from "../../lib/account/verify-credentials";
import { accessTokenOf } from "../../lib/banking/access-token";
import { closeDatabase, database } from "../../lib/db/client";
import { findFirstDemoUser } from "../../lib/db/queries/users";
import { accounts, items } from "../../lib/db/schema/banks";
import { users } from "../../lib/db/schema/people";
import { transactions } from "../../lib/db/schema/transactions";
import { removeBank } from "../../lib/plaid/link";
import { closeQueues } from "../../lib/queue/enqueue";
import { seedPerson } from "./seed-person";

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase()]);
});

const silently = () => undefined;

async function stateOf(userId: string) {
  const rowsOf = (table: typeof items | typeof accounts | typeof transactions) =>
    database().select().from(table).where(eq(table.userId, userId)).orderBy(table.id);
  const linked = (await rowsOf(items)).map((item) => ({ ...item, lastSyncedAt: null, nextReadAt: null }));
  const known = (await rowsOf(accounts)).map((account) => ({ ...account, balanceAsOf: null }));
  return { linked, known, rows: await rowsOf(transactions) };
}

describe("seedPerson", () => {
  it("makes the demo person with a household, and the same person again the second time", async () => {
    const lines: string[] = [];
    const first = await seedPerson({ seed: 1, months: 3 }, (line) => lines.push(line));
    const before = await stateOf(first.userId);
    expect(first).toMatchObject({ name: "Avery", email: "demo@purser.example" });
    expect(await verifyCredentials(first)).toMatchObject({ person: { id: first.userId, isDemo: true } });
    expect((await findFirstDemoUser(database()))?.id).toBe(first.userId);
    expect(before.known.length).toBeGreaterThanOrEqual(5);
    expect(lines.at(-1)).toBe(`demo@purser.example: ${before.rows.length} transactions read`);

    expect(await seedPerson({ seed: 1, months: 3 }, (line) => lines.push(line))).toEqual(first);
    expect(lines.at(-1)).toBe("demo@purser.example: up to date");
    expect(await stateOf(first.userId)).toEqual(before);
  });

  it("links again when the bank no longer knows the link", async () => {
    const { userId } = await seedPerson({ seed: 3, months: 2 }, silently);
    const before = await stateOf(userId);
    for (const item of await database().select().from(items).where(eq(items.userId, userId))) {
      await removeBank(accessTokenOf(item));
    }
    await seedPerson({ seed: 3, months: 2 }, silently);
    const after = await stateOf(userId);
    expect(after.linked).toHaveLength(1);
    expect(after.linked[0]?.id).not.toBe(before.linked[0]?.id);
    expect(after.rows).toHaveLength(before.rows.length);
  });

  it("does not touch an account that has another password", async () => {
    await database().insert(users).values({ name: "Real", email: "household-4@purser.example" });
    await expect(seedPerson({ seed: 4, months: 1 }, silently)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("npm run seed", () => {
  it("prints JSON and nothing else, twice the same", async () => {
    const run = async () => {
      const args = ["scripts/seed.mjs", "--users", "2", "--months", "1", "--seed", "7", "--json"];
      return promisify(execFile)(process.execPath, args, { env: process.env, timeout: 50_000 });
    };
    const first = await run();
    const people: { email: string; password: string }[] = JSON.parse(first.stdout);
    expect(people.map(({ email }) => email)).toEqual([
      "household-7@purser.example",
      "household-8@purser.example",
    ]);
    for (const person of people) expect(await verifyCredentials(person)).not.toBeNull();
    expect(first.stderr).toContain("[2/2] household-8@purser.example");
    expect((await run()).stdout).toBe(first.stdout);
  });

  it.each([
    [["--users", "none"], {}, "--users must be a whole number"],
    [[], { DATABASE_URL: "", DATA_DIR: "/nowhere" }, "Run `npm start` first"],
    [[], { DATABASE_URL: "postgres://127.0.0.1:1/none" }, "Run `npm start` first"],
  ])("says in one line what is wrong: %j %j", async (args, changes, message) => {
    const run = promisify(execFile)(process.execPath, ["scripts/seed.mjs", ...args], {
      env: { ...process.env, ...changes },
      timeout: 50_000,
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining(message),
    });
  });
});
