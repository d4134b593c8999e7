import { describe, expect, it, vi } from "vitest";
import { Halt, untilHalted } from "./until-halted";

async function* never(): AsyncGenerator<number> {
  yield 1;
  await new Promise(() => undefined);
}

async function collect(source: AsyncIterable<number>, into: number[]): Promise<void> {
  for await (const value of source) into.push(value);
}

describe("a source under a halt", () => {
  it("passes everything on and says nothing more", async () => {
    const seen: number[] = [];
    const source = (async function* () {
      yield* [1, 2, 3];
    })();
    await collect(untilHalted(source, new AbortController(), 1_000), seen);
    expect(seen).toEqual([1, 2, 3]);
  });

  it("ends with the reason of the abort, even if the source ignores it", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const reading = collect(untilHalted(never(), controller, 60_000), seen);
    controller.abort(new Halt("stopped", 7));
    await expect(reading).rejects.toMatchObject({ kind: "stopped", seenSeq: 7 });
  });

  it("takes silence for a failure, counted anew from each value", async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const source = (async function* () {
      for (const value of [1, 2, 3]) {
        await new Promise((resolve) => setTimeout(resolve, 900));
        yield value;
      }
      await new Promise(() => undefined);
    })();
    const seen: number[] = [];
    const reading = collect(untilHalted(source, controller, 1_000), seen);
    const refused = expect(reading).rejects.toMatchObject({ kind: "silence" });
    await vi.advanceTimersByTimeAsync(2_700);
    expect(seen).toEqual([1, 2, 3]);
    expect(controller.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    await refused;
    vi.useRealTimers();
  });

  it("passes on what the source throws, and closes a source that is left early", async () => {
    const failing = (async function* (): AsyncGenerator<number> {
      yield 1;
      throw new Error("upstream");
    })();
    await expect(collect(untilHalted(failing, new AbortController(), 1_000), [])).rejects.toThrow("upstream");
    let wasClosed = false;
    const endless = (async function* () {
      try {
        for (let value = 0; ; value += 1) yield value;
      } finally {
        wasClosed = true;
      }
    })();
    for await (const value of untilHalted(endless, new AbortController(), 1_000)) if (value === 2) break;
    expect(wasClosed).toBe(true);
  });
});
