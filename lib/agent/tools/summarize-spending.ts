import { z } from "zod";
import type { SpendingResult } from "../../contract/results/spending-result";
import type { Ledger } from "../../domain/ledger";
import { PURCHASES_DEFINITION, SPENDING_DEFINITION } from "../../domain/spending";
import { AmountRangeInput, amountFilter } from "./amount-range";
import { purserTool } from "./purser-tool";
import { FlowInput, summarizeFlow } from "./summarize-flow";

const SummarizeSpendingInput = z.object({ ...FlowInput, ...AmountRangeInput });

/**
 * Spending by definition spending.v1, or purchases of some amount by purchases.v1.
 * @throws {ToolProblem} for a bad period or an unknown name
 */
export async function summarizeSpending(
  ledger: Ledger,
  input: z.infer<typeof SummarizeSpendingInput>,
): Promise<SpendingResult> {
  const { minAmount, maxAmount } = input;
  const range = {
    ...(typeof minAmount === "number" && { minAmount }),
    ...(typeof maxAmount === "number" && { maxAmount }),
  };
  const isNarrowed = Object.keys(range).length > 0;
  const amounts = { direction: "out", ...amountFilter(input) } as const;
  const summary = await summarizeFlow(ledger, "spending", input, isNarrowed ? amounts : {});
  return {
    kind: "spending",
    definition: isNarrowed ? PURCHASES_DEFINITION : SPENDING_DEFINITION,
    ...summary,
    filters: { ...summary.filters, ...range },
  };
}

export const summarizeSpendingTool = () =>
  purserTool({
    name: "summarize_spending",
    description:
      "Total spending of a period with averages, number of purchases, refunds, largest and smallest purchase; also per category, merchant, account, month, week or day, each with its share of the total. Transfers between own accounts and card payments are left out, refunds are taken off, pending purchases count once. Totals cover every matching row. With minAmount or maxAmount only purchases of such an amount count, and refunds are not taken off.",
    schema: SummarizeSpendingInput,
    run: ({ ledger }, input) => summarizeSpending(ledger, input),
  });
