import { describe, expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { RunResults } from "../run-results";
import { getAccounts } from "./get-accounts";
import { makeChart } from "./make-chart";
import { summarizeSpending } from "./summarize-spending";
import { ToolProblem } from "./tool-problem";

const ledger = householdWithTraps();

async function found(): Promise<RunResults> {
  const results = new RunResults();
  results.keep(await summarizeSpending(ledger, { period: "last_month", groupBy: "category" }));
  results.keep(await getAccounts(ledger, {}));
  return results;
}

async function problem(input: Parameters<typeof makeChart>[2]): Promise<string | undefined> {
  const results = await found();
  try {
    makeChart(ledger, results, input);
  } catch (error) {
    return error instanceof ToolProblem ? error.failure.error.code : String(error);
  }
  return undefined;
}

describe("make_chart", () => {
  it("copies every point from the list of a result", async () => {
    const results = await found();
    const spending = results.find("r1");
    if (spending?.kind !== "spending") throw new Error("r1 is not the spending.");
    const chart = makeChart(ledger, results, {
      type: "bar",
      title: "Spending by category",
      series: "r1.groups",
    });
    expect(chart.points).toEqual(spending.groups.map(({ label, amount }) => ({ label, money: amount })));
    expect(chart).toMatchObject({
      kind: "chart",
      definition: "spending.v1",
      source: { ref: "r1", path: "groups" },
      period: { start: "2026-10-01", end: "2026-10-31" },
      pointCount: spending.groups.length,
    });
  });

  it("draws the number that is asked for", async () => {
    const results = await found();
    const chart = makeChart(ledger, results, {
      type: "bar",
      title: "Purchases",
      series: "r1.groups",
      value: "rowCount",
    });
    expect(chart.points.every(({ value }) => Number.isInteger(value))).toBe(true);
  });

  it.each([
    ["a result that is not there", { series: "r7.groups" }, "unknown_reference"],
    ["what is no list", { series: "r1.period" }, "no_series"],
    ["a number that entries do not have", { series: "r1.groups", value: "median" }, "no_value"],
    ["debts as parts of a whole", { series: "r2.accounts", type: "donut" as const }, "negative_part"],
    [
      "a title that states a number of its own",
      { series: "r1.groups", title: "$9,999.00 spent" },
      "unverified_title",
    ],
  ])("refuses %s", async (_, input, code) => {
    expect(await problem({ type: "bar", title: "Spending", ...input })).toBe(code);
  });
});
