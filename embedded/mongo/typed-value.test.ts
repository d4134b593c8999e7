import { Double, Int32, Long } from "bson";
import { describe, expect, it } from "vitest";
import { applyUpdate } from "./update";

const update = (before: object, modifiers: object) =>
  applyUpdate(before, { kind: "modifiers", modifiers }, { condition: {}, arrayFilters: [] });

describe("an update keeps number types", () => {
  it.each<[string, object, object, object]>([
    ["a long stays one", { n: Long.fromNumber(1) }, { $inc: { n: new Int32(1) } }, { n: Long.fromNumber(2) }],
    ["a double stays one", { n: new Double(1) }, { $inc: { n: new Int32(1) } }, { n: new Double(2) }],
    [
      "an int grows into a long",
      { n: new Int32(2147483647) },
      { $inc: { n: new Int32(1) } },
      { n: Long.fromNumber(2147483648) },
    ],
    [
      "an int becomes a double",
      { n: new Int32(1) },
      { $mul: { n: new Double(0.5) } },
      { n: new Double(0.5) },
    ],
    [
      "a new field has the type of its operand",
      {},
      { $inc: { n: Long.fromNumber(5) } },
      { n: Long.fromNumber(5) },
    ],
    [
      "$set changes the type",
      { n: new Int32(5) },
      { $set: { n: Long.fromNumber(5) } },
      { n: Long.fromNumber(5) },
    ],
    [
      "elements keep theirs when others go",
      { a: [new Int32(1), Long.fromNumber(2), new Double(3)] },
      { $pull: { a: new Int32(1) } },
      { a: [Long.fromNumber(2), new Double(3)] },
    ],
    ["what is pushed has its own", { a: [] }, { $push: { a: new Double(3) } }, { a: [new Double(3)] }],
    [
      "other fields are untouched",
      { a: new Double(1), b: [Long.fromNumber(1)] },
      { $set: { c: "x" } },
      {
        a: new Double(1),
        b: [Long.fromNumber(1)],
        c: "x",
      },
    ],
  ])("%s", (_name, before, modifiers, after) => {
    expect(update(before, modifiers)).toEqual(after);
  });

  it("refuses a sum that a long would hold and JavaScript cannot", () => {
    const before = { n: Long.fromString("9007199254740991") };
    expect(() => update(before, { $inc: { n: new Int32(1) } })).toThrow("beyond 2^53");
  });
});
