import { ToolMessage } from "@langchain/core/messages";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { ToolContext } from "../agent-context";
import { toToolFailure } from "./tool-failure";
import { ToolProblem } from "./tool-problem";

export type ToolCall = { id: string; name: string; args: Record<string, unknown> };

/** What went wrong in a tool, as data that the model can act on; never a stack trace. */
export function failureMessage({ id, name }: Pick<ToolCall, "id" | "name">, error: unknown): ToolMessage {
  const failure = toToolFailure(error);
  const content = JSON.stringify(failure);
  return new ToolMessage({ content, artifact: failure, tool_call_id: id, name, status: "error" });
}

export const unknownTool = () => new ToolProblem("unknown_tool", "There is no such look-up.");

/** Makes a look-up that the model had asked for in another process, as the agent would have made it. */
export async function lookUp(
  tools: readonly StructuredToolInterface[],
  call: ToolCall,
  context: ToolContext,
  signal: AbortSignal,
): Promise<ToolMessage> {
  try {
    const tool = tools.find(({ name }) => name === call.name);
    if (tool === undefined) throw unknownTool();
    const message: unknown = await tool.invoke({ ...call, type: "tool_call" }, { context, signal });
    if (!ToolMessage.isInstance(message)) throw new Error(`The look-up "${call.name}" returned no message.`);
    return message;
  } catch (error) {
    if (signal.aborted) throw error;
    return failureMessage(call, error);
  }
}
