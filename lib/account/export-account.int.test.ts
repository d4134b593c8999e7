import { sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { fullPerson } from "../../tests/support/full-person";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { closeDocuments } from "../documents/connection";
import { AppError } from "../errors";
import { closeQueues } from "../queue/enqueue";
import { closeRedis } from "../redis";
import { exportRoutes } from "../web/export-routes";
import { routeFor } from "../web/route";
import { getPerson } from "./get-person";

afterAll(() => Promise.all([closeDatabase(), closeDocuments(), closeQueues(), closeRedis()]));

const routes = exportRoutes(
  routeFor(async (request) => {
    const id = request.headers.get("x-test-user");
    if (id === null) throw new AppError("unauthenticated", "Sign in.");
    return getPerson(id);
  }) as Parameters<typeof exportRoutes>[0],
);

const ask = (userId?: string) =>
  routes.account(
    new Request("http://localhost:3000/api/export/everything", {
      headers: userId === undefined ? {} : { "x-test-user": userId },
    }),
    { params: Promise.resolve({}) },
  );

async function filesOf(response: Response): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("exporting everything", () => {
  it("puts all that a person keeps here into one archive, and no secret", async () => {
    const { userId, email, conversationId, itemId } = await fullPerson();
    const response = await ask(userId);
    expect(response.headers.get("content-type")).toBe("application/zip");
    expect(response.headers.get("content-disposition")).toMatch(
      /filename="purser-everything-\d{4}-\d\d-\d\d.zip"/,
    );
    const files = await filesOf(response);
    const read = (name: string) => JSON.parse(files[name] ?? "null");
    const listed = [...(files["README.txt"] ?? "").matchAll(/^(\S+\.(?:json|csv|md))/gm)].map(
      ([, name]) => name,
    );
    expect(
      Object.keys(files)
        .filter((name) => name !== "README.txt")
        .sort(),
    ).toEqual(listed.sort());
    expect(read("profile.json")).toMatchObject({ name: "Robin", email, timeZone: "UTC" });
    expect(read("accounts.json").connections).toMatchObject([{ id: itemId }]);
    expect(read("accounts.json").holdings).toHaveLength(1);
    expect(files["balances.csv"]?.split("\r\n").length).toBeGreaterThan(10);
    expect(files["transactions.csv"]).toContain("With Dana");
    expect(read("budgets.json")).toMatchObject([{ category: "groceries", amountMinor: 40_000 }]);
    expect(read("goals.json")).toMatchObject([{ name: "Boat" }]);
    expect(read("rules.json")).toMatchObject([{ matchValue: "Market" }]);
    expect(read("recurring.json")).toMatchObject([{ merchant: "Market", isRecurring: true }]);
    expect(read("memories.json")).toMatchObject([{ text: "Call me Dana" }]);
    expect(read("conversations.json").conversations).toMatchObject([{ id: conversationId }]);
    expect(files["conversations.md"]).toContain("done");
    const all = Object.values(files).join("\n");
    expect(all).not.toMatch(/accessToken|passwordHash|access-sandbox|argon2/i);
  });

  it("holds nothing of another person, and is for nobody who is signed out", async () => {
    const other = await fullPerson();
    const { userId } = await fullPerson();
    const all = Object.values(await filesOf(await ask(userId))).join("\n");
    expect(other.ids.filter((id) => all.includes(id))).toEqual([]);
    expect((await ask()).status).toBe(401);
  });

  it("is written while 100,000 rows are read: each once, in small pieces", async () => {
    const bank = await storedBank();
    const account = await storedAccount(bank);
    await storedRowsOn(account, [{ date: "2026-11-24", amountMinor: -1_000 }]);
    await database().execute(sql`
      insert into transactions (user_id, item_id, account_id, plaid_transaction_id, posted_date, date, amount_minor,
        currency, description, merchant, category, flow, pending)
      select user_id, item_id, account_id, 'more ' || number, posted_date, date - number % 900, -number, currency,
        'ROW ' || number, 'Shop ' || number % 50, category, flow, pending
      from transactions, generate_series(1, 99999) number where account_id = ${account.id}`);
    const { body } = await ask(bank.userId);
    const pieces: Uint8Array[] = [];
    for await (const piece of body ?? []) pieces.push(piece);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
    const files = await filesOf(new Response(new Blob(pieces as Uint8Array<ArrayBuffer>[])));
    const lines = files["transactions.csv"]?.trimEnd().split("\r\n").slice(1) ?? [];
    expect(lines).toHaveLength(100_000);
    expect(new Set(lines).size).toBe(100_000);
  });

  it("breaks off when a store fails in the middle, so that half of it does not look whole", async () => {
    const { userId } = await fullPerson();
    const { body } = await ask(userId);
    await closeDocuments();
    const reading = new Response(body).arrayBuffer();
    await expect(reading.then((bytes) => unzipSync(new Uint8Array(bytes)))).rejects.toThrow();
  });
});
