import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StreamChunk } from "../contract/stream-chunk";
import { fitChunk, MAX_CHUNK_BYTES } from "./fit-chunk";

const bytesOf = (chunk: StreamChunk) => Buffer.byteLength(JSON.stringify(chunk));
const result = (output: unknown): StreamChunk => ({
  type: "tool-output-available",
  toolCallId: "call",
  output,
  dynamic: true,
});
const rows = (count: number, text: string) => Array.from({ length: count }, (_, id) => ({ id, text }));

describe("a chunk on its way into the log", () => {
  it("stays as it is while it is no larger than an event may be", () => {
    const chunk = result({ kind: "transactions", transactions: rows(50, "Corner Café"), truncated: false });
    expect(fitChunk(chunk)).toBe(chunk);
  });

  it("is shortened at the end of its longest list, and says so", () => {
    const fitted = fitChunk(
      result({ rowCount: 900, groups: rows(3, "a"), transactions: rows(900, "é".repeat(80)) }),
    );
    const { output } = fitted as { output: { transactions: { id: number }[] } };
    expect(output).toMatchObject({ rowCount: 900, groups: rows(3, "a"), truncated: true });
    expect(output.transactions.map(({ id }) => id)).toEqual(output.transactions.map((_, index) => index));
    expect(output.transactions.length).toBeGreaterThan(200);
    expect(bytesOf(fitted)).toBeLessThanOrEqual(MAX_CHUNK_BYTES);
  });

  it("becomes an error in words when nothing of it can be shown", () => {
    expect(fitChunk(result("x".repeat(70_000)))).toMatchObject({
      type: "tool-output-error",
      toolCallId: "call",
    });
    const input = { query: "x".repeat(70_000) };
    expect(
      fitChunk({ type: "tool-input-available", toolCallId: "c", toolName: "search", input, dynamic: true }),
    ).toMatchObject({ input: { truncated: true } });
  });

  it("is never larger than an event may be, whatever a tool returns", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((piece) => piece.repeat(200));
    const output = fc.oneof(
      text,
      fc.array(text, { maxLength: 40 }),
      fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(text, fc.array(text, { maxLength: 40 })), {
        maxKeys: 6,
      }),
    );
    fc.assert(
      fc.property(output, (value) => {
        expect(bytesOf(fitChunk(result(value)))).toBeLessThanOrEqual(MAX_CHUNK_BYTES);
      }),
    );
  });
});
