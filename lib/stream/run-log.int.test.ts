import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { redis } from "../redis";
import { followLog } from "./follow-log";
import { headKey, logKey } from "./run-keys";
import { appendToLog, openLog, readHead, readLog, readWholeLog } from "./run-log";

const append = (runId: string, attempt: number, after: number, chunks: string[], terminal = false) =>
  appendToLog(runId, { attempt, after, chunks, terminal });

async function opened(attempt = 1) {
  const runId = randomUUID();
  expect(await openLog(runId, attempt)).toEqual({ state: "open", seq: 0 });
  return runId;
}

describe("the log of a run", () => {
  it("R4: numbers chunks from 1 without a gap, whatever the batches", async () => {
    const runId = await opened();
    expect(await append(runId, 1, 0, ["a", "b"])).toEqual({ state: "appended", seq: 2 });
    expect(await append(runId, 1, 2, ["c"], true)).toEqual({ state: "appended", seq: 3 });
    expect(await readWholeLog(runId)).toEqual([
      { seq: 1, json: "a", terminal: false },
      { seq: 2, json: "b", terminal: false },
      { seq: 3, json: "c", terminal: true },
    ]);
    expect(await readLog(runId, 1, 1)).toEqual([{ seq: 2, json: "b", terminal: false }]);
    expect(await readHead(runId)).toEqual({ seq: 3, closed: true, kept: null });
  });

  it("shuts out an earlier attempt as soon as a later one has opened it", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["old"]);
    expect(await openLog(runId, 2)).toEqual({ state: "open", seq: 1 });
    expect((await append(runId, 1, 1, ["ghost"])).state).toBe("stale");
    expect((await openLog(runId, 1)).state).toBe("stale");
    expect(await append(runId, 2, 1, ["new"])).toEqual({ state: "appended", seq: 2 });
    expect((await readWholeLog(runId)).map(({ json }) => json)).toEqual(["old", "new"]);
  });

  it("writes a batch once that is sent twice because its reply was lost", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["a", "b"]);
    expect(await append(runId, 1, 0, ["a", "b"])).toEqual({ state: "appended", seq: 2 });
    await append(runId, 1, 2, ["end"], true);
    expect(await append(runId, 1, 2, ["end"], true)).toEqual({ state: "appended", seq: 3 });
    expect(await readWholeLog(runId)).toHaveLength(3);
  });

  it("writes a batch once that has grown by the time it is sent again", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["a", "b"]);
    expect(await append(runId, 1, 0, ["a", "b", "c", "end"], true)).toEqual({ state: "appended", seq: 4 });
    expect((await readWholeLog(runId)).map(({ seq, json, terminal }) => [seq, json, terminal])).toEqual([
      [1, "a", false],
      [2, "b", false],
      [3, "c", false],
      [4, "end", true],
    ]);
  });

  it("takes nothing after its end", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["end"], true);
    expect((await append(runId, 1, 1, ["more"])).state).toBe("stale");
    expect(await openLog(runId, 2)).toEqual({ state: "closed", seq: 1 });
  });

  it("says what is missing when Redis lost its tail or everything", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["a", "b", "c"]);
    await redis().xdel(logKey(runId), "3-0");
    await redis().hset(headKey(runId), "seq", 2);
    expect(await append(runId, 1, 3, ["d"])).toEqual({ state: "lost", seq: 2 });
    await redis().del(logKey(runId), headKey(runId));
    expect(await append(runId, 1, 3, ["d"])).toEqual({ state: "lost", seq: 0 });
  });

  it("R14: expires: soon after its end, and in a day if it never ends", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["a"]);
    expect(await redis().pttl(logKey(runId))).toBeGreaterThan(20 * 3_600_000);
    await append(runId, 1, 1, ["end"], true);
    for (const key of [logKey(runId), headKey(runId)])
      expect(await redis().pttl(key)).toBeLessThanOrEqual(30 * 60_000);
  });
});

describe("a reader of the log", () => {
  const following = (runId: string, after: number) =>
    followLog(runId, { after, signal: AbortSignal.timeout(10_000), pollMs: 50 });

  it("gets what is there, then what comes, each once", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["a", "b"]);
    const reader = await following(runId, 1);
    expect((await reader.next()).map(({ json }) => json)).toEqual(["b"]);
    await append(runId, 1, 2, ["c", "d"]);
    const seen: string[] = [];
    while (seen.length < 2) seen.push(...(await reader.next()).map(({ json }) => json));
    expect(seen).toEqual(["c", "d"]);
    expect(await reader.next()).toEqual([]);
    reader.close();
  });

  it("that falls far behind reads the log instead of a queue in memory", async () => {
    const runId = await opened();
    const reader = await following(runId, 0);
    const chunks = Array.from({ length: 2_000 }, (_, index) => `chunk ${index}`);
    for (let after = 0; after < chunks.length; after += 100)
      await append(runId, 1, after, chunks.slice(after, after + 100));
    const seen: string[] = [];
    while (seen.length < chunks.length) seen.push(...(await reader.next()).map(({ json }) => json));
    expect(seen).toEqual(chunks);
    reader.close();
  });

  it("R5: never skips a hole", async () => {
    const runId = await opened();
    await append(runId, 1, 0, ["a", "b", "c"]);
    await redis().xdel(logKey(runId), "2-0");
    const reader = await following(runId, 0);
    expect((await reader.next()).map(({ json }) => json)).toEqual(["a"]);
    expect(await reader.next()).toEqual([]);
    reader.close();
  });
});
