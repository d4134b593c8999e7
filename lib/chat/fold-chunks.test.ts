import { readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GroundedNumber } from "../contract/grounding";
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
const verdict = fc.record({
  texts: fc.array(
    fc.record({
      text: fc.nat({ max: 3 }),
      numbers: fc.constant<GroundedNumber[]>([]),
      unlisted: fc.nat({ max: 9 }),
    }),
    { maxLength: 2 },
  ),
  supersedes: fc.array(fc.nat({ max: 3 }), { maxLength: 2 }),
  isFinal: fc.boolean(),
});
const steps = fc.array(fc.array(fc.oneof(text, tool), { maxLength: 4 }), { maxLength: 2 }).map((steps) => {
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
/** Checked once or twice after its steps, or not at all. */
const answers = fc
  .array(fc.tuple(steps, fc.option(verdict, { nil: undefined })), { minLength: 1, maxLength: 2 })
  .map((rounds) =>
    renamed(
      rounds.map(([chunks, data], index) =>
        data === undefined
          ? chunks
          : [...chunks, { type: "data-grounding" as const, id: `grounding-${index}`, data }],
      ),
    ),
  );

/** Ids are unique in an answer: those of a later round get another name. */
const renamed = (rounds: StreamChunk[][]): StreamChunk[] =>
  rounds.flatMap((chunks, round) =>
    chunks.map((chunk): StreamChunk => {
      if ("toolCallId" in chunk) return { ...chunk, toolCallId: `${round}-${chunk.toolCallId}` };
      return "id" in chunk ? { ...chunk, id: `${round}-${chunk.id}` } : chunk;
    }),
  );

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
  }, 30_000);

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

  it("is whole when it was checked for the last time, and not before", () => {
    const text: StreamChunk[] = [
      { type: "start-step" },
      { type: "text-start", id: "a" },
      { type: "text-delta", id: "a", delta: "$5" },
      { type: "text-end", id: "a" },
      { type: "finish-step" },
    ];
    const check = (isFinal: boolean): StreamChunk => ({
      type: "data-grounding",
      id: `grounding-${isFinal}`,
      data: { texts: [], supersedes: [], isFinal },
    });
    const isWhole = (...chunks: StreamChunk[]) => ChunkFold.of([start, ...chunks]).isWhole;
    expect(isWhole(...text)).toBe(false);
    expect(isWhole(...text, check(false))).toBe(false);
    expect(isWhole(...text, check(false), { type: "start-step" })).toBe(false);
    expect(isWhole(...text, check(true))).toBe(true);
  });

  it("replaces what was said under the same id", () => {
    const data = { texts: [], supersedes: [], isFinal: false };
    const said: StreamChunk = { type: "data-grounding", id: "g", data };
    const fold = ChunkFold.of([start, said, { ...said, data: { ...data, isFinal: true } }]);
    expect(fold.parts).toEqual([{ type: "data-grounding", id: "g", data: { ...data, isFinal: true } }]);
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
