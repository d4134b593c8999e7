import { ToolFailure } from "../../lib/contract/results/tool-failure";
import { ToolResult } from "../../lib/contract/tool-result";

/** What came back from a tool: a result, a failure in words, or something that this page does not know. */
type ToolOutcome =
  | { kind: "result"; result: ToolResult }
  | { kind: "failure"; message: string }
  | { kind: "unknown" };

export function readToolOutput(output: unknown): ToolOutcome {
  const result = ToolResult.safeParse(output);
  if (result.success) return { kind: "result", result: result.data };
  const failure = ToolFailure.safeParse(output);
  if (!failure.success) return { kind: "unknown" };
  const { message, hint } = failure.data.error;
  return { kind: "failure", message: hint ? `${message} ${hint}` : message };
}
