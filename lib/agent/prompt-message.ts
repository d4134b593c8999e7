import type { BaseMessage } from "@langchain/core/messages";
import type { SentMessage } from "../contract/sent-prompt";

/** A message as the model was sent it, as plain data to keep ("what was sent"). */
export type PromptMessage = SentMessage;

const ROLES: Record<string, PromptMessage["role"]> = {
  system: "system",
  human: "user",
  ai: "assistant",
  tool: "tool",
};

export function toPromptMessage(message: BaseMessage): PromptMessage {
  const role = ROLES[message.type] ?? "user";
  const calls = "tool_calls" in message && Array.isArray(message.tool_calls) ? message.tool_calls : [];
  const toolCallId = "tool_call_id" in message ? String(message.tool_call_id) : undefined;
  return {
    role,
    content: message.text,
    ...(calls.length > 0 && { toolCalls: calls.map(({ id, name, args }) => ({ id: id ?? "", name, args })) }),
    ...(toolCallId && { toolCallId }),
  };
}
