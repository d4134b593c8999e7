import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { inTurns } from "./in-turns";

it("lets others have their turn between two values, and makes each value only when it is its turn", async () => {
  const seen: string[] = [];
  let isGoing = true;
  const other = async () => {
    while (isGoing) {
      seen.push("other");
      await setImmediate();
    }
  };
  function* work() {
    for (const value of ["a", "b", "c"]) {
      seen.push(`makes ${value}`);
      yield value;
    }
  }
  const others = other();
  for await (const value of inTurns(work())) seen.push(`takes ${value}`);
  isGoing = false;
  await others;
  for (const [before, after] of [
    ["takes a", "makes b"],
    ["takes b", "makes c"],
  ] as const) {
    expect(seen.slice(seen.indexOf(before) + 1, seen.indexOf(after))).toContain("other");
  }
});
