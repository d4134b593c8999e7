import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import type { MessagePart } from "../contract/chat";
import { GO_ON, GO_ON_MARK, type UnfinishedAnswer } from "./continuing";
import { rewriteRequest } from "./rewriting";
import type { ToolCall } from "./tools/look-up";
import { contentForModel } from "./tools/purser-tool";

type ToolPart = Extract<MessagePart, { type: "dynamic-tool" }>;

/** What the agent calls the author of the model's messages: part of what is sent. */
const MODEL_NAME = "model";

export type Recalled = {
  /** What the model said and was told, as it would stand in the conversation had nobody interrupted it. */
  messages: BaseMessage[];
  /** The text that a continuation follows; empty when the model is to say something new. */
  shown: string;
};

/**
 * The unfinished answer as the messages that it was made of. Numbers come from the results that were shown, not from
 * asking again: text and look-ups of one answer agree.
 * @param lookUp makes a look-up that has no result, or whose failure is known by its words only
 */
export async function recall(
  { parts }: UnfinishedAnswer,
  lookUp: (call: ToolCall) => Promise<ToolMessage>,
): Promise<Recalled> {
  const messages: BaseMessage[] = [];
  const texts: string[] = [];
  for (const step of stepsOf(parts)) {
    texts.push(...step.flatMap((part) => (part.type === "text" ? [part.text] : [])));
    const content = textOf(step);
    const tools = step.filter((part) => part.type === "dynamic-tool");
    const calls = tools.map(toCall);
    if (content !== "" || calls.length > 0)
      messages.push(
        new AIMessage({ content, name: MODEL_NAME, ...(calls.length > 0 && { tool_calls: calls }) }),
      );
    messages.push(...(await Promise.all(tools.map((part) => resultOf(part, lookUp)))));
    for (const part of step)
      if (part.type === "data-grounding" && !part.data.isFinal)
        messages.push(new HumanMessage(rewriteRequest(part.data, texts)));
  }
  const last = messages.at(-1);
  if (last?.type !== "ai") return { messages, shown: "" };
  messages.push(new HumanMessage({ content: GO_ON, additional_kwargs: { ...GO_ON_MARK } }));
  return { messages, shown: last.text };
}

async function resultOf(
  part: ToolPart,
  lookUp: (call: ToolCall) => Promise<ToolMessage>,
): Promise<ToolMessage> {
  const { toolCallId, toolName: name, state, output, errorText = "" } = part;
  if (state === "output-available") {
    return new ToolMessage({
      content: contentForModel(output),
      artifact: output,
      tool_call_id: toolCallId,
      name,
    });
  }
  const made = await lookUp(toCall(part));
  if (state === "input-available" || made.status === "error") return made;
  // It would succeed now, but the person was shown that it failed.
  const content = JSON.stringify({ error: { code: "unavailable", message: errorText } });
  return new ToolMessage({ content, tool_call_id: toolCallId, name, status: "error" });
}

const toCall = ({ toolCallId, toolName, input }: ToolPart): ToolCall => ({
  id: toolCallId,
  name: toolName,
  args: typeof input === "object" && input !== null ? { ...input } : {},
});

const textOf = (step: readonly MessagePart[]): string =>
  step.map((part) => (part.type === "text" ? part.text : "")).join("");

function stepsOf(parts: readonly MessagePart[]): MessagePart[][] {
  const steps: MessagePart[][] = [];
  for (const part of parts) {
    if (part.type === "step-start" || steps.length === 0) steps.push([]);
    steps.at(-1)?.push(part);
  }
  return steps;
}
