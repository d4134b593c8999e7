import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile } from "./percentile";
import { table } from "./table";

describe("the table of a bench", () => {
  it("shows goal and figure side by side, and which were missed", () => {
    const goals = [
      { figure: "p99", unit: "ms", most: 25 },
      { figure: "rows", unit: "rows/s", least: 2_000 },
      { figure: "sent", unit: "" },
      { figure: "lost", unit: "", most: 0 },
    ];
    const figures = { p99: 24.126, rows: 1_999, sent: 12_345 };
    expect(table([{ name: "fast", goals, figures, notes: ["on a busy machine"] }]).split("\n")).toEqual([
      "bench  figure  goal            measured",
      "fast   p99     <= 25 ms        24.13 ms      met",
      "fast   rows    >= 2000 rows/s  1,999 rows/s  MISSED",
      "fast   sent                    12,345",
      "fast   lost    <= 0                          MISSED",
      "fast: on a busy machine",
    ]);
  });

  it("says that a bench did not get to its end", () => {
    expect(table([{ name: "slow", goals: [], figures: {}, problem: "no bank" }])).toContain(
      "failed: no bank",
    );
  });
});

describe("percentile", () => {
  it("is a value that was measured, with as many at or below it as were asked for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const value = percentile(values, share);
          expect(values).toContain(value);
          expect(values.filter((other) => other <= value).length).toBeGreaterThanOrEqual(
            values.length * share - 1e-9,
          );
        },
      ),
    );
  });

  it("of nothing is an error", () => {
    expect(() => percentile([], 0.5)).toThrow("No values");
  });
});
