import { BSON } from "bson";
import { describe, expect, it } from "vitest";
import { CursorStore } from "./cursors";

const documents = (count: number, text = "") =>
  Array.from({ length: count }, (_, n) => BSON.serialize({ n, text }));
const read = (reply: Uint8Array) => BSON.deserialize(reply, { useBigInt64: true }).cursor;
const open = (store: CursorStore, count: number, options = {}) =>
  read(
    store.first({ namespace: "a.b", documents: documents(count), batchSize: 2, session: "s", ...options }),
  );

describe("cursors", () => {
  it("end with id 0 when everything was read", () => {
    const store = new CursorStore();
    const { id, firstBatch } = open(store, 5);
    expect(firstBatch).toHaveLength(2);
    expect(read(store.next(id, "a.b", 2)).id).toBe(id);
    expect(read(store.next(id, "a.b", undefined))).toMatchObject({ id: 0n, nextBatch: [{ n: 4 }] });
    expect(() => store.next(id, "a.b", 1)).toThrow("not found");
  });

  it("open for an empty first batch and not for a single one", () => {
    const store = new CursorStore();
    expect(open(store, 1, { batchSize: 0 })).toMatchObject({ firstBatch: [] });
    expect(open(store, 5, { singleBatch: true })).toMatchObject({ id: 0n });
    expect(store.count).toBe(1);
  });

  it("keep a reply below 16 MB", () => {
    const store = new CursorStore();
    const big = documents(6, "x".repeat(5_000_000));
    const reply = store.first({ namespace: "a.b", documents: big, batchSize: 6, session: undefined });
    expect(reply.length).toBeLessThan(16 * 1024 * 1024);
    expect(read(reply).firstBatch).toHaveLength(3);
  });

  it("end when nobody asked for ten minutes, and with their session", () => {
    let now = 0;
    const store = new CursorStore(() => now);
    const { id } = open(store, 5);
    now = 11 * 60 * 1000;
    expect(() => store.next(id, "a.b", 1)).toThrow("not found");
    open(store, 5);
    store.endSessions(new Set(["s"]));
    expect(store.count).toBe(0);
  });

  it("belong to their collection", () => {
    const store = new CursorStore();
    const { id } = open(store, 5);
    expect(() => store.next(id, "a.other", 1)).toThrow("belongs to");
  });
});
