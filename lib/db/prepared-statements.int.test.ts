import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectPostgres } from "./connect-postgres";
import { users } from "./schema/people";

const connections = connectPostgres(process.env.DATABASE_URL ?? "", {
  max: 1,
  applicationName: "test",
  keepsSessions: true,
});
const db = drizzle(connections, { casing: "snake_case" });

const findUser = (email: string) => db.select({ id: users.id }).from(users).where(eq(users.email, email));
const prepared = async (): Promise<string[]> =>
  (await connections`select statement from pg_prepared_statements`).map(({ statement }) => String(statement));

beforeAll(async () => {
  await db.insert(users).values({ email: "known@purser.example", name: "Known" });
});

afterAll(() => connections.end());

describe("prepared statements", () => {
  it("a statement that is asked again is prepared once, and answers what was asked", async () => {
    expect(await findUser("known@purser.example")).toHaveLength(1);
    expect(await findUser("unknown@purser.example")).toHaveLength(0);
    const mine = (await prepared()).filter((text) => text.startsWith('select "id" from "users"'));
    expect(mine).toHaveLength(1);
  });

  it("statements of transactions and of the transactions within them are prepared, too, and roll back", async () => {
    const insert = (executor: Pick<typeof db, "insert">, email: string) =>
      executor.insert(users).values({ email, name: "Of a transaction" });
    await db.transaction(async (tx) => {
      await insert(tx, "outer@purser.example");
      await tx
        .transaction(async (inner) => {
          await insert(inner, "inner@purser.example");
          throw new Error("taken back");
        })
        .catch(() => undefined);
    });
    expect(await findUser("outer@purser.example")).toHaveLength(1);
    expect(await findUser("inner@purser.example")).toHaveLength(0);
    expect((await prepared()).filter((text) => text.startsWith('insert into "users"'))).not.toHaveLength(0);
  });

  it("batches of rows are not prepared: every size would be another statement", async () => {
    const before = (await prepared()).length;
    const rows = Array.from({ length: 40 }, (_, index) => ({
      email: `${index}@purser.example`,
      name: "One of many",
    }));
    await db.insert(users).values(rows);
    expect((await prepared()).length).toBe(before);
  });

  it("a change of the table's columns, as in a rolling deployment, does not break them", async () => {
    const all = () =>
      db.execute(sql`select * from ${users} where ${users.email} = ${"known@purser.example"}`);
    const before = Object.keys((await all())[0] ?? {});
    await connections`alter table users add column added_later text`;
    expect(Object.keys((await all())[0] ?? {})).toEqual([...before, "added_later"]);
  });
});
