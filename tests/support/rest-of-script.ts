import type { UnfinishedAnswer } from "../../lib/agent/continuing";
import type { MessagePart } from "../../lib/contract/chat";
import type { StreamChunk } from "../../lib/contract/stream-chunk";

const shownText = (parts: readonly MessagePart[]) =>
  parts.map((part) => (part.type === "text" ? part.text : "")).join("");

/** How many chunks of each kind an unfinished answer was made of; texts count by their characters. */
function shownOf({ parts, openTextId, isInStep }: UnfinishedAnswer) {
  const count = (isCounted: (part: MessagePart) => boolean) => parts.filter(isCounted).length;
  const steps = count(({ type }) => type === "step-start");
  const texts = count(({ type }) => type === "text");
  const results = count((part) => part.type === "dynamic-tool" && part.state !== "input-available");
  return new Map<StreamChunk["type"], number>([
    ["start-step", steps],
    ["finish-step", steps - (isInStep ? 1 : 0)],
    ["text-start", texts],
    ["text-end", texts - (openTextId === undefined ? 0 : 1)],
    ["text-delta", shownText(parts).length],
    ["tool-input-available", count(({ type }) => type === "dynamic-tool")],
    ["tool-output-available", results],
    ["tool-output-error", results],
    ["data-grounding", count(({ type }) => type === "data-grounding")],
  ]);
}

/** The chunks of a script that come after those that an earlier attempt has shown of it. */
export async function* restOf(
  script: AsyncIterable<StreamChunk>,
  unfinished: UnfinishedAnswer,
): AsyncGenerator<StreamChunk> {
  const shown = shownOf(unfinished);
  for await (const chunk of script) {
    const left = shown.get(chunk.type) ?? 0;
    const size = chunk.type === "text-delta" ? chunk.delta.length : 1;
    shown.set(chunk.type, Math.max(0, left - size));
    if (left >= size) continue;
    yield chunk.type === "text-delta" ? { ...chunk, delta: chunk.delta.slice(left) } : chunk;
  }
}
