import { divideCents, moneyText } from "../oracle/money-text";
import { countSpending, earned, spent } from "../oracle/sums";
import { daysOf, type When } from "../questions/expect";
import { at, differs, type ToolCase } from "./tool-case";

const groceries = { categories: ["groceries"] };
const looked = (when: When, more = groceries) => ({
  tool: "summarize_spending",
  args: { period: daysOf(when), ...more },
});
const [september, october] = (["2026-09", "2026-10"] as const).map((when) =>
  spent({ range: daysOf(when), ...groceries }),
) as [number, number];

type Asked = { expression: string; unit: string; before: ToolCase["before"]; asked?: string };

const calculation = (asked: Asked, path: string[], expected: unknown): ToolCase => ({
  tool: "calculate",
  args: { title: "What was asked", expression: asked.expression, unit: asked.unit },
  before: asked.before ?? [],
  ...(asked.asked && { asked: asked.asked }),
  check: (result) => differs("the value", at(result, ...path), expected),
});

const money = (expression: string, before: ToolCase["before"], cents: number, asked?: string): ToolCase =>
  calculation(
    { expression, unit: "money", before, ...(asked && { asked }) },
    ["amount", "formatted"],
    moneyText(cents),
  );

const refusedFor = (code: string, expression: string, before: ToolCase["before"], unit = "money"): ToolCase =>
  calculation({ expression, unit, before }, ["error", "code"], code);

const both = [looked("2026-09"), looked("2026-10")];

export const CALCULATION_CASES: readonly ToolCase[] = [
  money("r1.totals[0] + r2.totals[0]", both, september + october),
  money("r2.totals[0] - r1.totals[0]", both, october - september),
  money("(r1.totals[0] + r2.totals[0]) / 2", both, divideCents(september + october, 2)),
  money("r1.totals[0] * 12 / 52", [looked("2026-10")], divideCents(october * 12, 52)),
  money(
    "r1.totals[0] / r1.rowCount",
    [looked("2026-10")],
    divideCents(october, countSpending({ range: daysOf("2026-10"), ...groceries })),
  ),
  money(
    "r1.totals[0] * 15 / 100",
    [looked("2026-10")],
    divideCents(october * 15, 100),
    "What is 15% of what I spent on groceries in October?",
  ),
  money(
    "r1.totals[0] - 50",
    [looked("2026-10")],
    october - 5_000,
    "Groceries in October less the $50 that my sister gave me?",
  ),
  calculation(
    { expression: "(r2.totals[0] - r1.totals[0]) / r1.totals[0]", unit: "percent", before: both },
    ["percent", "basisPoints"],
    Math.round((10_000 * (october - september)) / september),
  ),
  calculation(
    {
      expression: "r1.totals[0] / r2.totals[0]",
      unit: "percent",
      before: [looked("2026-10"), { tool: "summarize_income", args: { period: daysOf("2026-10") } }],
    },
    ["percent", "basisPoints"],
    Math.round((10_000 * october) / earned({ range: daysOf("2026-10") })),
  ),
  calculation(
    { expression: "r1.rowCount / 4", unit: "number", before: [looked("2026-10")] },
    ["number", "value"],
    countSpending({ range: daysOf("2026-10"), ...groceries }) / 4,
  ),
  refusedFor("unknown_number", "r1.totals[0] * 1.17", [looked("2026-10")]),
  refusedFor("no_reference", "12 * 4", [looked("2026-10")], "number"),
  refusedFor("unknown_reference", "r9.totals[0] * 2", [looked("2026-10")]),
  refusedFor("wrong_unit", "r1.totals[0] / r2.totals[0]", both),
];
