import { expect, it } from "vitest";
import { memoryLedger } from "../../../tests/support/memory-ledger";
import { HoldingsResult } from "../../contract/results/holdings-result";
import type { Holding } from "../../domain/holding";
import { getHoldings } from "./get-holdings";

const holding = (name: string, valueMinor: number, more: Partial<Holding> = {}): Holding => ({
  accountId: "brokerage",
  accountName: "Brokerage",
  name,
  ticker: null,
  kind: "etf",
  quantity: "1.5",
  price: "100.125",
  valueMinor,
  costBasisMinor: null,
  currency: "USD",
  priceDate: "2026-11-23",
  ...more,
});

const ask = (holdings: Holding[]) =>
  getHoldings(memoryLedger({ today: "2026-11-24", accounts: [], transactions: [], holdings }), {});

it("tells values, shares and gains, the most valuable first, each currency by itself", async () => {
  const result = await ask([
    holding("Small", 25_000, { costBasisMinor: 30_000 }),
    holding("Large", 75_000, { costBasisMinor: 50_000 }),
    holding("Abroad", 99_000, { currency: "EUR" }),
  ]);
  expect(HoldingsResult.parse(result)).toEqual(result);
  expect(
    result.holdings.map(({ name, gain, gainPercent, share }) => [
      name,
      gain?.formatted,
      gainPercent?.formatted,
      share?.formatted,
    ]),
  ).toEqual([
    ["Abroad", undefined, undefined, "100%"],
    ["Large", "$250.00", "50%", "75%"],
    ["Small", "-$50.00", "-16.7%", "25%"],
  ]);
  expect(result.totals).toMatchObject([
    {
      value: { formatted: "$1,000.00" },
      gain: { formatted: "$200.00" },
      gainPercent: { basisPoints: 2_500 },
    },
    { value: { formatted: "€990.00" }, costBasis: null, gain: null, costKnownOf: 0 },
  ]);
});

it("counts into a gain only what has a known cost", async () => {
  const result = await ask([
    holding("Known", 60_000, { costBasisMinor: 50_000 }),
    holding("Unknown", 40_000),
  ]);
  expect(result.totals).toMatchObject([
    { value: { amountMinor: 100_000 }, gain: { amountMinor: 10_000 }, holdingCount: 2, costKnownOf: 1 },
  ]);
});
