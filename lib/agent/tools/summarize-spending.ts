import { z } from "zod";
import type { SpendingResult } from "../../contract/results/spending-result";
import type { Ledger } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import {
  PURCHASES_DEFINITION,
  SPENDING_DEFINITION,
  SPENDING_GROUPINGS,
  summariseSpending,
} from "../../domain/spending";
import { largestFirst } from "../../domain/transaction";
import { type AmountRange, AmountRangeInput, isInRange } from "./amount-range";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const MAX_GROUPS = 50;
/** Enough to check a number by; `rowCount` says how many there are. Each answer is stored with them. */
const MAX_ROWS = 50;

const SummarizeSpendingInput = z.object({
  period: PeriodInput.describe(PERIOD_DESCRIPTION),
  groupBy: z.enum(SPENDING_GROUPINGS).nullish().describe("One amount per group besides the total."),
  ...ScopeInput,
  ...AmountRangeInput,
  limit: z.int().min(1).max(MAX_GROUPS).nullish().describe("At most so many groups, largest first."),
});

/**
 * Spending by definition spending.v1, or purchases of some amount by purchases.v1. The rows behind it, largest first,
 * are for the client: see ./purser-tool.ts.
 * @throws {ToolProblem} for a bad period or an unknown name
 */
export async function summarizeSpending(
  ledger: Ledger,
  input: z.infer<typeof SummarizeSpendingInput>,
): Promise<SpendingResult> {
  const [period, scope] = await Promise.all([toPeriod(input.period, ledger), resolveScope(input, ledger)]);
  const { filters, ...filter } = scope;
  const [coverage, caveats] = await Promise.all([
    ledger.coverage(scope.accountIds),
    ledger.caveats({ accountIds: scope.accountIds, period }),
  ]);
  const found = await ledger.transactions({ ...filter, period, flows: ["spending"] });
  const amounts = amountsOf(input);
  const isNarrowed = Object.keys(amounts).length > 0;
  const rows = isNarrowed ? found.filter((row) => row.amountMinor < 0 && isInRange(row, amounts)) : found;
  const groupBy = input.groupBy ?? "none";
  const summary = summariseSpending(rows, groupBy);
  return {
    kind: "spending",
    definition: isNarrowed ? PURCHASES_DEFINITION : SPENDING_DEFINITION,
    asOf: coverage.asOf,
    dataFrom: coverage.firstDate,
    ...(caveats.length > 0 && { caveats }),
    period,
    groupBy,
    filters: { ...filters, ...amounts },
    totals: withZero(summary.totals, coverage.currencies).map(({ amountMinor, currency }) =>
      toMoney(amountMinor, currency),
    ),
    groups: summary.groups
      .slice(0, input.limit ?? MAX_GROUPS)
      .map(({ key, label, amountMinor, currency, rowCount }) => ({
        key,
        label,
        amount: toMoney(amountMinor, currency),
        rowCount,
      })),
    groupCount: summary.groups.length,
    rowCount: summary.rowCount,
    rows: summary.rows.toSorted(largestFirst).slice(0, MAX_ROWS).map(toRow),
  };
}

const amountsOf = ({ minAmount, maxAmount }: AmountRange): { minAmount?: number; maxAmount?: number } => ({
  ...(typeof minAmount === "number" && { minAmount }),
  ...(typeof maxAmount === "number" && { maxAmount }),
});

/** Nothing spent is an amount too: zero in the person's main currency. */
function withZero(totals: { amountMinor: number; currency: string }[], currencies: string[]) {
  const [main] = currencies;
  return totals.length === 0 && main ? [{ amountMinor: 0, currency: main }] : totals;
}

export const summarizeSpendingTool = () =>
  purserTool({
    name: "summarize_spending",
    description:
      "Total spending of a period, also per category, merchant or month. Transfers between own accounts and card payments are left out, refunds are taken off, pending purchases count once. Totals cover every matching row. With minAmount or maxAmount only purchases of such an amount count, and refunds are not taken off.",
    schema: SummarizeSpendingInput,
    run: ({ ledger }, input) => summarizeSpending(ledger, input),
  });
