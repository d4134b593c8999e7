import { monthNames } from "../oracle/days";
import { moneyText } from "../oracle/money-text";
import { groups, nameOf, spent } from "../oracle/sums";
import { daysOf, type When } from "../questions/expect";
import { at, differs, listAt, type ToolCase } from "./tool-case";

type Point = readonly [label: string, cents: number];

/** One chart shows one currency. */
const IN_DOLLARS = ["checking", "sapphire", "freedom"];

const grouped = (when: When, groupBy: "merchant" | "month", category: string, accounts = IN_DOLLARS) => ({
  tool: "summarize_spending",
  args: { period: daysOf(when), groupBy, categories: [category], accounts, limit: 50 },
});

function drawn(type: string, before: NonNullable<ToolCase["before"]>, expected: readonly Point[]): ToolCase {
  const inOrder = (points: readonly (readonly unknown[])[]) =>
    points.map((point) => point.join(" ")).toSorted();
  return {
    tool: "make_chart",
    args: { type, title: "What was asked", series: "r1.groups" },
    before,
    check: (result) => [
      ...differs(
        "the points",
        inOrder(
          listAt(result, "points").map((point) => [
            at(point, "label"),
            at(point, "money", "amountMinor"),
            at(point, "money", "formatted"),
          ]),
        ),
        inOrder(expected.map(([label, cents]) => [label, cents, moneyText(cents)])),
      ),
      ...differs("the number of points", at(result, "pointCount"), expected.length),
      ...differs("the kind of chart", at(result, "chart"), type),
    ],
  };
}

const ofMerchants = (type: string, when: When, category: string): ToolCase =>
  drawn(
    type,
    [grouped(when, "merchant", category)],
    groups({ range: daysOf(when), categories: [category] }, nameOf).map(({ key, cents }) => [key, cents]),
  );

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September"];

/** January to September of 2026, the oldest first. */
const ofMonths = (type: string, category: string): ToolCase =>
  drawn(
    type,
    [grouped({ start: "2026-01-01", end: "2026-09-30" }, "month", category)],
    monthNames("2026-01", "2026-09").map((name, index) => [
      `${MONTHS[index]} 2026`,
      spent({ range: daysOf(name as "2026-01"), categories: [category] }),
    ]),
  );

const refusedChart = (
  code: string,
  args: object,
  before = [grouped("2026-10", "merchant", "groceries")],
): ToolCase => ({
  tool: "make_chart",
  args: { type: "bar", title: "What was asked", series: "r1.groups", ...args },
  before,
  check: (result) => differs("the refusal", at(result, "error", "code"), code),
});

export const CHART_CASES: readonly ToolCase[] = [
  ofMerchants("bar", "2026-10", "groceries"),
  ofMerchants("donut", "2026-10", "coffee"),
  ofMerchants("bar", "lastYear", "fuel"),
  ofMonths("line", "groceries"),
  ofMonths("bar", "restaurants"),
  refusedChart("unverified_title", { title: "I saved $1,234.56" }),
  refusedChart("no_series", { series: "r1.totals[0]" }),
  refusedChart("unknown_reference", { series: "r7.groups" }),
  refusedChart("mixed_units", {}, [grouped("2026-01", "month", "groceries", [])]),
  // In August more of it came back than was bought.
  refusedChart("negative_part", { type: "donut" }, [grouped("2026-08", "merchant", "electronics")]),
];
