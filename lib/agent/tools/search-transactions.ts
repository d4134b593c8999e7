import { z } from "zod";
import type { TransactionsResult } from "../../contract/results/transactions-result";
import type { Ledger } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import { FLOWS, largestFirst, type Transaction } from "../../domain/transaction";
import { AmountRangeInput, isInRange } from "./amount-range";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const MAX_ROWS = 50;
const USUAL_ROWS = 20;

const SearchTransactionsInput = z.object({
  period: PeriodInput.nullish().describe(`${PERIOD_DESCRIPTION} All time when left out.`),
  ...ScopeInput,
  text: z.string().max(200).nullish().describe("Part of the merchant's name or of the bank's text."),
  flow: z
    .enum(FLOWS)
    .nullish()
    .describe("What the money did: spending (with refunds), income, transfer or card_payment."),
  direction: z
    .enum(["in", "out"])
    .nullish()
    .describe("Only money that came in, or only money that went out."),
  pending: z.boolean().nullish().describe("Only pending rows, or only posted ones."),
  ...AmountRangeInput,
  sort: z.enum(["newest", "oldest", "largest", "smallest"]).nullish().describe("Newest first when left out."),
  limit: z
    .int()
    .min(1)
    .max(MAX_ROWS)
    .nullish()
    .describe(`How many rows to list, ${USUAL_ROWS} when left out.`),
});
type Input = z.infer<typeof SearchTransactionsInput>;

const TRANSACTIONS_DEFINITION = "transactions.v1";

/** Rows as the bank has them, transfers and card payments too unless `flow` says otherwise. @throws {ToolProblem} */
async function searchTransactions(ledger: Ledger, input: Input): Promise<TransactionsResult> {
  const [period, scope] = await Promise.all([
    input.period ? toPeriod(input.period, ledger) : null,
    resolveScope(input, ledger),
  ]);
  const { filters: _, ...filter } = scope;
  const [coverage, caveats] = await Promise.all([
    ledger.coverage(scope.accountIds),
    ledger.caveats({ accountIds: scope.accountIds, period }),
  ]);
  const found = await ledger.transactions({
    ...filter,
    ...(period && { period }),
    ...(input.flow && { flows: [input.flow] }),
    text: input.text?.trim() || undefined,
  });
  const rows = found.filter((row) => isAsked(row, input)).sort(ORDERS[input.sort ?? "newest"]);
  const listed = rows.slice(0, input.limit ?? USUAL_ROWS);
  return {
    kind: "transactions",
    definition: TRANSACTIONS_DEFINITION,
    asOf: coverage.asOf,
    dataFrom: coverage.firstDate,
    ...(caveats.length > 0 && { caveats }),
    period,
    rowCount: rows.length,
    transactions: listed.map(toRow),
    truncated: rows.length > listed.length,
    totals: totalsOf(rows),
  };
}

function isAsked(row: Transaction, input: Input): boolean {
  if (typeof input.pending === "boolean" && row.pending !== input.pending) return false;
  if (input.direction === "in" && row.amountMinor <= 0) return false;
  if (input.direction === "out" && row.amountMinor >= 0) return false;
  return isInRange(row, input);
}

/** The ledger gives newest first; sorting is stable, so equal amounts stay in that order. */
const ORDERS = {
  newest: () => 0,
  oldest: (a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1),
  largest: largestFirst,
  smallest: (a, b) => Math.abs(a.amountMinor) - Math.abs(b.amountMinor),
} as const satisfies Record<string, (a: Transaction, b: Transaction) => number>;

function totalsOf(rows: readonly Transaction[]): TransactionsResult["totals"] {
  const sums = new Map<string, { moneyIn: number; moneyOut: number }>();
  for (const { amountMinor, currency } of rows) {
    const sum = sums.get(currency) ?? { moneyIn: 0, moneyOut: 0 };
    if (amountMinor > 0) sum.moneyIn += amountMinor;
    else sum.moneyOut -= amountMinor;
    sums.set(currency, sum);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { moneyIn, moneyOut }]) => ({
      moneyIn: toMoney(moneyIn, currency),
      moneyOut: toMoney(moneyOut, currency),
    }));
}

export const searchTransactionsTool = () =>
  purserTool({
    name: "search_transactions",
    description:
      "Transactions that match, listed up to a limit, with money in and money out over ALL that match. Also the way to income (flow: income). For totals of spending use summarize_spending.",
    schema: SearchTransactionsInput,
    run: ({ ledger }, input) => searchTransactions(ledger, input),
  });
