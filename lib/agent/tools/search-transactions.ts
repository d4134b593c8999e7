import { z } from "zod";
import type { TransactionsResult } from "../../contract/results/transactions-result";
import { compareText } from "../../domain/compare-text";
import type { FlowSum } from "../../domain/flow-sums";
import type { Ledger, TransactionFilter } from "../../domain/ledger";
import { sumByCurrency, toMoney } from "../../domain/money";
import { FLOWS, TRANSACTION_ORDERS } from "../../domain/transaction";
import { AmountRangeInput, amountFilter } from "./amount-range";
import { evidenceOf } from "./evidence-of";
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
  sort: z.enum(TRANSACTION_ORDERS).nullish().describe("Newest first when left out."),
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
  const { filters: _, ...included } = scope;
  const filter: TransactionFilter = {
    ...included,
    ...amountFilter(input),
    ...(period && { period }),
    ...(input.flow && { flows: [input.flow] }),
    direction: input.direction ?? undefined,
    pending: input.pending ?? undefined,
    text: input.text?.trim() || undefined,
  };
  const [evidence, sums, listed] = await Promise.all([
    evidenceOf(ledger, { accountIds: scope.accountIds, period }),
    ledger.sums(filter, "none"),
    ledger.transactions(filter, { order: input.sort ?? "newest", limit: input.limit ?? USUAL_ROWS }),
  ]);
  const rowCount = sums.reduce((count, sum) => count + sum.rowCount, 0);
  return {
    kind: "transactions",
    definition: TRANSACTIONS_DEFINITION,
    ...evidence,
    period,
    rowCount,
    transactions: listed.map(toRow),
    truncated: rowCount > listed.length,
    totals: totalsOf(sums),
  };
}

function totalsOf(sums: readonly FlowSum[]): TransactionsResult["totals"] {
  const moneyIn = sumByCurrency(sums.map(({ inMinor, currency }) => ({ amountMinor: inMinor, currency })));
  const moneyOut = sumByCurrency(
    sums.map(({ inMinor, netMinor, currency }) => ({ amountMinor: inMinor - netMinor, currency })),
  );
  const outOf = (wanted: string) => moneyOut.find(({ currency }) => currency === wanted)?.amountMinor ?? 0;
  return moneyIn
    .toSorted((a, b) => compareText(a.currency, b.currency))
    .map(({ amountMinor, currency }) => ({
      moneyIn: toMoney(amountMinor, currency),
      moneyOut: toMoney(outOf(currency), currency),
    }));
}

export const searchTransactionsTool = () =>
  purserTool({
    name: "search_transactions",
    description:
      "Transactions that match, listed up to a limit, with money in and money out over ALL that match. For totals of spending use summarize_spending, of income summarize_income.",
    schema: SearchTransactionsInput,
    run: ({ ledger }, input) => searchTransactions(ledger, input),
  });
