import { z } from "zod";
import { AccountsResult } from "./results/accounts-result";
import { CashFlowResult } from "./results/cash-flow-result";
import { IncomeResult } from "./results/income-result";
import { RecurringResult } from "./results/recurring-result";
import { SpendingResult } from "./results/spending-result";
import { TransactionsResult } from "./results/transactions-result";
import { UpcomingResult } from "./results/upcoming-result";

/** What the tools of the agent return, by `kind`: one file each in ./results. */
export const ToolResult = z.discriminatedUnion("kind", [
  AccountsResult,
  TransactionsResult,
  SpendingResult,
  RecurringResult,
  IncomeResult,
  UpcomingResult,
  CashFlowResult,
]);
export type ToolResult = z.infer<typeof ToolResult>;
