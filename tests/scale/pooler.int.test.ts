import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { syncItem } from "../../lib/banking/sync-item";
import { closeDatabase } from "../../lib/db/client";
import { migrateDatabase } from "../../lib/db/migrate";
import type { Consumers } from "../../lib/queue/start-consumers";
import {
  chunksIn,
  newPerson,
  post,
  question,
  readAll,
  saying,
  startScriptedWorker,
  textIn,
} from "../support/chat-harness";
import { bankRows, newLink, storedRows } from "../support/linked-bank";
import { type Pooler, startPooler } from "../support/pooler";

const SESSIONS = 2;
let pooler: Pooler;

beforeAll(async () => {
  pooler = await startPooler(process.env.DATABASE_URL ?? "", SESSIONS);
  Object.assign(process.env, { DATABASE_URL: pooler.url, DATABASE_PREPARED_STATEMENTS: "false" });
});

afterAll(async () => {
  await closeDatabase();
  await pooler.stop();
});

describe("behind a transaction pooler with two sessions", () => {
  it("many answers at once go their whole way", async () => {
    const worker: Consumers = await startScriptedWorker(() => saying(["all ", "here"]));
    const people = await Promise.all([newPerson(), newPerson(), newPerson()]);
    const asked = people.flatMap((person) => [1, 2, 3, 4].map(() => post(person.id, question())));
    for (const response of await Promise.all(asked))
      expect(textIn(chunksIn(await readAll(response)))).toBe("all here");
    await worker.close(1_000);
  });

  it("banks are read at the same time, rows and locks as everywhere", async () => {
    const links = await Promise.all([5, 6].map((seed) => newLink(seed, 1)));
    await Promise.all(links.map(({ itemId }) => syncItem(itemId)));
    for (const { itemId } of links) {
      const [stored, expected] = [await storedRows(itemId), await bankRows(itemId)];
      expect(stored.map((row) => row.plaidTransactionId)).toEqual(
        expected.map((row) => row.transaction_id).sort(),
      );
    }
  });

  it("several processes bring a new database up to date, and no lock is left behind", async () => {
    const direct = postgres(inject("services").databaseUrl, { max: 1 });
    const name = `pooled_${randomUUID().replaceAll("-", "")}`;
    await direct.unsafe(`create database ${name}`);
    const url = Object.assign(new URL(pooler.url), { pathname: `/${name}` }).href;
    await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url)));
    await migrateDatabase(url);
    const locks = await direct`
      select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where locktype = 'advisory' and datname = ${name}`;
    expect(locks).toHaveLength(0);
    const ours = postgres(inject("services").databaseUrl.replace(/[^/]*$/, name), { max: 1 });
    const steps = await ours`select hash from drizzle.__drizzle_migrations`;
    expect(new Set(steps.map(({ hash }) => hash)).size).toBe(steps.length);
    expect((await ours`select 1 from information_schema.tables where table_name = 'runs'`).length).toBe(1);
    await ours.end();
    await direct.unsafe(`drop database ${name} with (force)`);
    await direct.end();
  });

  it("a statement prepared by name is lost with the session, so this is the real thing", async () => {
    const address = pooler.url.slice(0, pooler.url.indexOf("?"));
    const preparing = postgres(address, { max: 1, prepare: true });
    const other = postgres(address, { max: 1, prepare: false });
    await preparing`select ${1}::int`;
    await other.begin(async (busy) => {
      // The session that was used last is given out first: the other one must now serve who prepared.
      await busy`select 1`;
      await expect(preparing.begin((transaction) => transaction`select ${1}::int`)).rejects.toThrow();
    });
    await Promise.all([preparing.end(), other.end()]);
  });
});
