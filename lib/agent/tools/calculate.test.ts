import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMoney } from "../../domain/money";
import { RunResults } from "../run-results";
import { calculate } from "./calculate";
import { ToolProblem } from "./tool-problem";

/** Results r1 and r2 in these amounts of cents, and r3 in euros. */
function resultsOf(first: number, second = 0, question = ""): RunResults {
  const results = new RunResults([], question);
  for (const total of [toMoney(first, "USD"), toMoney(second, "USD"), toMoney(4_200, "EUR")])
    results.keep({
      kind: "spending",
      definition: "spending.v1",
      asOf: "2026-11-24T10:00:00.000Z",
      rowCount: 3,
      period: { start: "2026-10-01", end: "2026-10-31" },
      groupBy: "none",
      filters: { categories: [], merchants: [], accounts: [] },
      totals: [total],
      groups: [],
      caveats: ["The bank was last read on Nov 20."],
    });
  return results;
}

const compute = (results: RunResults, expression: string, unit: "money" | "percent" | "number" = "money") =>
  calculate(results, { title: "It", expression, unit });

function problemOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof ToolProblem) return error.failure.error.code;
    throw error;
  }
  return undefined;
}

describe("calculate", () => {
  it("adds, subtracts and divides what results state, and says how it was rounded", () => {
    const results = resultsOf(10_000, 3_001);
    const sum = compute(results, "r1.totals[0] + r2.totals[0]");
    expect(sum.amount?.formatted).toBe("$130.01");
    expect(sum.rounding).toBe("Exact.");
    expect(sum.operands).toEqual([
      { source: "r1.totals[0]", formatted: "$100.00" },
      { source: "r2.totals[0]", formatted: "$30.01" },
    ]);
    const third = compute(results, "r1.totals[0] / r1.rowCount");
    expect(third.amount?.formatted).toBe("$33.33");
    expect(third.rounding).toMatch(/0\.01 USD/);
    const share = compute(results, "r2.totals[0] / r1.totals[0]", "percent");
    expect(share.percent).toEqual({ basisPoints: 3_001, formatted: "30%" });
    expect(compute(results, "-(r1.totals[0] - r2.totals[0]) * 12").amount?.amountMinor).toBe(-83_988);
  });

  it("keeps freshness and caveats of what it was made of", () => {
    const made = compute(resultsOf(100), "r1.totals[0] * 2 / 4");
    expect(made).toMatchObject({
      asOf: "2026-11-24T10:00:00.000Z",
      caveats: ["The bank was last read on Nov 20."],
    });
  });

  it("is exact for whole cents, whatever their size", () => {
    const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const results = resultsOf(a, b);
        expect(compute(results, "r1.totals[0] + r2.totals[0]").amount?.amountMinor).toBe(
          a + b === 0 ? 0 : a + b,
        );
        expect(compute(results, "r1.totals[0] - r2.totals[0]").amount?.amountMinor).toBe(
          a - b === 0 ? 0 : a - b,
        );
      }),
    );
  });

  it("rounds a quotient to the nearest cent, halves away from zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (a) => {
        const half = compute(resultsOf(a), "r1.totals[0] / 2").amount?.amountMinor ?? Number.NaN;
        expect(half).toBe(Math.sign(a) * Math.round(Math.abs(a) / 2) || 0);
      }),
    );
  });

  it("takes a number that the person typed, as an amount beside amounts", () => {
    const results = resultsOf(10_000, 0, "What is left of 250 after groceries, and with 15% off?");
    expect(compute(results, "250 - r1.totals[0]").amount?.formatted).toBe("$150.00");
    expect(compute(results, "r1.totals[0] * 15 / 100").amount?.formatted).toBe("$15.00");
  });

  it.each([
    ["a number that nobody stated", "r1.totals[0] + 17", "unknown_number"],
    ["a number that is written oddly", "r1.totals[0] * 1.2.3", "unknown_number"],
    ["no result at all", "12 * 100", "no_reference"],
    ["a result that is not there", "r9.totals[0]", "unknown_reference"],
    ["a place that is not there", "r1.totals[7]", "unknown_reference"],
    ["what every object has", "r1.constructor", "unknown_reference"],
    ["text", "r1.kind + r1.totals[0]", "no_number"],
    ["two currencies", "r1.totals[0] + r3.totals[0]", "invalid_expression"],
    ["one currency by another", "r1.totals[0] / r3.totals[0]", "invalid_expression"],
    ["an amount and a count", "r1.totals[0] + r1.rowCount", "invalid_expression"],
    ["two amounts multiplied", "r1.totals[0] * r1.totals[0]", "invalid_expression"],
    ["a division by zero", "r1.totals[0] / r2.totals[0]", "invalid_expression"],
    ["an open parenthesis", "(r1.totals[0]", "invalid_expression"],
    ["a missing operand", "r1.totals[0] *", "invalid_expression"],
    ["two operands side by side", "r1.totals[0] r1.totals[0]", "invalid_expression"],
    ["code", "r1.totals[0]; process", "invalid_expression"],
    ["a count as money", "r1.rowCount", "wrong_unit"],
  ])("refuses %s", (_, expression, code) => {
    expect(problemOf(() => compute(resultsOf(10_000), expression))).toBe(code);
  });
});
