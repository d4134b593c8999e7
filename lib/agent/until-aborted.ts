/**
 * The same items, but an abort ends the wait at once, whatever the source is waiting for (a query, a socket). The
 * source is told to stop and not waited for.
 * @throws the signal's reason
 */
export async function* untilAborted<Item>(
  source: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  signal.addEventListener("abort", onAbort, { once: true });
  // Nobody may be waiting when the abort comes; the next turn of the loop throws it.
  aborted.catch(() => undefined);
  let isDone = false;
  try {
    signal.throwIfAborted();
    for (;;) {
      const result = await Promise.race([iterator.next(), aborted]);
      if (result.done) {
        isDone = true;
        return;
      }
      yield result.value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    // A source that ends badly after we left has nobody to tell.
    if (!isDone) iterator.return?.().catch(() => undefined);
  }
}
