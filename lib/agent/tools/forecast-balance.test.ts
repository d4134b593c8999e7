import { expect, it } from "vitest";
import { BILLS, bill, householdWithBills } from "../../../tests/support/household-with-bills";
import { ForecastResult } from "../../contract/results/forecast-result";
import { forecastBalance } from "./forecast-balance";

const forecast = async (
  input: Parameters<typeof forecastBalance>[1] = {},
  more: Parameters<typeof householdWithBills>[0] = {},
) => {
  const result = await forecastBalance(householdWithBills(more), input);
  const [only] = result.forecasts;
  if (!only) throw new Error("no forecast");
  return { result, only };
};

it("adds up what is scheduled and what is usual, to the cent", async () => {
  const { result, only } = await forecast({ days: 28 });
  expect(ForecastResult.parse(result)).toEqual(result);
  expect(
    only.events.map(({ date, name, amount, source }) => [date, name, amount.amountMinor, source]),
  ).toEqual([
    ["2026-12-01", "Oakwood Apartments", -140_000, "recurring"],
    ["2026-12-03", "Homestead Insurance", -60_000, "recurring"],
    ["2026-12-04", "Larkspur", 210_000, "recurring"],
    ["2026-12-06", "Motor Finance", -31_000, "statement"],
    ["2026-12-12", "Streambox", -1_599, "recurring"],
    ["2026-12-18", "Larkspur", 210_000, "recurring"],
    // 410.00, 420.00 and 430.00 were paid in the last three months.
    ["2026-12-20", "Sapphire Card", -42_000, "card_payment"],
  ]);
  // 46 purchases of 40.00 and 30.00 by turns on the 91 days before today: 1,610.00, or 17.69 a day.
  expect(only.usualSpending).toMatchObject({
    perDay: { amountMinor: 1_769 },
    perWeek: { amountMinor: 12_385 },
    total: { amountMinor: 49_538 },
    weeks: 13,
  });
  expect([only.scheduledIn.amountMinor, only.scheduledOut.amountMinor]).toEqual([420_000, 274_599]);
  expect(only.end.amountMinor).toBe(180_000 + 420_000 - 274_599 - 49_538);
  expect(only.change.amountMinor).toBe(only.end.amountMinor - 180_000);
});

it("finds the lowest point, and whether the money lasts until the next pay", async () => {
  const { only } = await forecast({ days: 28 });
  // The day before pay: 1,800.00 less rent, insurance and nine days of 17.69.
  const lowest = { date: "2026-12-03", balance: { amountMinor: 180_000 - 200_000 - 15_923 } };
  expect(only.lowest).toMatchObject(lowest);
  expect(only.runsOutOn).toBe("2026-12-03");
  expect(only.nextIncome).toMatchObject({
    name: "Larkspur",
    date: "2026-12-04",
    lowestBefore: lowest,
    isEnoughBefore: false,
  });
  const richer = BILLS.accounts.map((account) =>
    account.id === "checking" ? { ...account, balanceMinor: 300_000 } : account,
  );
  const { only: enough } = await forecast({ days: 28 }, { accounts: richer });
  expect(enough.runsOutOn).toBeNull();
  expect(enough.nextIncome).toMatchObject({ isEnoughBefore: true });
});

it("takes pending rows off, and does not expect them again", async () => {
  const pending = bill("2026-11-23", -140_000, "Oakwood Apartments", { category: "rent", pending: true });
  const { only } = await forecast({ days: 28 }, { transactions: [...BILLS.transactions, pending] });
  expect(only.points[0]?.expected.amountMinor).toBe(40_000);
  expect(only.scheduledOut.amountMinor).toBe(274_599);
});

it("pays a card that was paid since its statement only in the next month", async () => {
  const [card, ...others] = BILLS.liabilities;
  if (!card?.terms) throw new Error("no card");
  const paid = { ...card, terms: { ...card.terms, lastStatementDate: "2026-11-20" } };
  const { only } = await forecast({ days: 60 }, { liabilities: [paid, ...others] });
  expect(only.events.filter(({ source }) => source === "card_payment").map(({ date }) => date)).toEqual([
    "2027-01-20",
  ]);
});

it("neither expects a card's payment again that has left and not arrived, nor takes it for usual spending", async () => {
  const [card, ...others] = BILLS.liabilities;
  if (!card?.terms) throw new Error("no card");
  const due = { ...card, terms: { ...card.terms, nextPaymentDueDate: "2026-11-26" } };
  const before = BILLS.transactions.filter(
    ({ flow, date }) => flow !== "card_payment" || date < "2026-11-01",
  );
  const left = bill("2026-11-23", -43_000, "Card payment", {
    category: "card_payment",
    flow: "card_payment",
  });
  const { only } = await forecast(
    { days: 40 },
    { transactions: [...before, left], liabilities: [due, ...others] },
  );
  expect(only.events.filter(({ source }) => source === "card_payment").map(({ date }) => date)).toEqual([
    "2026-12-26",
  ]);
  expect(only.usualSpending?.perDay.amountMinor).toBe(1_769);
});

it("has no usual spending to go by in the first week", async () => {
  const { result, only } = await forecast({}, { transactions: [bill("2026-11-20", -5_000, "Grocer")] });
  expect(only.usualSpending).toBeNull();
  expect(result.assumptions.join(" ")).toContain("not a week of data");
});

it("refuses accounts that hold no cash", async () => {
  await expect(forecast({ accounts: ["Sapphire Card"] })).rejects.toMatchObject({
    failure: { error: { code: "no_cash_account", suggestions: ["Everyday Checking"] } },
  });
});
