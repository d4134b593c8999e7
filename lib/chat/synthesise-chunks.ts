import type { ChatMessage, MessagePart } from "../contract/chat";
import type { StreamChunk } from "../contract/stream-chunk";

/**
 * Chunks that fold into this message again, without start and terminal chunk: what a reader gets from the store when the
 * log of a run is gone.
 */
export function chunksOfParts(parts: ChatMessage["parts"]): StreamChunk[] {
  const chunks: StreamChunk[] = [];
  let isInStep = false;
  parts.forEach((part, index) => {
    const endsStep = part.type === "step-start" || part.type === "data-grounding";
    if (endsStep && isInStep) chunks.push({ type: "finish-step" });
    if (endsStep) isInStep = part.type === "step-start";
    chunks.push(...chunksOfPart(part, `restored-${index}`));
  });
  if (isInStep) chunks.push({ type: "finish-step" });
  return chunks;
}

function chunksOfPart(part: MessagePart, id: string): StreamChunk[] {
  if (part.type === "step-start") return [{ type: "start-step" }];
  if (part.type === "data-grounding") return [part];
  if (part.type === "text")
    return [
      { type: "text-start", id },
      { type: "text-delta", id, delta: part.text },
      { type: "text-end", id },
    ];
  const { toolCallId, toolName, input } = part;
  const call: StreamChunk = { type: "tool-input-available", toolCallId, toolName, input, dynamic: true };
  if (part.state === "output-available")
    return [call, { type: "tool-output-available", toolCallId, output: part.output, dynamic: true }];
  if (part.state === "output-error")
    return [call, { type: "tool-output-error", toolCallId, errorText: part.errorText ?? "", dynamic: true }];
  return [call];
}
