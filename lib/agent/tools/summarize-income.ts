import { z } from "zod";
import type { IncomeResult } from "../../contract/results/income-result";
import { INCOME_DEFINITION } from "../../domain/income";
import type { Ledger } from "../../domain/ledger";
import { purserTool } from "./purser-tool";
import { FlowInput, summarizeFlow } from "./summarize-flow";

const SummarizeIncomeInput = z.object(FlowInput);

/** Income by definition income.v1. @throws {ToolProblem} for a bad period or an unknown name */
export async function summarizeIncome(
  ledger: Ledger,
  input: z.infer<typeof SummarizeIncomeInput>,
): Promise<IncomeResult> {
  const summary = await summarizeFlow(ledger, "income", input);
  return { kind: "income", definition: INCOME_DEFINITION, ...summary };
}

export const summarizeIncomeTool = () =>
  purserTool({
    name: "summarize_income",
    description:
      "Total income of a period (pay, interest, dividends, benefits) with averages, number of payments, largest and smallest; also per category, payer (merchant), account, month, week or day, each with its share. Refunds, transfers, money from friends and loans are not income.",
    schema: SummarizeIncomeInput,
    run: ({ ledger }, input) => summarizeIncome(ledger, input),
  });
