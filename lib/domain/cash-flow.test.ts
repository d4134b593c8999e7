import fc from "fast-check";
import { expect, it } from "vitest";
import { cashFlowOf } from "./cash-flow";
import type { FlowSum } from "./flow-sums";

const sum = (flow: FlowSum["flow"], key: string, netMinor: number, currency = "USD"): FlowSum => ({
  flow,
  key,
  currency,
  netMinor,
  inMinor: Math.max(netMinor, 0),
  rowCount: 1,
  inCount: Number(netMinor > 0),
  outCount: Number(netMinor < 0),
});
const known = { firstDate: "2026-01-10", today: "2026-05-20" };
const period = { start: "2026-01-01", end: "2026-12-31" };

it("says each month, which of them are whole, and averages over those alone", () => {
  const [usd, ...others] = cashFlowOf(
    [
      sum("income", "2026-01", 90_000),
      sum("income", "2026-02", 100_000),
      sum("spending", "2026-02", -70_000),
      sum("spending", "2026-04", -50_001),
      sum("spending", "2026-05", -9_000),
    ],
    period,
    known,
    ["USD", "EUR"],
  );
  expect(others).toEqual([]);
  expect(
    usd?.months.map(({ month, netMinor, savingsRate, isWhole }) => [
      month,
      netMinor,
      savingsRate?.formatted,
      isWhole,
    ]),
  ).toEqual([
    ["2026-01", 90_000, "100%", false],
    ["2026-02", 30_000, "30%", true],
    ["2026-03", 0, undefined, true],
    ["2026-04", -50_001, undefined, true],
    ["2026-05", -9_000, undefined, false],
  ]);
  expect(usd?.months[0]?.period).toEqual({ start: "2026-01-10", end: "2026-01-31" });
  expect(usd?.months[4]?.period).toEqual({ start: "2026-05-01", end: "2026-05-20" });
  expect(usd?.averagePerMonth).toEqual({
    incomeMinor: 33_333,
    spendingMinor: 40_000,
    netMinor: -6_667,
    savingsRate: { basisPoints: -2_000, formatted: "-20%" },
    rowCount: 3,
  });
});

it("has no savings rate without income, and none when income was taken back", () => {
  const rateOf = (...sums: FlowSum[]) => cashFlowOf(sums, period, known, [])[0]?.total.savingsRate ?? null;
  expect(rateOf(sum("spending", "2026-02", -100))).toBeNull();
  expect(rateOf(sum("income", "2026-02", -100))).toBeNull();
  expect(rateOf(sum("income", "2026-02", 100), sum("spending", "2026-02", -250))?.basisPoints).toBe(-15_000);
});

it("shows zero in the main currency where nothing happened, and nothing of a time before the data", () => {
  expect(cashFlowOf([], period, known, ["USD", "EUR"])).toMatchObject([
    { currency: "USD", total: { netMinor: 0 }, wholeMonths: 3 },
  ]);
  const before = { start: "2020-01-01", end: "2020-12-31" };
  expect(cashFlowOf([], before, known, ["USD"])).toMatchObject([{ months: [], averagePerMonth: null }]);
});

it("is the sum of its months in every currency, and no transfer or card payment changes it", () => {
  const anySum = fc
    .tuple(
      fc.constantFrom("spending", "income", "transfer", "card_payment"),
      fc.constantFrom("2025-12", "2026-01", "2026-02", "2026-05", "2026-06"),
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.constantFrom("USD", "EUR"),
    )
    .map(([flow, key, netMinor, currency]) => sum(flow as FlowSum["flow"], key, netMinor, currency));
  fc.assert(
    fc.property(fc.array(anySum, { maxLength: 20 }), (sums) => {
      const flows = cashFlowOf(sums, period, known, ["USD"]);
      for (const { total, months } of flows) {
        for (const part of ["incomeMinor", "spendingMinor", "netMinor", "rowCount"] as const) {
          expect(months.reduce((all, month) => all + month[part], 0)).toBe(total[part]);
        }
        expect(total.netMinor).toBe(total.incomeMinor - total.spendingMinor);
      }
      const counted = sums.filter(({ flow }) => flow === "spending" || flow === "income");
      for (const { currency, total } of cashFlowOf(counted, period, known, ["USD"])) {
        expect(flows.find((other) => other.currency === currency)?.total).toEqual(total);
      }
    }),
  );
});
