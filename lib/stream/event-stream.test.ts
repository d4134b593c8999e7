import { describe, expect, it, vi } from "vitest";
import { eventStream } from "./event-stream";
import type { LogEntry } from "./run-log";

const entry = (seq: number, terminal = false): LogEntry => ({ seq, json: `{"n":${seq}}`, terminal });
const timing = { heartbeatMs: 1_000, stuckMs: 5_000 };

async function* feedOf(...batches: LogEntry[][]): AsyncGenerator<LogEntry[], void> {
  yield* batches;
}

async function* silentFeed(): AsyncGenerator<LogEntry[], void> {
  await new Promise(() => undefined);
  yield [];
}

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

describe("an event stream", () => {
  it("numbers each chunk and says DONE after the terminal one", async () => {
    const stream = eventStream(feedOf([entry(1), entry(2)], [entry(3, true)]), () => undefined, timing);
    expect(await textOf(stream)).toBe(
      ': open\n\nid: 1\ndata: {"n":1}\n\nid: 2\ndata: {"n":2}\n\nid: 3\ndata: {"n":3}\n\ndata: [DONE]\n\n',
    );
  });

  it("R7: just ends when there is no terminal chunk: the reader must not take it for finished", async () => {
    expect(await textOf(eventStream(feedOf([entry(1)]), () => undefined, timing))).not.toContain("DONE");
  });

  it("R8: beats while nothing happens, and stops the feed when the reader goes", async () => {
    vi.useFakeTimers();
    const stop = vi.fn();
    const reader = eventStream(silentFeed(), stop, timing).getReader();
    await reader.read();
    const beat = reader.read();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(new TextDecoder().decode((await beat).value)).toBe(": heartbeat\n\n");
    await reader.cancel();
    expect(stop).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it("says what stands in no log without a number", async () => {
    const aside = { seq: null, json: '{"ahead":1}', terminal: false } as const;
    const feed = (async function* () {
      yield [aside];
      yield [entry(1)];
    })();
    expect(await textOf(eventStream(feed, () => undefined, timing))).toBe(
      ': open\n\ndata: {"ahead":1}\n\nid: 1\ndata: {"n":1}\n\n',
    );
  });

  it("does not pile up beats for a reader that takes none", async () => {
    vi.useFakeTimers();
    const reader = eventStream(silentFeed(), () => undefined, timing).getReader();
    await reader.read();
    await vi.advanceTimersByTimeAsync(4_500);
    const first = await reader.read();
    const second = reader.read().then(() => "second");
    expect(new TextDecoder().decode(first.value)).toBe(": heartbeat\n\n");
    expect(await Promise.race([second, vi.advanceTimersByTimeAsync(100).then(() => "nothing")])).toBe(
      "nothing",
    );
    await reader.cancel();
    vi.useRealTimers();
  });

  it("drops a reader that takes nothing, instead of being its memory", async () => {
    vi.useFakeTimers();
    const stop = vi.fn();
    let pulled = 0;
    const endless = (async function* (): AsyncGenerator<LogEntry[], void> {
      for (;;) {
        pulled += 1;
        yield [entry(pulled)];
      }
    })();
    const reader = eventStream(endless, stop, timing).getReader();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(stop).toHaveBeenCalledOnce();
    expect(pulled).toBeLessThan(5);
    await expect(reader.read()).rejects.toThrow("took nothing");
    vi.useRealTimers();
  });
});
