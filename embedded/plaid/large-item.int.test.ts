import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxBank, startSandboxBank } from "./server";
import { emptyBooks, follow } from "./testing/follow-transactions";
import { control, household, link, plaidClient } from "./testing/linked-bank";

let bank: SandboxBank;
beforeAll(async () => {
  bank = await startSandboxBank({ today: "2026-11-24" });
});
afterAll(() => bank.stop());

describe("an item of very many rows", () => {
  it("has as many as were asked for, each once, and goes on living", async () => {
    const client = plaidClient(bank.url);
    const { accessToken } = await link(client, household(7, 24, 8_000));
    const books = await follow(client, accessToken, emptyBooks());
    expect(books.rows.size).toBeGreaterThanOrEqual(8_000);
    expect(books.pages).toBe(Math.ceil(books.rows.size / 500));
    await control(bank.url, "live", { days: 2, access_token: accessToken });
    const later = await follow(client, accessToken, books);
    expect(later.pages - books.pages).toBe(1);
    const anew = await follow(client, accessToken, emptyBooks());
    expect([...later.rows.keys()].sort()).toEqual([...anew.rows.keys()].sort());
  });

  it("stays within the limits of the household's cards", async () => {
    const client = plaidClient(bank.url);
    const { accessToken } = await link(client, household(7, 24, 8_000));
    const { data } = await client.accountsGet({ access_token: accessToken });
    for (const { balances, type } of data.accounts) {
      if (type === "credit") expect(balances.current).toBeLessThan(balances.limit ?? 0);
    }
  });
});
