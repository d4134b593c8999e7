import { describe, expect, it } from "vitest";
import type { RecurringSeries } from "../../lib/contract/results/recurring-result";
import { toMoney } from "../../lib/domain/money";
import { pricesOf } from "./prices-of";

const usd = (amountMinor: number) => toMoney(amountMinor, "USD");
const series = (change: Partial<RecurringSeries>): RecurringSeries => ({
  id: "s",
  name: "Streambox",
  direction: "out",
  kind: "subscription",
  category: "Streaming",
  account: "Everyday",
  cadence: "monthly",
  status: "active",
  amount: usd(1_799),
  isVariable: false,
  firstDate: "2025-01-12",
  lastDate: "2026-11-12",
  lastAmount: usd(1_799),
  nextDate: "2026-12-12",
  isOverdue: false,
  perMonth: usd(1_799),
  perYear: usd(21_588),
  priceChanges: [],
  seen: 23,
  ...change,
});

describe("the prices of what comes back", () => {
  it("are one for each change and the one before, the newest first", () => {
    const priceChanges = [
      { date: "2025-09-12", from: usd(1_299), to: usd(1_899), difference: usd(600) },
      { date: "2026-03-12", from: usd(1_899), to: usd(1_799), difference: usd(-100) },
    ];
    expect(pricesOf(series({ priceChanges }))).toEqual([
      { amount: usd(1_799), since: "2026-03-12", change: usd(-100) },
      { amount: usd(1_899), since: "2025-09-12", change: usd(600) },
      { amount: usd(1_299), since: "2025-01-12", change: null },
    ]);
  });

  it("are the one of now where it never changed", () => {
    expect(pricesOf(series({}))).toEqual([{ amount: usd(1_799), since: "2025-01-12", change: null }]);
  });

  it("are none where each payment differs", () => {
    expect(pricesOf(series({ isVariable: true }))).toEqual([]);
  });
});
