import { type ToolRuntime, tool } from "@langchain/core/tools";
import { z } from "zod";
import type { ToolResult } from "../../contract/tool-result";
import type { Ledger } from "../../domain/ledger";
import type { AgentContext } from "../agent-context";
import { GET_ACCOUNTS_DESCRIPTION, GetAccountsInput, getAccounts } from "./get-accounts";
import {
  SEARCH_TRANSACTIONS_DESCRIPTION,
  SearchTransactionsInput,
  searchTransactions,
} from "./search-transactions";
import {
  SUMMARIZE_SPENDING_DESCRIPTION,
  SummarizeSpendingInput,
  summarizeSpending,
} from "./summarize-spending";

type ToolDefinition<Schema extends z.ZodObject> = {
  name: string;
  description: string;
  schema: Schema;
  run: (ledger: Ledger, input: z.infer<Schema>) => Promise<ToolResult>;
};

/**
 * A tool of the agent. The ledger comes from the run's context, so the model cannot choose whose money it reads. The
 * model gets what it can use; the whole result, with the rows behind a sum, rides along as artifact for the client.
 */
function ledgerTool<Schema extends z.ZodObject>({ name, description, schema, run }: ToolDefinition<Schema>) {
  return tool(
    async (input: z.infer<Schema>, runtime: ToolRuntime<unknown, AgentContext>) => {
      const result = await run(runtime.context.ledger, input);
      return [contentForModel(result), result];
    },
    { name, description, schema, responseFormat: "content_and_artifact" },
  );
}

/**
 * A result as the model reads it. Rows behind a sum would cost tokens and tempt to add them up; whoever wants rows
 * searches for them.
 */
export function contentForModel(result: unknown): string {
  const spending = SpendingKind.safeParse(result);
  if (!spending.success) return JSON.stringify(result);
  const { transactions: _, ...rest } = spending.data;
  return JSON.stringify(rest);
}

const SpendingKind = z.looseObject({ kind: z.literal("spending") });

/** The tools, made once per process. Their order is part of the prompt: keep it. */
export const agentTools = () => [
  ledgerTool({
    name: "get_accounts",
    description: GET_ACCOUNTS_DESCRIPTION,
    schema: GetAccountsInput,
    run: getAccounts,
  }),
  ledgerTool({
    name: "search_transactions",
    description: SEARCH_TRANSACTIONS_DESCRIPTION,
    schema: SearchTransactionsInput,
    run: searchTransactions,
  }),
  ledgerTool({
    name: "summarize_spending",
    description: SUMMARIZE_SPENDING_DESCRIPTION,
    schema: SummarizeSpendingInput,
    run: summarizeSpending,
  }),
];
