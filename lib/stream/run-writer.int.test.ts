import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { StreamChunk } from "../contract/stream-chunk";
import { openLog, readWholeLog } from "./run-log";
import { RunWriter } from "./run-writer";

const textOf = (chunks: StreamChunk[]) =>
  chunks.map((chunk) => (chunk.type === "text-delta" ? chunk.delta : "")).join("");
const delta = (text: string): StreamChunk => ({ type: "text-delta", id: "t", delta: text });

async function newWriter(windowMs: number) {
  const runId = randomUUID();
  await openLog(runId, 1);
  const sealed: number[] = [];
  let superseded = 0;
  const writer = new RunWriter({
    runId,
    attempt: 1,
    existing: [],
    windowMs,
    onSealed: (_, seq) => sealed.push(seq),
    onSuperseded: () => {
      superseded += 1;
    },
  });
  const inLog = async () => (await readWholeLog(runId)).map((entry) => JSON.parse(entry.json) as StreamChunk);
  return { runId, writer, inLog, sealed, timesSuperseded: () => superseded };
}

describe("the writer of a run", () => {
  it("R15: sends the first text at once, and what follows within the window as one chunk", async () => {
    const { writer, inLog } = await newWriter(60_000);
    writer.write({ type: "text-start", id: "t" });
    for (const text of ["one ", "two ", "three ", "four"]) writer.write(delta(text));
    await vi.waitFor(async () => expect(await inLog()).toHaveLength(2), 5_000);
    expect(await inLog()).toEqual([{ type: "text-start", id: "t" }, delta("one ")]);
    expect(await writer.flush(5_000)).toBe(true);
    expect((await inLog()).slice(2)).toEqual([delta("two three four")]);
  });

  it("sends what is held back when the window is over, also when nothing more is written", async () => {
    const { writer, inLog } = await newWriter(30);
    for (const text of ["one ", "two"]) writer.write(delta(text));
    await vi.waitFor(async () => expect(textOf(await inLog())).toBe("one two"), 5_000);
  });

  it("lets nothing overtake text that is held back", async () => {
    const { writer, inLog } = await newWriter(60_000);
    for (const text of ["a", "b", "c"]) writer.write(delta(text));
    writer.write({ type: "text-end", id: "t" });
    expect(await writer.flush(2_000)).toBe(true);
    expect(await inLog()).toEqual([delta("a"), delta("bc"), { type: "text-end", id: "t" }]);
  });

  it("keeps every character, in order, whatever is written when", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ text: fc.string({ unit: "grapheme", maxLength: 30 }), pauseMs: fc.nat({ max: 4 }) }),
          {
            maxLength: 20,
          },
        ),
        async (pieces) => {
          const { writer, inLog, sealed } = await newWriter(3);
          for (const { text, pauseMs } of pieces) {
            writer.write(delta(text));
            if (pauseMs > 0) await sleep(pauseMs);
          }
          expect(await writer.close([{ type: "finish" }], { kept: undefined, timeoutMs: 5_000 })).toBe(true);
          const log = await inLog();
          expect(textOf(log)).toBe(pieces.map(({ text }) => text).join(""));
          expect(log).toEqual(writer.chunks);
          expect(sealed).toEqual(log.map((_, index) => index + 1));
        },
      ),
      { numRuns: 25 },
    );
  });

  it("appends the end of an answer that has no text", async () => {
    const { writer, inLog } = await newWriter(3);
    writer.write(delta(""));
    expect(await writer.close([{ type: "finish" }], { kept: undefined, timeoutMs: 5_000 })).toBe(true);
    expect(await inLog()).toEqual([{ type: "finish" }]);
  });

  it("R16: cuts a giant delta, never through a character", async () => {
    const { writer, inLog } = await newWriter(0);
    const giant = `x${"😀".repeat(20_000)}`;
    writer.write(delta(giant));
    await writer.flush(5_000);
    const log = await inLog();
    expect(textOf(log)).toBe(giant);
    expect(log.length).toBeGreaterThan(4);
    for (const chunk of log) expect(() => encodeURIComponent(textOf([chunk]))).not.toThrow();
  });

  it("falls silent for good when a later attempt opens the log", async () => {
    const { runId, writer, inLog, timesSuperseded } = await newWriter(0);
    writer.write(delta("mine"));
    await writer.flush(2_000);
    await openLog(runId, 2);
    writer.write(delta(" ghost"));
    expect(await writer.flush(2_000)).toBe(false);
    writer.write(delta(" ghost"));
    expect(await writer.close([{ type: "finish" }], { kept: undefined, timeoutMs: 500 })).toBe(false);
    expect(textOf(await inLog())).toBe("mine");
    expect(timesSuperseded()).toBe(1);
  });
});
