import type { ToolResult } from "../../lib/contract/tool-result";
import type { ChatUIMessage } from "./chat-message";
import { readToolOutput } from "./read-tool-output";

/** The results of a message that this page can read, in their order. */
export const resultsOf = (parts: ChatUIMessage["parts"]): ToolResult[] =>
  parts.flatMap((part) => {
    if (part.type !== "dynamic-tool" || part.state !== "output-available") return [];
    const outcome = readToolOutput(part.output);
    return outcome.kind === "result" ? [outcome.result] : [];
  });

/** The result of a message that has this name ("r1"); null when there is none, or none that this page can read. */
export function findResult(parts: ChatUIMessage["parts"], ref: string): ToolResult | null {
  for (const part of parts) {
    if (part.type !== "dynamic-tool" || part.state !== "output-available") continue;
    if ((part.output as { ref?: unknown } | null)?.ref !== ref) continue;
    const outcome = readToolOutput(part.output);
    return outcome.kind === "result" ? outcome.result : null;
  }
  return null;
}
