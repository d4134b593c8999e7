import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ChartResult } from "../../lib/contract/results/chart-result";
import { toMoney } from "../../lib/domain/money";
import { SAMPLE_RESULTS } from "../../tests/support/sample-results";
import { axisFormat, canBeDonut, toMarks } from "../chart/marks";
import { percentOf, roundTicks } from "../chart/scale";
import { ResultChart } from "./result-chart";

const pointsOf = (...amounts: number[]): ChartResult["points"] =>
  amounts.map((amount, index) => ({ label: `Point ${index}`, money: toMoney(amount, "USD") }));

const render = (chart: ChartResult["chart"], points: ChartResult["points"]): string =>
  renderToStaticMarkup(<ResultChart result={{ ...SAMPLE_RESULTS.chart, chart, points }} timeZone="UTC" />);

const CASES: [string, number[]][] = [
  ["below zero", [-5_000, 20_000, -12_345]],
  ["one point", [64_218]],
  ["24 points", Array.from({ length: 24 }, (_, index) => index * 1_000)],
  ["all zero", [0, 0, 0]],
  ["all the same", [500, 500]],
];

test.each(
  CASES.flatMap(([name, amounts]) =>
    (["bar", "line", "donut"] as const).map((chart) => [name, chart, amounts] as const),
  ),
)(
  "%s as %s: every number is in the table twin, and no place of the drawing is unknown",
  (_, chart, amounts) => {
    const html = render(chart, pointsOf(...amounts));
    const twin = html.slice(html.indexOf("<table"), html.indexOf("</table>"));
    for (const { formatted } of amounts.map((amount) => toMoney(amount, "USD")))
      expect(twin).toContain(formatted);
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    expect(html).toContain("Show as table");
  },
);

test("long labels are whole in a bar chart", () => {
  const label = "A shop with a name that goes on and on and does not end for a long time";
  const html = render("bar", [{ label, money: toMoney(5, "USD") }]);
  expect(html.split(label).length - 1).toBe(2);
});

test("a chart without a point says that nothing matched", () => {
  expect(render("line", [])).toContain("Nothing matched");
});

test("parts below zero, or of nothing, are no donut", () => {
  const isDonut = (...amounts: number[]) => canBeDonut(toMarks(pointsOf(...amounts)));
  expect([isDonut(5, 0), isDonut(5, -1), isDonut(0, 0), isDonut()]).toEqual([true, false, false, false]);
});

test("the axis is written in the unit of the points", () => {
  expect(axisFormat(pointsOf(1))(1_500)).toBe("$1.5K");
  expect(axisFormat([{ label: "", money: toMoney(1, "JPY") }])(-20_000)).toBe("-¥20K");
  expect(axisFormat([{ label: "", percent: { basisPoints: 1, formatted: "" } }])(12.5)).toBe("12.5%");
  expect(axisFormat([{ label: "", value: 3 }])(3)).toBe("3");
});

test("ticks are few, even and enclose every size", () => {
  const size = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Math.round(value * 100) / 100);
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 24 }), (sizes) => {
      const ticks = roundTicks(sizes);
      const [low, high] = [ticks[0] ?? Number.NaN, ticks.at(-1) ?? Number.NaN];
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      const slack = (high - low) * 1e-9;
      for (const one of sizes) {
        expect(one).toBeGreaterThanOrEqual(low - slack);
        expect(one).toBeLessThanOrEqual(high + slack);
        expect(percentOf(one, low, high)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
