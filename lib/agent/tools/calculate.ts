import { Decimal } from "decimal.js";
import { z } from "zod";
import type { CalculationResult } from "../../contract/results/calculation-result";
import type { ToolResult } from "../../contract/tool-result";
import { type Expression, operandsOf, parseExpression } from "../../domain/expression";
import { saidValues } from "../../domain/grounding/said-values";
import { minorUnitExponent, toMoney } from "../../domain/money";
import { CALCULATION_DEFINITION, evaluate, type Quantity, roundQuantity } from "../../domain/quantity";
import { readReference, statedNumber } from "../result-value";
import type { RunResults } from "../run-results";
import { purserTool } from "./purser-tool";
import { ToolProblem } from "./tool-problem";

/** Halves, months and weeks and days of a year, percent. Anything else has to come from a result or from the person. */
const CONSTANTS = [1, 2, 4, 7, 12, 14, 26, 30, 52, 100, 365];

const CalculateInput = z.object({
  title: z.string().min(1).max(80).describe('What it is, in a few words: "Groceries per week".'),
  expression: z
    .string()
    .max(300)
    .describe(
      'Operators + - * / ( ) over references to results of this answer, such as "(r1.totals[0] - r2.totals[0]) / r2.totals[0]". A plain number only if the person typed it, or one of ' +
        `${CONSTANTS.join(", ")}. A percentage of a result counts as its hundredth: 12.5% is 0.125.`,
    ),
  unit: z
    .enum(["money", "percent", "number"])
    .describe("What the result is. Use percent for a quotient: 0.125 is shown as 12.5%."),
});
type Input = z.infer<typeof CalculateInput>;

type Operand = { quantity: Quantity; source: string; formatted: string; result: ToolResult | undefined };

/**
 * Exact decimal arithmetic over numbers that results state; rounded once, at the end.
 * @throws {ToolProblem} for anything that is no such number, for mixed currencies, and for what has no value
 */
export function calculate(results: RunResults, input: Input): CalculationResult {
  const expression = parsed(input.expression);
  const operands = new Map(operandsOf(expression).map((text) => [text, readOperand(text, results)]));
  const sources = [...operands.values()].flatMap(({ result }) => result ?? []);
  const isOfQuestion = [...operands.values()].some(({ source }) => source === "question");
  if (sources.length === 0 && !isOfQuestion) {
    throw new ToolProblem("no_reference", "Nothing of it comes from a result or from the person.", {
      hint: 'Look the numbers up first and name them, such as "r1.totals[0]".',
    });
  }
  const caveats = [...new Set(sources.flatMap((result) => result.caveats ?? []))];
  const [oldest = null] = sources.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort();
  return {
    kind: "calculation",
    definition: CALCULATION_DEFINITION,
    asOf: oldest,
    rowCount: 0,
    ...(caveats.length > 0 && { caveats }),
    title: input.title,
    expression: input.expression,
    operands: [...operands.values()].map(({ source, formatted }) => ({ source, formatted })),
    ...resultOf(computed(expression, operands), input.unit),
  };
}

function parsed(text: string): Expression {
  try {
    return parseExpression(text);
  } catch (error) {
    throw asProblem(error);
  }
}

function computed(expression: Expression, operands: ReadonlyMap<string, Operand>): Quantity {
  try {
    return evaluate(expression, (text) => {
      const operand = operands.get(text);
      if (operand === undefined) throw new Error(`The operand "${text}" was not read.`);
      return operand.quantity;
    });
  } catch (error) {
    throw asProblem(error);
  }
}

const asProblem = (error: unknown): unknown =>
  error instanceof SyntaxError || error instanceof RangeError
    ? new ToolProblem("invalid_expression", error.message)
    : error;

function readOperand(text: string, results: RunResults): Operand {
  if (/^[\d.]+$/.test(text)) return readLiteral(text, results.question);
  const { result, value } = readReference(text, results);
  const stated = statedNumber(value);
  const found = { source: text, result };
  switch (stated?.unit) {
    case "money": {
      const { amountMinor, currency, formatted } = stated.money;
      const amount = new Decimal(amountMinor).times(new Decimal(10).pow(-minorUnitExponent(currency)));
      return { ...found, formatted, quantity: { value: amount, currency } };
    }
    case "percent": {
      const { basisPoints, formatted } = stated.percent;
      return {
        ...found,
        formatted,
        quantity: { value: new Decimal(basisPoints).times("0.0001"), currency: null },
      };
    }
    case "number":
      return {
        ...found,
        formatted: String(stated.number),
        quantity: { value: new Decimal(stated.number), currency: null },
      };
    case undefined:
      throw new ToolProblem("no_number", `"${text.slice(0, 60)}" is no number.`, {
        hint: "Point at an amount, a percentage or a count of the result.",
      });
  }
}

/** @throws {ToolProblem} for a number that nobody stated: a model does not get to bring its own */
function readLiteral(text: string, question: string): Operand {
  const value = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) ? new Decimal(text) : undefined;
  const literal = { source: "constant", formatted: text, result: undefined };
  const said = saidValues(question, "question", "text");
  const amount = said.find((one) => one.kind === "amount" && value?.equals(one.amount));
  if (value !== undefined && amount?.kind === "amount")
    return { ...literal, source: "question", quantity: { value, currency: amount.currency, isEither: true } };
  const isSaid = said.some(
    (one) =>
      (one.kind === "count" && value?.equals(one.count)) ||
      (one.kind === "percentage" && value?.equals(one.percent)),
  );
  if (value !== undefined && isSaid)
    return { ...literal, source: "question", quantity: { value, currency: null } };
  if (value !== undefined && CONSTANTS.some((constant) => value.equals(constant)))
    return { ...literal, quantity: { value, currency: null } };
  throw new ToolProblem(
    "unknown_number",
    `The number ${text.slice(0, 40)} is neither in a result nor in the question.`,
    {
      hint: "Refer to the result that states it.",
    },
  );
}

function resultOf({ value, currency, isEither }: Quantity, unit: Input["unit"]) {
  if ((unit === "money") !== (currency !== null) && !isEither) {
    throw new ToolProblem(
      "wrong_unit",
      currency === null ? "The result is a plain number." : "The result is an amount.",
      {
        hint: `Ask for the unit ${currency === null ? "percent or number" : "money"}.`,
      },
    );
  }
  if (unit === "money" && currency !== null) {
    const exponent = minorUnitExponent(currency);
    const rounded = roundQuantity(value, exponent);
    const amountMinor = rounded.value.times(new Decimal(10).pow(exponent)).toNumber();
    if (!Number.isSafeInteger(amountMinor)) throw new ToolProblem("too_large", "The result is too large.");
    const step = new Decimal(10).pow(-exponent).toFixed();
    return {
      unit,
      amount: toMoney(amountMinor, currency),
      rounding: roundingTo(rounded.isExact, `${step} ${currency}`),
    };
  }
  if (unit === "percent") {
    const points = roundQuantity(value.times(10_000), 0);
    const shown = roundQuantity(value.times(100), 1);
    const percent = { basisPoints: points.value.toNumber(), formatted: `${shown.value.toFixed()}%` };
    return { unit, percent, rounding: roundingTo(shown.isExact, "0.1%") };
  }
  const rounded = roundQuantity(value, 2);
  const number = {
    value: rounded.value.toNumber(),
    formatted: rounded.value.toNumber().toLocaleString("en-US"),
  };
  return { unit: "number" as const, number, rounding: roundingTo(rounded.isExact, "0.01") };
}

const roundingTo = (isExact: boolean, step: string): string =>
  isExact ? "Exact." : `Rounded once, at the end, to ${step}, halves away from zero.`;

export const calculateTool = () =>
  purserTool({
    name: "calculate",
    description:
      "Exact arithmetic over numbers of results of this answer, by their refs. The only way to a sum, difference, share or average that no other tool gives ready-made. Amounts of different currencies cannot be mixed.",
    schema: CalculateInput,
    run: ({ results }, input) => calculate(results, input),
  });
