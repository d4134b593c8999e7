type Waiting<Value> = { value: Value; done: () => void; failed: (reason: unknown) => void };

/**
 * What is given while one batch is being written makes the next one, so that many small writes at once cost as much as
 * a few. Each caller learns when its own value is written. A batch that fails is tried once more, value by value: a bad
 * one must not take the others with it.
 * @param write all or nothing
 */
export function inBatches<Value>(
  write: (values: Value[]) => Promise<void>,
  largest: number,
): (value: Value) => Promise<void> {
  let waiting: Waiting<Value>[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    // What comes in the same turn of the event loop goes with the first.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      await writeBatch(batch);
    }
    isWriting = false;
  }

  async function writeBatch(batch: Waiting<Value>[]): Promise<void> {
    try {
      await write(batch.map(({ value }) => value));
      for (const { done } of batch) done();
    } catch (reason) {
      if (batch.length === 1) batch[0]?.failed(reason);
      else await Promise.all(batch.map((one) => writeBatch([one])));
    }
  }

  return (value) =>
    new Promise<void>((done, failed) => {
      waiting.push({ value, done, failed });
      if (!isWriting) void writeAll();
    });
}
