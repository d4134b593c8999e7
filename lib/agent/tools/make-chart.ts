import { z } from "zod";
import { Period } from "../../contract/money";
import type { ChartResult } from "../../contract/results/chart-result";
import { groundText, knownFrom } from "../../domain/grounding/ground-text";
import type { Ledger } from "../../domain/ledger";
import { readReference, type StatedNumber, statedNumber } from "../result-value";
import type { RunResults } from "../run-results";
import { purserTool } from "./purser-tool";
import { ToolProblem } from "./tool-problem";

const MAX_POINTS = 60;

const MakeChartInput = z.object({
  type: z
    .enum(["bar", "line", "donut"])
    .describe("line for what goes on in time, donut for parts of a whole."),
  title: z.string().min(1).max(80).describe("What is drawn, without amounts."),
  series: z.string().max(80).describe('The list to draw, of an earlier result of this answer: "r1.groups".'),
  value: z
    .string()
    .max(40)
    .nullish()
    .describe('Which number of each entry, such as "amount"; its first one when left out.'),
});
type Input = z.infer<typeof MakeChartInput>;

type Point = { label: string; number: StatedNumber };

/**
 * A chart whose every number is copied from a result.
 * @throws {ToolProblem} when the list is none, has no such numbers, or mixes currencies
 */
export function makeChart(ledger: Ledger, results: RunResults, input: Input): ChartResult {
  const { result, path, value: list } = readReference(input.series, results);
  if (!Array.isArray(list) || list.length === 0) {
    throw new ToolProblem("no_series", `"${input.series}" is no list with entries.`, {
      hint: `Lists of ${result.ref}: ${listsOf(result).join(", ") || "none"}.`,
    });
  }
  const points = list.slice(0, MAX_POINTS).map((entry: unknown) => toPoint(entry, input.value ?? undefined));
  refuseMixture(points, input.type);
  refuseClaims(input.title, ledger, results);
  const period = "period" in result ? Period.safeParse(result.period) : undefined;
  return {
    kind: "chart",
    definition: result.definition,
    asOf: result.asOf,
    rowCount: result.rowCount,
    ...(result.dataFrom && { dataFrom: result.dataFrom }),
    ...(result.caveats && { caveats: result.caveats }),
    chart: input.type,
    title: input.title,
    source: { ref: result.ref ?? "", path },
    period: period?.success ? period.data : null,
    points: points.map(({ label, number }) => ({
      label,
      ...(number.unit === "money" && { money: number.money }),
      ...(number.unit === "percent" && { percent: number.percent }),
      ...(number.unit === "number" && { value: number.number }),
    })),
    pointCount: list.length,
  };
}

const listsOf = (result: object): string[] =>
  Object.entries(result).flatMap(([key, value]) => (Array.isArray(value) && key !== "rows" ? [key] : []));

const LABELS = ["label", "name", "merchant", "month", "date", "key", "category"];

function toPoint(entry: unknown, wanted: string | undefined): Point {
  const members = typeof entry === "object" && entry !== null ? Object.entries(entry) : [];
  const label = LABELS.map((key) => members.find(([name]) => name === key)?.[1]).find(
    (text) => typeof text === "string",
  );
  const chosen = wanted === undefined ? members : members.filter(([name]) => name === wanted);
  const numbers = chosen.flatMap(([, value]) => statedNumber(value) ?? []);
  const number = numbers.find(({ unit }) => unit === "money") ?? numbers[0];
  if (label === undefined || number === undefined) {
    const names = members.flatMap(([name, value]) => (statedNumber(value) ? [name] : []));
    throw new ToolProblem("no_value", "An entry of the list has no such number, or no name.", {
      hint: `Numbers of an entry: ${names.join(", ") || "none"}.`,
    });
  }
  return { label, number };
}

function refuseMixture(points: readonly Point[], type: Input["type"]): void {
  const units = new Set(
    points.map(({ number }) => (number.unit === "money" ? number.money.currency : number.unit)),
  );
  if (units.size > 1) {
    throw new ToolProblem("mixed_units", `One chart cannot show ${[...units].join(" and ")} together.`, {
      hint: "Ask for a result in one currency.",
    });
  }
  const isNegative = points.some(({ number }) => number.unit === "money" && number.money.amountMinor < 0);
  if (type === "donut" && isNegative) {
    throw new ToolProblem("negative_part", "A donut has no negative parts.", { hint: "Draw bars." });
  }
}

/** A title is text of the model, shown where the answer's check does not look. */
function refuseClaims(title: string, { today, timeZone }: Ledger, results: RunResults): void {
  const known = knownFrom({
    results: results.all(),
    question: results.question,
    today,
    timeZone,
    dataFrom: null,
  });
  if (groundText(title, known).some(({ match }) => match === null)) {
    throw new ToolProblem("unverified_title", "The title has a number that no result states.", {
      hint: "Give a title without numbers.",
    });
  }
}

export const makeChartTool = () =>
  purserTool({
    name: "make_chart",
    description:
      "Draws a list of an earlier result of this answer (by ref) as a chart beside the text. It takes its numbers from that result; you give none.",
    schema: MakeChartInput,
    run: ({ ledger, results }, input) => makeChart(ledger, results, input),
  });
