/** Why an answer is cut short from outside of the model. */
export class Halt extends Error {
  override readonly name = "Halt";
  readonly kind: "stopped" | "shutdown" | "silence" | "superseded";
  readonly seenSeq: number | undefined;

  constructor(kind: Halt["kind"], seenSeq?: number) {
    super(`The answer was halted: ${kind}.`);
    this.kind = kind;
    this.seenSeq = seenSeq;
  }
}

/**
 * What `source` yields, until the controller aborts. A source that yields nothing for `idleMs` aborts it itself. It
 * does not wait for a source that ignores the abort.
 * @throws the abort's reason
 */
export async function* untilHalted<Value>(
  source: AsyncIterable<Value>,
  controller: AbortController,
  idleMs: number,
): AsyncGenerator<Value> {
  const { signal } = controller;
  const iterator = source[Symbol.asyncIterator]();
  const watchdog = setTimeout(() => controller.abort(new Halt("silence")), idleMs);
  let fail: (reason: unknown) => void = () => undefined;
  const halted = new Promise<never>((_, reject) => {
    fail = reject;
  });
  halted.catch(() => undefined); // It is raced below; a halt after the last race is nobody's concern.
  const onAbort = () => fail(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  let isFinished = false;
  try {
    for (;;) {
      signal.throwIfAborted();
      const result = await Promise.race([iterator.next(), halted]);
      if (result.done) {
        isFinished = true;
        return;
      }
      watchdog.refresh();
      yield result.value;
    }
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener("abort", onAbort);
    // Not awaited: `return` waits for a pending `next`, and that may be the very thing that hangs.
    if (!isFinished) void iterator.return?.().then(undefined, () => undefined);
  }
}
