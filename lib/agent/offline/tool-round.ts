import { type ToolFailure, ToolFailure as ToolFailureSchema } from "../../contract/results/tool-failure";
import { ToolResult } from "../../contract/tool-result";

export type PlannedCall = { name: string; args: Record<string, unknown> };

/** What came back for a call. It comes without its rows: the model is not sent them. */
export type Outcome = ToolResult | ToolFailure;

/** Reads the text of a tool message. @throws when it is neither a result nor a failure: then nothing may be said. */
export function readOutcome(content: string): Outcome {
  const data: unknown = JSON.parse(content);
  const failure = ToolFailureSchema.safeParse(data);
  if (failure.success) return failure.data;
  return ToolResult.parse(data);
}

export const isFailure = (outcome: Outcome): outcome is ToolFailure => "error" in outcome;

/** The results of one kind, in their order. */
export const resultsOf = <Kind extends ToolResult["kind"]>(
  results: readonly ToolResult[],
  kind: Kind,
): Extract<ToolResult, { kind: Kind }>[] =>
  results.filter((result): result is Extract<ToolResult, { kind: Kind }> => result.kind === kind);
