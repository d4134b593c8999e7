import { expect, it } from "vitest";
import type { CategoryId } from "./categories";
import { recurringKind } from "./recurring-costs";
import { recurringViews } from "./recurring-views";

type Series = Parameters<typeof recurringViews>[0][number];

const series = (category: CategoryId, more: Partial<Series> = {}): Series => ({
  id: category,
  accountId: "checking",
  source: "plaid",
  name: category,
  category,
  cadence: "monthly",
  status: "active",
  averageMinor: -1_599,
  lastMinor: -1_599,
  isVariable: false,
  currency: "USD",
  firstDate: "2026-01-05",
  lastDate: "2026-11-05",
  nextDate: "2026-12-05",
  transactionIds: [category],
  ...more,
});

const TODAY = "2026-11-24";

it.each(["savings", "investments", "transfer", "card_payment", "cash", "loan_disbursement"] as const)(
  "money that only moves does not come back, whoever says so, in either direction: %s",
  (category) => {
    const legs = [series(category), series(category, { id: "in", averageMinor: 1_599, lastMinor: 1_599 })];
    expect(recurringViews(legs, TODAY)).toEqual([]);
  },
);

it("keeps our series of a payment that the bank calls a transfer", () => {
  const rows = { transactionIds: ["rent by app"] };
  const ours = series("person_to_person", { ...rows, source: "detected" });
  expect(recurringViews([series("transfer", rows), ours], TODAY)).toMatchObject([{ id: "person_to_person" }]);
});

it.each([
  ["streaming_and_media", "subscription"],
  ["fitness", "subscription"],
  ["other_services", "subscription"],
  ["rent", "bill"],
  ["mortgage", "bill"],
  ["car_loan", "bill"],
  ["utilities", "bill"],
  ["insurance", "bill"],
  ["person_to_person", "bill"],
] as const)("%s of a fixed price is a %s", (category, kind) => {
  expect(recurringViews([series(category)], TODAY).map(recurringKind)).toEqual([kind]);
});
