import { setImmediate } from "node:timers/promises";

/** For work that takes long: after each value whatever else waits in this process has its turn. */
export async function* inTurns<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  for (const value of values) {
    yield value;
    await setImmediate();
  }
}
