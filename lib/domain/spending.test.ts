import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORY_IDS } from "./categories";
import type { FlowSummary } from "./flow-summary";
import { GROUPINGS, type Grouping, sumFlows } from "./flow-sums";
import { summariseIncome } from "./income";
import { matchesFilter, type TransactionFilter } from "./ledger";
import { summariseSpending } from "./spending";
import { FLOWS, type Transaction } from "./transaction";

const anyRow: fc.Arbitrary<Transaction> = fc.record({
  id: fc.uuid(),
  accountId: fc.constantFrom("a1", "a2"),
  accountName: fc.constant("Account"),
  accountType: fc.constantFrom("depository", "credit"),
  date: fc.constantFrom("2025-12-31", "2026-01-01", "2026-01-31", "2026-02-28", "2028-02-29"),
  amountMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  currency: fc.constantFrom("USD", "EUR"),
  merchant: fc.constantFrom("Amazon", "amazon", "Café"),
  description: fc.constant(""),
  category: fc.constantFrom(...CATEGORY_IDS.slice(0, 8)),
  flow: fc.constantFrom(...FLOWS),
  pending: fc.boolean(),
});
const anyRows = fc.array(anyRow, { maxLength: 40 });

const anyFilter: fc.Arbitrary<TransactionFilter> = fc.record(
  {
    period: fc.constantFrom(
      { start: "2026-01-01", end: "2026-01-31" },
      { start: "2025-01-01", end: "2026-12-31" },
    ),
    categories: fc.subarray(CATEGORY_IDS.slice(0, 8)),
    merchants: fc.subarray(["Amazon", "Café"]),
    accountIds: fc.subarray(["a1", "a2"]),
  },
  { requiredKeys: [] },
);

const spendingOf = (rows: readonly Transaction[], groupBy: Grouping = "none") =>
  summariseSpending(sumFlows(rows, groupBy), groupBy);

const totalIn = (summary: FlowSummary, currency: string) =>
  summary.totals.find((total) => total.currency === currency)?.amountMinor ?? 0;

const groupsIn = (summary: FlowSummary, currency: string) =>
  summary.groups
    .filter((group) => group.currency === currency)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

describe("what came and what went", () => {
  it.each([
    ["spending", summariseSpending],
    ["income", summariseIncome],
  ] as const)(
    "%s is the sum of its groups, for every grouping and filter, in every currency",
    (flow, summarise) => {
      fc.assert(
        fc.property(anyRows, anyFilter, fc.constantFrom(...GROUPINGS), (rows, filter, groupBy) => {
          const matching = rows.filter((row) => matchesFilter(row, filter));
          const total = summarise(sumFlows(matching, "none"));
          expect(total.rowCount).toBe(matching.filter((row) => row.flow === flow).length);
          if (groupBy === "none") return;
          const summary = summarise(sumFlows(matching, groupBy), groupBy);
          expect(summary.totals).toEqual(total.totals);
          for (const currency of ["USD", "EUR"]) {
            expect(groupsIn(summary, currency)).toBe(totalIn(summary, currency));
          }
          const counted = summary.groups.reduce((sum, { rowCount }) => sum + rowCount, 0);
          expect(counted).toBe(summary.rowCount);
          for (const { rowCount, count, reversalCount } of summary.totals) {
            expect(count + reversalCount).toBeLessThanOrEqual(rowCount);
          }
        }),
      );
    },
  );

  it("spending is the same whatever order the rows come in", () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...GROUPINGS), (rows, groupBy) => {
        expect(spendingOf([...rows].reverse(), groupBy)).toEqual(spendingOf(rows, groupBy));
      }),
    );
  });

  it("spending is not changed by transfers, card payments and income", () => {
    fc.assert(
      fc.property(
        anyRows,
        anyRows,
        fc.constantFrom("transfer", "card_payment", "income"),
        (rows, more, flow) => {
          const others = more.map((row) => ({ ...row, flow }) as Transaction);
          expect(spendingOf([...rows, ...others], "category")).toEqual(spendingOf(rows, "category"));
        },
      ),
    );
  });

  it("spending goes down by a refund, in total and in the refund's category", () => {
    fc.assert(
      fc.property(anyRows, anyRow, fc.integer({ min: 1, max: 1_000_000 }), (rows, row, amountMinor) => {
        const refund: Transaction = { ...row, flow: "spending", amountMinor };
        const before = spendingOf(rows, "category");
        const after = spendingOf([...rows, refund], "category");
        expect(totalIn(after, refund.currency)).toBe(totalIn(before, refund.currency) - amountMinor);
        const inCategory = (summary: FlowSummary) =>
          summary.groups.find(({ key, currency }) => key === refund.category && currency === refund.currency)
            ?.amountMinor ?? 0;
        expect(inCategory(after)).toBe(inCategory(before) - amountMinor);
      }),
    );
  });

  it("puts months in the order of time and all else largest first", () => {
    const row = (date: string, amountMinor: number, merchant: string): Transaction => ({
      id: date + merchant,
      accountId: "a",
      accountName: "A",
      accountType: "credit",
      date,
      amountMinor,
      currency: "USD",
      merchant,
      description: "",
      category: "groceries",
      flow: "spending",
      pending: false,
    });
    const rows = [row("2026-02-01", -100, "B"), row("2026-01-31", -300, "A"), row("2026-02-28", -300, "C")];
    expect(spendingOf(rows, "month").groups.map(({ key }) => key)).toEqual(["2026-01", "2026-02"]);
    expect(spendingOf(rows, "week").groups.map(({ key }) => key)).toEqual(["2026-01-26", "2026-02-23"]);
    expect(spendingOf(rows, "merchant").groups.map(({ key }) => key)).toEqual(["A", "C", "B"]);
    expect(spendingOf([], "category")).toEqual({
      totals: [],
      groups: [],
      rowCount: 0,
    });
  });

  it("spending tells refunds apart from purchases, and the share of each group", () => {
    const row = (amountMinor: number, category: string) =>
      ({
        ...fc.sample(anyRow, 1)[0],
        currency: "USD",
        flow: "spending",
        amountMinor,
        category,
      }) as Transaction;
    const { totals, groups } = spendingOf(
      [row(-7_500, "groceries"), row(-3_500, "coffee"), row(1_000, "coffee")],
      "category",
    );
    expect(totals).toEqual([
      { currency: "USD", amountMinor: 10_000, rowCount: 3, count: 2, reversalCount: 1, reversedMinor: 1_000 },
    ]);
    expect(groups.map(({ key, share }) => [key, share?.formatted])).toEqual([
      ["groceries", "75%"],
      ["coffee", "25%"],
    ]);
  });
});
