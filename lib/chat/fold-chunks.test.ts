import { readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StreamChunk } from "../contract/stream-chunk";
import { endingChunks, INTERRUPTED_BY_CRASH } from "./ending";
import { ChunkFold } from "./fold-chunks";
import { chunksOfParts } from "./synthesise-chunks";

/** Arbitrary answers as the analyst may give them: steps of texts and tool calls, whose chunks may interleave. */
const text = fc.record({
  kind: fc.constant("text" as const),
  deltas: fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
});
const tool = fc.record({
  kind: fc.constant("tool" as const),
  input: fc.dictionary(fc.string({ maxLength: 4 }), fc.integer(), { maxKeys: 2 }),
  outcome: fc.constantFrom("output" as const, "error" as const),
});
const answers = fc.array(fc.array(fc.oneof(text, tool), { maxLength: 4 }), { maxLength: 4 }).map((steps) => {
  let ids = 0;
  return steps.flatMap((items): StreamChunk[] => [
    { type: "start-step" },
    ...items.flatMap((item): StreamChunk[] => {
      ids += 1;
      if (item.kind === "text") {
        const id = `t${ids}`;
        return [
          { type: "text-start", id },
          ...item.deltas.map((delta): StreamChunk => ({ type: "text-delta", id, delta })),
          { type: "text-end", id },
        ];
      }
      const toolCallId = `c${ids}`;
      return [
        { type: "tool-input-available", toolCallId, toolName: "search", input: item.input, dynamic: true },
        item.outcome === "output"
          ? { type: "tool-output-available", toolCallId, output: { rows: ids }, dynamic: true }
          : { type: "tool-output-error", toolCallId, errorText: "No such account.", dynamic: true },
      ];
    }),
    { type: "finish-step" },
  ]);
});

const start: StreamChunk = { type: "start", messageId: "m1", messageMetadata: { model: "Scripted" } };

/** What the AI SDK makes of the chunks in a browser. */
async function stockMessage(chunks: StreamChunk[]): Promise<UIMessage> {
  const stream = new ReadableStream<UIMessageChunk>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk as UIMessageChunk);
      controller.close();
    },
  });
  let last: UIMessage = { id: "", role: "assistant", parts: [] };
  for await (const message of readUIMessageStream({ stream, onError: () => undefined })) last = message;
  return JSON.parse(JSON.stringify(last)) as UIMessage;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the fold of chunks into a message", () => {
  it("is what the AI SDK's own reader makes of them", async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const chunks = [start, ...answer, ...endingChunks({ status: "completed" })];
        const stock = await stockMessage(chunks);
        const fold = ChunkFold.of(chunks);
        expect(plain(fold.snapshot())).toEqual(stock.parts);
        expect(fold.messageId).toBe(stock.id);
        expect(fold.metadata).toEqual(stock.metadata);
      }),
    );
  });

  it("leaves nothing open wherever an answer is cut and closed", async () => {
    await fc.assert(
      fc.asyncProperty(answers, fc.nat({ max: 40 }), async (answer, length) => {
        const cut = [start, ...answer].slice(0, Math.max(1, length));
        const closing = ChunkFold.of(cut).closing("cut");
        const fold = ChunkFold.of([...cut, ...closing]);
        expect(fold.closing("cut")).toEqual([]);
        for (const part of fold.parts) {
          if (part.type === "text") expect(part.state).toBe("done");
          if (part.type === "dynamic-tool") expect(part.state).not.toBe("input-available");
        }
        const stock = await stockMessage([
          ...cut,
          ...closing,
          ...endingChunks(INTERRUPTED_BY_CRASH).slice(0, 1),
        ]);
        expect(plain(fold.snapshot())).toEqual(stock.parts);
      }),
    );
  });

  it("comes back from what was stored", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const parts = ChunkFold.of([start, ...answer]).snapshot();
        expect(ChunkFold.of([start, ...chunksOfParts(parts)]).snapshot()).toEqual(parts);
      }),
    );
  });

  it("knows what a person could see", () => {
    const fold = ChunkFold.of([start, { type: "start-step" }, { type: "text-start", id: "a" }]);
    expect(fold.hasContent).toBe(false);
    fold.add({ type: "text-delta", id: "a", delta: "$" });
    expect(fold.hasContent).toBe(true);
  });

  it("refuses text for a part that is not open, before it is held back", () => {
    const fold = ChunkFold.of([start, { type: "start-step" }]);
    expect(() => fold.check({ type: "text-delta", id: "a", delta: "x" })).toThrow('text "a"');
  });

  it("gives copies that later chunks do not change", () => {
    const fold = ChunkFold.of([start, { type: "start-step" }, { type: "text-start", id: "a" }]);
    const before = fold.snapshot();
    fold.add({ type: "text-delta", id: "a", delta: "more" });
    expect(before[1]).toMatchObject({ text: "" });
  });
});
