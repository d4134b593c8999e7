import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORY_IDS } from "./categories";
import { matchesFilter, type TransactionFilter } from "./ledger";
import { SPENDING_GROUPINGS, type SpendingSummary, summariseSpending } from "./spending";
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

const totalIn = (summary: SpendingSummary, currency: string) =>
  summary.totals.find((total) => total.currency === currency)?.amountMinor ?? 0;

const groupsIn = (summary: SpendingSummary, currency: string) =>
  summary.groups
    .filter((group) => group.currency === currency)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

describe("spending by definition spending.v1", () => {
  it("is the sum of its groups, for every grouping and filter, in every currency", () => {
    fc.assert(
      fc.property(anyRows, anyFilter, fc.constantFrom(...SPENDING_GROUPINGS), (rows, filter, groupBy) => {
        if (groupBy === "none") return;
        const summary = summariseSpending(
          rows.filter((row) => matchesFilter(row, filter)),
          groupBy,
        );
        for (const currency of ["USD", "EUR"]) {
          expect(groupsIn(summary, currency)).toBe(totalIn(summary, currency));
        }
        const counted = summary.groups.reduce((sum, { rowCount }) => sum + rowCount, 0);
        expect(counted).toBe(summary.rowCount);
        expect(summary.rows).toHaveLength(summary.rowCount);
      }),
    );
  });

  it("is the same whatever order the rows come in", () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...SPENDING_GROUPINGS), (rows, groupBy) => {
        const { rows: _, ...forth } = summariseSpending(rows, groupBy);
        const { rows: __, ...back } = summariseSpending([...rows].reverse(), groupBy);
        expect(back).toEqual(forth);
      }),
    );
  });

  it("is not changed by transfers, card payments and income", () => {
    fc.assert(
      fc.property(
        anyRows,
        anyRows,
        fc.constantFrom("transfer", "card_payment", "income"),
        (rows, more, flow) => {
          const others = more.map((row) => ({ ...row, flow }) as Transaction);
          expect(summariseSpending([...rows, ...others], "category")).toEqual(
            summariseSpending(rows, "category"),
          );
        },
      ),
    );
  });

  it("goes down by a refund, in total and in the refund's category", () => {
    fc.assert(
      fc.property(anyRows, anyRow, fc.integer({ min: 1, max: 1_000_000 }), (rows, row, amountMinor) => {
        const refund: Transaction = { ...row, flow: "spending", amountMinor };
        const before = summariseSpending(rows, "category");
        const after = summariseSpending([...rows, refund], "category");
        expect(totalIn(after, refund.currency)).toBe(totalIn(before, refund.currency) - amountMinor);
        const inCategory = (summary: SpendingSummary) =>
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
    expect(summariseSpending(rows, "month").groups.map(({ label }) => label)).toEqual([
      "January 2026",
      "February 2026",
    ]);
    expect(summariseSpending(rows, "merchant").groups.map(({ key }) => key)).toEqual(["A", "C", "B"]);
    expect(summariseSpending([], "category")).toEqual({
      totals: [],
      groups: [],
      rowCount: 0,
      rows: [],
    });
  });
});
