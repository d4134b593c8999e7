import { type ToolFailure, ToolFailure as ToolFailureSchema } from "../../contract/results/tool-failure";
import { ToolResult } from "../../contract/tool-result";

export type PlannedCall = {
  name: "summarize_spending" | "search_transactions" | "get_accounts";
  args: Record<string, unknown>;
};

/** What came back for a call. Spending comes without its rows: the model is not sent them. */
export type Outcome = ToolResult | ToolFailure;

/** Reads the text of a tool message. @throws when it is neither a result nor a failure: then nothing may be said. */
export function readOutcome(content: string): Outcome {
  const data: unknown = JSON.parse(content);
  const failure = ToolFailureSchema.safeParse(data);
  if (failure.success) return failure.data;
  return ToolResult.parse(data);
}

export const isFailure = (outcome: Outcome): outcome is ToolFailure => "error" in outcome;
