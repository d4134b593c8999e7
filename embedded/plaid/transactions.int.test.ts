import { type PlaidApi, Products } from "plaid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxBank, startSandboxBank } from "./server";
import { type Books, emptyBooks, follow } from "./testing/follow-transactions";
import { control, household, link, plaidClient } from "./testing/linked-bank";

const TODAY = "2026-11-24";
let bank: SandboxBank;
let client: PlaidApi;

beforeAll(async () => {
  bank = await startSandboxBank({ today: TODAY });
  client = plaidClient(bank.url);
});
afterAll(() => bank.stop());

const cents = (amount: number) => Math.round(amount * 100);
const posted = (books: Books) => [...books.rows.values()].filter(({ pending }) => !pending);
const moveTo = (accessToken: string, today: string) =>
  control(bank.url, "today", { today, access_token: accessToken });

describe("/transactions/sync", () => {
  it("gives two years of a household page by page, each row once", async () => {
    const { accessToken } = await link(client);
    const books = await follow(client, accessToken, emptyBooks());
    expect(books.rows.size).toBeGreaterThanOrEqual(2_000);
    expect(books.pages).toBe(Math.ceil(books.rows.size / 500));
    const dates = [...books.rows.values()].map(({ date }) => date).sort();
    expect(dates[0]).toMatch(/^2024-11-/);
    expect(dates.at(-1)).toBe(TODAY);
    const byThrees = await follow(client, accessToken, emptyBooks(), { count: 300 });
    expect(byThrees.rows).toEqual(books.rows);
  });

  it("gives a hundred updates when no count is asked for, and nothing new at the end", async () => {
    const { accessToken } = await link(client, household(3, 6));
    const { data } = await client.transactionsSync({ access_token: accessToken });
    expect(data.added).toHaveLength(100);
    expect(data.has_more).toBe(true);
    expect(data.transactions_update_status).toBe("HISTORICAL_UPDATE_COMPLETE");
    const books = await follow(client, accessToken, emptyBooks());
    const again = await client.transactionsSync({ access_token: accessToken, cursor: books.cursor ?? "" });
    expect(again.data).toMatchObject({ added: [], modified: [], removed: [], has_more: false });
    expect((books.cursor ?? "").length).toBeLessThanOrEqual(256);
  });

  it("lists no loan and no brokerage row, though their balances move", async () => {
    const { accessToken } = await link(client);
    const { data } = await client.accountsGet({ access_token: accessToken });
    const listed = data.accounts.filter(({ type }) => type === "depository" || type === "credit");
    expect(listed.length).toBeLessThan(data.accounts.length);
    const books = await follow(client, accessToken, emptyBooks());
    const ids = new Set([...books.rows.values()].map(({ account_id: id }) => id));
    expect(ids).toEqual(new Set(listed.map(({ account_id: id }) => id)));
  });

  it("moves each balance by exactly the rows that it adds", async () => {
    const { accessToken } = await link(client, household(11));
    let books = await follow(client, accessToken, emptyBooks());
    const balances = async () => {
      const { data } = await client.accountsGet({ access_token: accessToken });
      return data.accounts.filter(({ type }) => type === "depository" || type === "credit");
    };
    const before = await balances();
    const rowsBefore = books;
    await moveTo(accessToken, "2027-01-15");
    books = await follow(client, accessToken, books);
    for (const account of await balances()) {
      const earlier = before.find(({ account_id: id }) => id === account.account_id);
      const sum = (of: Books) =>
        posted(of)
          .filter(({ account_id: id }) => id === account.account_id)
          .reduce((total, { amount }) => total + cents(amount), 0);
      const direction = account.type === "credit" ? 1 : -1;
      const moved = cents(account.balances.current ?? 0) - cents(earlier?.balances.current ?? 0);
      expect(moved, account.name).toBe(direction * (sum(books) - sum(rowsBefore)));
    }
  });

  it("turns a pending row into a posted one with a new id, and mostly says which", async () => {
    const { accessToken } = await link(client, household(21, 6));
    let books = await follow(client, accessToken, emptyBooks());
    const pending = [...books.rows.values()].filter((row) => row.pending);
    expect(pending.length).toBeGreaterThan(0);
    let changedAmount = false;
    let [linked, alone] = [0, 0];
    for (const day of ["2026-11-25", "2026-11-28", "2026-12-01", "2026-12-06", "2026-12-20", "2027-01-20"]) {
      const before = books;
      await moveTo(accessToken, day);
      books = await follow(client, accessToken, books);
      for (const [id, row] of before.rows) {
        if (books.rows.has(id)) continue;
        expect(row.pending).toBe(true);
        const successors = posted(books).filter(({ pending_transaction_id: link }) => link === id);
        // Some holds vanish, and of some posted rows the bank does not say which pending row they were.
        expect(successors.length).toBeLessThanOrEqual(1);
        if (successors.length === 0) alone += 1;
        else linked += 1;
        if (successors.length === 0) continue;
        expect(successors[0]?.date.localeCompare(row.date)).toBeGreaterThanOrEqual(0);
        changedAmount ||= successors[0]?.amount !== row.amount;
      }
    }
    for (const { transaction_id: id } of pending) expect(books.rows.has(id)).toBe(false);
    expect(changedAmount).toBe(true);
    expect(linked).toBeGreaterThan(5 * alone);
  });

  it("gives by steps what it gives at once", async () => {
    const { accessToken } = await link(client, household(33, 4));
    let books = await follow(client, accessToken, emptyBooks());
    for (const day of ["2026-11-30", "2026-12-01", "2027-02-28"]) {
      await moveTo(accessToken, day);
      books = await follow(client, accessToken, books, { count: 17 });
    }
    const anew = await follow(client, accessToken, emptyBooks());
    expect(new Map([...books.rows].sort())).toEqual(new Map([...anew.rows].sort()));
  });

  it("refuses to go on with pages when the bank has moved on, until they are read from the start", async () => {
    const { accessToken } = await link(client, household(4, 6));
    const { data: first } = await client.transactionsSync({ access_token: accessToken, count: 50 });
    await moveTo(accessToken, "2026-11-25");
    await expect(
      client.transactionsSync({ access_token: accessToken, cursor: first.next_cursor, count: 50 }),
    ).rejects.toMatchObject({
      response: {
        status: 400,
        data: {
          error_type: "TRANSACTIONS_ERROR",
          error_code: "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION",
        },
      },
    });
    const books = await follow(client, accessToken, emptyBooks());
    expect(books.rows.size).toBeGreaterThan(100);
  });

  it("is not ready at the first call for an Item that was linked without transactions", async () => {
    const { data: created } = await client.sandboxPublicTokenCreate({
      institution_id: "ins_109508",
      initial_products: [Products.Auth],
    });
    const { data: exchanged } = await client.itemPublicTokenExchange({ public_token: created.public_token });
    const request = { access_token: exchanged.access_token };
    const { data: early } = await client.transactionsSync(request);
    expect(early).toMatchObject({
      transactions_update_status: "NOT_READY",
      next_cursor: "",
      has_more: false,
      added: [],
    });
    const { data: ready } = await client.transactionsSync({ ...request, cursor: early.next_cursor });
    expect(ready.transactions_update_status).toBe("HISTORICAL_UPDATE_COMPLETE");
    expect(ready.added).toHaveLength(100);
  });

  it("gives the last thirty days first and the rest of the history through the same cursor", async () => {
    const { accessToken } = await link(client, household(6, 6));
    await control(bank.url, "history", { access_token: accessToken, history: "initial" });
    const initial = await follow(client, accessToken, emptyBooks());
    const { data } = await client.transactionsSync({ access_token: accessToken });
    expect(data.transactions_update_status).toBe("INITIAL_UPDATE_COMPLETE");
    await control(bank.url, "history", { access_token: accessToken, history: "complete" });
    const whole = await follow(client, accessToken, initial);
    const anew = await follow(client, accessToken, emptyBooks());
    expect(whole.rows.size).toBeGreaterThan(initial.rows.size);
    expect(new Map([...whole.rows].sort())).toEqual(new Map([...anew.rows].sort()));
  });

  it("counts those thirty days from the day at the bank, whatever the clock says", async () => {
    const late = await startSandboxBank({ today: "2026-11-24", now: () => new Date("2027-03-01T20:00:00Z") });
    const caller = plaidClient(late.url);
    const { accessToken } = await link(caller, household(6, 6));
    await control(late.url, "history", { access_token: accessToken, history: "initial" });
    const { rows } = await follow(caller, accessToken, emptyBooks());
    await late.stop();
    expect(rows.size).toBeGreaterThan(10);
    expect([...rows.values()].map(({ date }) => date).sort()[0] ?? "").toMatch(/^2026-10-(2[5-9]|3)/);
  });

  it("follows one account by a cursor of its own", async () => {
    const { accessToken } = await link(client, household(8, 3));
    const { data } = await client.accountsGet({ access_token: accessToken });
    const accountId = data.accounts[2]?.account_id ?? "";
    const options = { account_id: accountId };
    const books = await follow(client, accessToken, emptyBooks(), { count: 40, options });
    expect(new Set([...books.rows.values()].map(({ account_id: id }) => id))).toEqual(new Set([accountId]));
    await expect(
      client.transactionsSync({ access_token: accessToken, cursor: books.cursor ?? "" }),
    ).rejects.toMatchObject({ response: { data: { error_code: "INVALID_FIELD" } } });
  });

  it("gives only the days that were asked for", async () => {
    const { accessToken } = await link(client, { ...household(9), transactions: { days_requested: 90 } });
    const books = await follow(client, accessToken, emptyBooks());
    const [earliest] = [...books.rows.values()].map(({ date }) => date).sort();
    expect(earliest?.localeCompare("2026-08-26")).toBeGreaterThanOrEqual(0);
    expect(earliest?.localeCompare("2026-09-05")).toBeLessThan(0);
  });
});
