import { expect, it } from "vitest";
import { BILLS, bill, debt, householdWithBills } from "../../../tests/support/household-with-bills";
import { UpcomingResult } from "../../contract/results/upcoming-result";
import { getUpcomingBills } from "./get-upcoming-bills";

const listed = ({ bills }: UpcomingResult) =>
  bills.map(({ name, date, amount, source }) => [name, date, amount.formatted, source]);

it("lists each bill once, by date, with a loan's payment on the date that its bank states", async () => {
  const result = await getUpcomingBills(householdWithBills(), {});
  expect(UpcomingResult.parse(result)).toEqual(result);
  expect(result.period).toEqual({ start: "2026-11-24", end: "2026-12-24" });
  expect(listed(result)).toEqual([
    ["Oakwood Apartments", "2026-12-01", "$1,400.00", "recurring"],
    ["Homestead Insurance", "2026-12-03", "$600.00", "recurring"],
    ["Motor Finance", "2026-12-06", "$310.00", "statement"],
    ["Streambox", "2026-12-12", "$15.99", "recurring"],
    ["Sapphire Card", "2026-12-20", "$35.00", "statement"],
  ]);
  expect(result.totals.map(({ formatted }) => formatted)).toEqual(["$2,360.99"]);
  expect(result.bills.at(-1)?.statementBalance?.formatted).toBe("$950.00");
});

it("says what comes in, and what must be paid before it does", async () => {
  const result = await getUpcomingBills(householdWithBills(), {});
  expect(result.income.map(({ name, date }) => [name, date])).toEqual([
    ["Larkspur", "2026-12-04"],
    ["Larkspur", "2026-12-18"],
  ]);
  expect(result.incomeTotals).toMatchObject([{ amountMinor: 420_000 }]);
  expect(result.untilNextIncome).toMatchObject({
    name: "Larkspur",
    date: "2026-12-04",
    amount: { amountMinor: 210_000 },
    billTotals: [{ amountMinor: 200_000 }],
  });
});

it("does not count a charge again that is pending already", async () => {
  const pending = bill("2026-11-24", -140_000, "Oakwood Apartments", { category: "rent", pending: true });
  const result = await getUpcomingBills(
    householdWithBills({ transactions: [...BILLS.transactions, pending] }),
    { days: 10 },
  );
  expect(listed(result).map(([name]) => name)).toEqual(["Homestead Insurance"]);
});

it("keeps to the days and accounts asked for", async () => {
  const names = async (input: Parameters<typeof getUpcomingBills>[1]) =>
    listed(await getUpcomingBills(householdWithBills(), input)).map(([name]) => name);
  expect(await names({ days: 7 })).toEqual(["Oakwood Apartments"]);
  expect(await names({ days: 6 })).toEqual([]);
  expect(await names({ accounts: ["Sapphire"] })).toEqual(["Sapphire Card"]);
});

const card = (terms: Parameters<typeof debt>[2]) =>
  debt("card", { name: "Sapphire Card", owedMinor: 2_000 }, { minimumPaymentMinor: 3_500, ...terms });

it.each([
  ["asks for no more than is owed", card({ nextPaymentDueDate: "2026-12-20" }), [-2_000]],
  [
    "is over once the minimum was paid since the statement",
    card({
      nextPaymentDueDate: "2026-12-20",
      lastStatementDate: "2026-11-10",
      lastPaymentDate: "2026-11-15",
      lastPaymentMinor: 3_500,
    }),
    [],
  ],
  [
    "is not over by a payment from before the statement",
    card({
      nextPaymentDueDate: "2026-12-20",
      lastStatementDate: "2026-11-10",
      lastPaymentDate: "2026-11-05",
      lastPaymentMinor: 50_000,
    }),
    [-2_000],
  ],
  [
    "is not late because the bank has not told the next date yet",
    card({ nextPaymentDueDate: "2026-11-20" }),
    [],
  ],
  ["is late where the bank says so", card({ nextPaymentDueDate: "2026-11-20", isOverdue: true }), [-2_000]],
  ["is unknown without terms", debt("card", { owedMinor: 2_000 }, null), []],
])("a stated due date %s", async (_, liability, amounts) => {
  const { bills, overdueTotals } = await getUpcomingBills(
    householdWithBills({ transactions: [], liabilities: [liability] }),
    {},
  );
  expect(bills.map(({ amount }) => -amount.amountMinor)).toEqual(amounts);
  expect(overdueTotals).toHaveLength(bills.filter(({ isOverdue }) => isOverdue).length);
});
