import { expect, it } from "vitest";
import { bill, householdWithBills } from "../../../tests/support/household-with-bills";
import { RecurringResult } from "../../contract/results/recurring-result";
import { listRecurring } from "./list-recurring";

it("lists what goes out, what is due next first and what has ended last, with its cost", async () => {
  const result = await listRecurring(householdWithBills(), {});
  expect(RecurringResult.parse(result)).toEqual(result);
  expect(
    result.series.map(({ name, kind, status, amount, nextDate, perMonth, perYear }) => [
      name,
      kind,
      status,
      amount.formatted,
      nextDate,
      perMonth?.formatted,
      perYear?.formatted,
    ]),
  ).toEqual([
    ["Oakwood Apartments", "bill", "active", "$1,400.00", "2026-12-01", "$1,400.00", "$16,800.00"],
    ["Homestead Insurance", "bill", "early", "$600.00", "2026-12-03", "$50.00", "$600.00"],
    ["Motor Finance", "bill", "active", "$310.00", "2026-12-05", "$310.00", "$3,720.00"],
    ["Streambox", "subscription", "active", "$15.99", "2026-12-12", "$15.99", "$191.88"],
    ["Iron Gym", "subscription", "ended", "$45.00", null, undefined, undefined],
  ]);
  // 16,800.00 + 600.00 + 3,720.00 + 191.88; the gym that was left is not in it.
  expect(result.totals).toMatchObject([
    {
      direction: "out",
      perYear: { amountMinor: 2_131_188 },
      perMonth: { amountMinor: 177_599 },
      seriesCount: 4,
    },
  ]);
  expect([result.seriesCount, result.endedCount]).toEqual([5, 1]);
});

it("tells when a price changed, from what to what", async () => {
  const { series } = await listRecurring(householdWithBills(), { names: ["streambox"] });
  expect(series).toMatchObject([
    {
      name: "Streambox",
      seen: 12,
      priceChanges: [
        {
          date: "2026-09-12",
          from: { formatted: "$12.99" },
          to: { formatted: "$15.99" },
          difference: { amountMinor: 300 },
        },
      ],
    },
  ]);
});

it("never takes salaries off what subscriptions cost", async () => {
  const { totals } = await listRecurring(householdWithBills(), { direction: "both" });
  expect(totals.map(({ direction, perYear }) => [direction, perYear.amountMinor])).toEqual([
    ["out", 2_131_188],
    ["in", 26 * 210_000],
  ]);
});

it("counts only subscriptions when asked for them, and each currency by itself", async () => {
  const euros = ["2026-08-03", "2026-09-03", "2026-10-03", "2026-11-03"].map((date) =>
    bill(date, -500, "Nachrichten", { currency: "EUR", category: "streaming_and_media" }),
  );
  const dollars = ["2026-08-04", "2026-09-04", "2026-10-04", "2026-11-04"].map((date) =>
    bill(date, -700, "Daily News", { category: "streaming_and_media" }),
  );
  const { totals } = await listRecurring(householdWithBills({ transactions: [...euros, ...dollars] }), {
    kinds: ["subscription"],
  });
  expect(totals.map(({ perMonth }) => perMonth.formatted)).toEqual(["$7.00", "€5.00"]);
});

it("has the rows behind it", async () => {
  const { rows, rowCount } = await listRecurring(householdWithBills(), { names: ["Motor Finance"] });
  expect(rowCount).toBe(7);
  expect(rows?.every(({ merchant }) => merchant === "Motor Finance")).toBe(true);
});

it("does not pass over a name that it does not know", async () => {
  await expect(listRecurring(householdWithBills(), { names: ["Strembox"] })).rejects.toMatchObject({
    failure: { error: { code: "unknown_series", suggestions: ["Streambox"] } },
  });
});
