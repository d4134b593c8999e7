import { expect, it } from "vitest";
import { memoryLedger } from "../../../tests/support/memory-ledger";
import { NetWorthResult } from "../../contract/results/net-worth-result";
import type { DayBalance } from "../../domain/daily-balances";
import type { LedgerAccount } from "../../domain/ledger";
import { getNetWorthHistory } from "./get-net-worth-history";

const account = (id: string, type: LedgerAccount["type"], name: string): LedgerAccount => ({
  id,
  name,
  institution: "First Platypus Bank",
  mask: null,
  type,
  subtype: null,
  currency: "USD",
  isClosed: false,
  balanceMinor: 0,
  availableMinor: null,
  asOf: "2026-11-24T10:00:00.000Z",
});
const balance = (accountId: string, date: string, balanceMinor: number, more: Partial<DayBalance> = {}) => ({
  accountId,
  date,
  balanceMinor,
  currency: "USD",
  ...more,
});

const ledger = memoryLedger({
  today: "2026-11-24",
  accounts: [
    account("checking", "depository", "Everyday Checking"),
    account("card", "credit", "Sapphire Card"),
  ],
  transactions: [],
  balances: [
    balance("checking", "2026-08-01", 100_000),
    balance("checking", "2026-09-15", 250_050),
    balance("checking", "2026-11-20", 80_000),
    balance("card", "2026-09-01", -20_000),
    balance("card", "2026-10-10", -5_001),
  ],
});

it("takes debts off, and says where it began, where it is, and the change, to the cent", async () => {
  const result = await getNetWorthHistory(ledger, { period: { start: "2026-09-01", end: "2026-12-31" } });
  expect(NetWorthResult.parse(result)).toEqual(result);
  expect(result).toMatchObject({
    definition: "net_worth.v1",
    period: { start: "2026-09-01", end: "2026-11-24" },
    interval: "week",
    knownFrom: "2026-09-01",
    currencies: [
      {
        first: { date: "2026-09-01", amount: { amountMinor: 80_000 } },
        last: { date: "2026-11-24", amount: { amountMinor: 74_999, formatted: "$749.99" } },
        change: { amountMinor: -5_001 },
        percent: { basisPoints: -625 },
        highest: { date: "2026-10-10", amount: { amountMinor: 245_049 } },
        lowest: { date: "2026-11-20", amount: { amountMinor: 74_999 } },
      },
    ],
  });
  expect(result.caveats).toBeUndefined();
});

it("has a point for the first day and for the end of each month", async () => {
  const result = await getNetWorthHistory(ledger, {
    period: { start: "2026-09-01", end: "2026-11-24" },
    interval: "month",
  });
  expect(result.currencies[0]?.points.map(({ date, amount }) => [date, amount.amountMinor])).toEqual([
    ["2026-09-01", 80_000],
    ["2026-09-30", 230_050],
    ["2026-10-31", 245_049],
    ["2026-11-24", 74_999],
  ]);
});

it("follows one account alone, and says from when on it is known", async () => {
  const result = await getNetWorthHistory(ledger, {
    period: { start: "2026-08-15", end: "2026-08-15" },
    accounts: ["Sapphire"],
  });
  expect(result.currencies[0]?.last.amount.amountMinor).toBe(-20_000);
  expect(result.filters.accounts).toEqual(["Sapphire Card"]);
  expect(result.caveats?.[0]).toContain("Before Sep 1, 2026 not all balances are known");
});

it("does not know the future", async () => {
  await expect(
    getNetWorthHistory(ledger, { period: { start: "2026-12-01", end: "2026-12-31" } }),
  ).rejects.toThrow("not come");
});
