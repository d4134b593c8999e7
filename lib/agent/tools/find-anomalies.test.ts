import { describe, expect, it } from "vitest";
import { BILLS, bill, householdWithBills } from "../../../tests/support/household-with-bills";
import { AnomaliesResult } from "../../contract/results/anomalies-result";
import type { Transaction } from "../../domain/transaction";
import { findAnomalies } from "./find-anomalies";

type Input = Parameters<typeof findAnomalies>[1];
const find = (more: Transaction[], input: Input = {}) =>
  findAnomalies(householdWithBills({ transactions: [...BILLS.transactions, ...more] }), input);
const listed = ({ anomalies }: AnomaliesResult) =>
  anomalies.map(({ kind, name, amount, usual }) => [kind, name, amount.formatted, usual?.formatted]);
const groceries = { category: "groceries" };

it("finds nothing in a month like others", async () => {
  const result = await find([]);
  expect(AnomaliesResult.parse(result)).toEqual(result);
  expect(listed(result)).toEqual([]);
  expect(result.period).toEqual({ start: "2026-10-26", end: "2026-11-24" });
});

it("finds a purchase that is large for its merchant, with the usual amount and the reason", async () => {
  // At this grocer fourteen times 40.00 and fourteen times 30.00.
  const result = await find([bill("2026-11-24", -19_000, "Grocer 0", groceries)], {
    kinds: ["large_for_merchant"],
  });
  expect(AnomaliesResult.parse(result)).toEqual(result);
  expect(listed(result)).toEqual([["large_for_merchant", "Grocer 0", "$190.00", "$35.00"]]);
  expect(result.anomalies[0]).toMatchObject({
    difference: { formatted: "$155.00" },
    differencePercent: { formatted: "442.9%" },
    reason: "$155.00 more than the $35.00 that is usual at this merchant, of 28 earlier purchases.",
    account: "Everyday Checking",
  });
  expect(result.rows?.map(({ amount }) => amount.amountMinor)).toEqual([-19_000]);
});

it("finds one that is large for its category at a merchant of which little is known", async () => {
  const result = await find([bill("2026-11-24", -19_000, "Delicatessen", groceries)]);
  expect(listed(result)).toContainEqual(["large_for_category", "Delicatessen", "$190.00", "$35.00"]);
});

it("finds a large purchase at a new merchant, but neither a small one nor one in the first two months of data", async () => {
  const large = bill("2026-11-20", -150_000, "Furniture Palace", { category: "home" });
  const small = bill("2026-11-20", -9_999, "Lamp Shop", { category: "home" });
  expect(listed(await find([large, small]))).toEqual([
    ["new_merchant", "Furniture Palace", "$1,500.00", undefined],
  ]);
  const young = BILLS.transactions.filter(({ date }) => date > "2026-10-01");
  const result = await findAnomalies(householdWithBills({ transactions: [...young, large] }), {
    kinds: ["new_merchant"],
  });
  expect(listed(result)).toEqual([]);
});

describe("a double charge", () => {
  const charge = (date: string, more: Partial<Transaction> = {}) =>
    bill(date, -8_420, "Hardware Store", more);
  const doubles = async (rows: Transaction[]) =>
    (await find(rows, { kinds: ["duplicate_charge"] })).anomalies.map(({ date }) => date);

  it("is the same amount at the same merchant from the same account within two days", async () => {
    const result = await find([charge("2026-11-10"), charge("2026-11-12")], { kinds: ["duplicate_charge"] });
    expect(result.anomalies).toMatchObject([
      {
        date: "2026-11-12",
        reason:
          "The same amount at the same merchant from the same account on Nov 10, 2026 and Nov 12, 2026.",
      },
    ]);
    expect(result.rowCount).toBe(2);
  });

  it.each([
    ["three days later", [charge("2026-11-10"), charge("2026-11-13")]],
    ["another account", [charge("2026-11-10"), charge("2026-11-10", { accountId: "card" })]],
    ["another amount", [charge("2026-11-10"), charge("2026-11-10", { amountMinor: -8_421 })]],
    ["still pending", [charge("2026-11-10"), charge("2026-11-10", { pending: true })]],
    [
      "given back",
      [charge("2026-11-10"), charge("2026-11-10"), charge("2026-11-14", { amountMinor: 8_420 })],
    ],
    [
      "a habit",
      ["2026-09-01", "2026-09-14", "2026-10-07", "2026-11-10"].flatMap((date) => [
        charge(date),
        charge(date),
      ]),
    ],
  ])("is not one that is %s", async (_, rows) => {
    expect(await doubles(rows)).toEqual([]);
  });
});

it("finds a price that rose, in the period in which it rose", async () => {
  const result = await find([], {
    period: { start: "2026-09-01", end: "2026-09-30" },
    kinds: ["price_rise"],
  });
  expect(listed(result)).toEqual([["price_rise", "Streambox", "$15.99", "$12.99"]]);
  expect(result.anomalies[0]).toMatchObject({
    date: "2026-09-12",
    reason: "It cost $12.99 before, $3.00 less.",
  });
  expect(listed(await find([], { period: "this_month", kinds: ["price_rise"] }))).toEqual([]);
});

it("finds a category that is far above its usual month, months without any included", async () => {
  const months = ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"];
  const usual = months.flatMap((month) => [
    bill(`${month}-07`, -6_000, "Bistro", { category: "restaurants" }),
    bill(`${month}-21`, -4_000, "Bistro", { category: "restaurants" }),
  ]);
  const now = Array.from({ length: 4 }, (_, index) =>
    bill(`2026-11-${12 + index * 3}`, -5_500, "Bistro", { category: "restaurants" }),
  );
  const result = await find([...usual, ...now], { period: "this_month", kinds: ["category_spike"] });
  expect(listed(result)).toEqual([["category_spike", "Restaurants", "$220.00", "$100.00"]]);
  expect(result.anomalies[0]?.reason).toBe(
    "$120.00 more in November 2026 than the $100.00 of a usual month, of the 6 months before.",
  );
  expect(result.rowCount).toBe(4);
});
