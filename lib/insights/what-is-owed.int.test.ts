import { afterAll, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { replaceHoldings } from "../db/queries/holdings";
import { replaceLiabilities } from "../db/queries/liabilities";
import { openLedger } from "./open-ledger";

const now = new Date("2026-11-24T12:00:00Z");

afterAll(() => closeDatabase());

it("is the person's open cards and loans, with their terms where the bank states them", async () => {
  const bank = await storedBank({ lastSyncedAt: now });
  const card = await storedAccount(bank, {
    type: "credit",
    name: "Card",
    currentMinor: 120_000,
    limitMinor: 500_000,
  });
  const loan = await storedAccount(bank, { type: "loan", name: "Loan", currentMinor: 900_000 });
  await storedAccount(bank, { type: "credit", name: "Old Card", closedAt: now });
  await storedAccount(bank);
  await replaceLiabilities(database(), bank.itemId, [
    {
      accountId: card.id,
      kind: "credit",
      rates: [{ kind: "purchase_apr", percent: 24.99 }],
      minimumPaymentMinor: 3_500,
      nextPaymentDueDate: "2026-12-20",
    },
  ]);
  const mine = await (await openLedger(bank.userId, now)).liabilities();
  expect(mine).toMatchObject([
    {
      accountId: card.id,
      institution: "First Platypus Bank",
      owedMinor: 120_000,
      limitMinor: 500_000,
      terms: { rates: [{ percent: 24.99 }], minimumPaymentMinor: 3_500, nextPaymentDueDate: "2026-12-20" },
    },
    { accountId: loan.id, type: "loan", owedMinor: 900_000, limitMinor: null, terms: null },
  ]);
  const { userId } = await storedBank();
  expect(await (await openLedger(userId, now)).liabilities()).toEqual([]);
});

it("is beside what is held on open accounts, the most valuable first", async () => {
  const bank = await storedBank({ lastSyncedAt: now });
  const open = await storedAccount(bank, { type: "investment", name: "Brokerage" });
  const closed = await storedAccount(bank, { type: "investment", name: "Old", closedAt: now });
  const holding = (accountId: string, plaidSecurityId: string, valueMinor: number) => ({
    accountId,
    plaidSecurityId,
    name: plaidSecurityId,
    quantity: "1.25",
    price: "80.5",
    valueMinor,
    currency: "USD",
  });
  await replaceHoldings(database(), bank.itemId, [
    holding(open.id, "small", 10_000),
    holding(open.id, "large", 20_000),
    holding(closed.id, "gone", 30_000),
  ]);
  const held = await (await openLedger(bank.userId, now)).holdings();
  expect(
    held.map(({ name, accountName, quantity, valueMinor }) => [name, accountName, quantity, valueMinor]),
  ).toEqual([
    ["large", "Brokerage", "1.25", 20_000],
    ["small", "Brokerage", "1.25", 10_000],
  ]);
});

it("finds rows by id, and none of anybody else's", async () => {
  const bank = await storedBank();
  const rows = [1, 2, 3].map((day) => ({ date: `2026-11-0${day}`, amountMinor: -day }));
  const ids = await storedRowsOn(await storedAccount(bank), rows);
  const foreign = await storedRowsOn(await storedAccount(await storedBank()), rows);
  const found = await (await openLedger(bank.userId, now)).transactions({
    ids: [ids[0] ?? "", ids[2] ?? "", ...foreign],
  });
  expect(found.map(({ amountMinor }) => amountMinor)).toEqual([-3, -1]);
});
