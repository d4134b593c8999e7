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
  // Of the wait that is on: a race against one promise for all waits would keep a reaction for each item until the end.
  let giveUp: (reason: unknown) => void = () => undefined;
  const onAbort = () => giveUp(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  let isDone = false;
  try {
    for (;;) {
      signal.throwIfAborted();
      const result = await new Promise<IteratorResult<Item>>((resolve, reject) => {
        giveUp = reject;
        iterator.next().then(resolve, reject);
      });
      if (result.done) {
        isDone = true;
        return;
      }
      yield result.value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    // Not awaited: `return` waits for a pending `next`, and that may be the very thing that hangs.
    if (!isDone) iterator.return?.().then(undefined, () => undefined);
  }
}
