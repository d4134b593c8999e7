import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { RecurringSeries } from "../../lib/contract/results/recurring-result";
import { SAMPLE_RESULTS } from "../../tests/support/sample-results";
import { PriceTable } from "./price-table";

/** The words of each line of the table. */
function linesOf(change: Partial<RecurringSeries> = {}): string[] {
  const [series] = SAMPLE_RESULTS.recurring.series;
  if (series === undefined) throw new Error("The sample has no series.");
  const markup = renderToStaticMarkup(<PriceTable series={{ ...series, ...change }} />);
  return markup
    .split("</tr>")
    .map((line) =>
      line
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}

it("each price is a line with the day on which it was first paid, the one of now first", () => {
  expect(linesOf()).toEqual([
    "Prices of Streambox Price First paid on Change",
    "$15.99 Mar 5, 2026 +$3.00",
    "$12.99 Jan 5, 2025 First known",
  ]);
});

it("a price that never changed is a line, too, and payments that differ have no price", () => {
  expect(linesOf({ priceChanges: [] })).toEqual([
    "Prices of Streambox Price First paid on Change",
    "$15.99 Jan 5, 2025 First known",
  ]);
  expect(linesOf({ isVariable: true })).toEqual(["Each payment differs; what is shown is the average."]);
});

it("what costs more is marked as worse, what pays more as better", () => {
  const [series] = SAMPLE_RESULTS.recurring.series;
  if (series === undefined) throw new Error("The sample has no series.");
  const markupOf = (direction: "in" | "out") =>
    renderToStaticMarkup(<PriceTable series={{ ...series, direction }} />);
  expect(markupOf("out")).toContain("text-negative");
  expect(markupOf("in")).toContain("text-positive");
});
