import { sql } from "drizzle-orm";
import { afterAll, describe, expect, inject, it } from "vitest";
import { newLink, newPerson, PLATYPUS } from "../../tests/support/linked-bank";
import { closeDatabase, database, type Executor } from "../db/client";
import { findItem } from "../db/queries/items";
import { closeQueues } from "../queue/enqueue";
import { linkSandboxLogin } from "./link-sandbox-login";
import { requestSync } from "./request-sync";
import { syncItem } from "./sync-item";

process.env.PLAID_BASE_URL = inject("services").plaidUrl;

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase()]);
});

/** Keeps a table locked until `free` is called. */
async function lock(table: string, mode: string) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let done: Promise<void> = Promise.resolve();
  await new Promise<void>((held, failed) => {
    done = database().transaction(async (tx) => {
      await tx.execute(sql`lock table ${sql.identifier(table)} in ${sql.raw(mode)} mode`);
      held();
      await ended;
    });
    done.catch(failed);
  });
  return {
    free: () => {
      end();
      return done;
    },
  };
}

async function untilSomebodyWaitsFor(table: string): Promise<void> {
  for (;;) {
    const rows = await database().execute(
      sql`select 1 from pg_locks where relation = ${table}::regclass and not granted`,
    );
    if (rows.length > 0) return;
  }
}

describe("storing an update", () => {
  it("lets news of the bank through while recurring payments are looked for", async () => {
    const { itemId } = await newLink(5, 2);
    const table = await lock("recurring_series", "exclusive");
    const reading = syncItem(itemId);
    await untilSomebodyWaitsFor("recurring_series");
    const now = new Date("2030-01-01T00:00:00Z");
    const isThrough = await database()
      .transaction(async (tx: Executor) => {
        await tx.execute(sql`set local lock_timeout = '3s'`);
        await tx.execute(sql`select 1 from items where id = ${itemId}::uuid for no key update`);
      })
      .then(
        () => true,
        () => false,
      );
    await table.free();
    await reading;
    expect(isThrough).toBe(true);
    await requestSync(itemId, now);
    expect(await findItem(database(), itemId)).toMatchObject({ nextReadAt: now });
  });

  it("of a large bank does not wait until another large one is stored", async () => {
    const userId = await newPerson();
    const password = JSON.stringify({ seed: 5, months: 12, rows: 5_500 });
    const { itemId } = await linkSandboxLogin(userId, {
      institutionId: PLATYPUS,
      username: "user_household",
      password,
    });
    // What counting a table takes, and keeps until its transaction ends.
    const table = await lock("transactions", "share update exclusive");
    const result = await Promise.race([
      syncItem(itemId),
      untilSomebodyWaitsFor("transactions").then(() => "waits"),
    ]);
    await table.free();
    expect(result).toMatchObject({ isHistoryComplete: true });
  });
});
