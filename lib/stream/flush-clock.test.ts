import { expect, it } from "vitest";
import { atNextBeat } from "./flush-clock";

const beat = (windowMs: number) => new Promise<void>((resolve) => atNextBeat(windowMs, resolve));

it("calls all who wait for the same window in one turn, in the order in which they came", async () => {
  const called: string[] = [];
  atNextBeat(40, () => {
    called.push("first");
    setImmediate(() => called.push("a turn later"));
  });
  atNextBeat(40, () => called.push("second"));
  await beat(40);
  expect(called).toEqual(["first", "second"]);
});

it("calls nobody who no longer waits, and everybody who comes later", async () => {
  const called: string[] = [];
  const waitNoLonger = atNextBeat(20, () => called.push("gone"));
  waitNoLonger();
  await beat(20);
  await beat(20);
  expect(called).toEqual([]);
});
