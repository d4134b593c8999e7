import { Decimal } from "decimal.js";
import type { Expression } from "./expression";

export const CALCULATION_DEFINITION = "calculation.v1";

/** Far more digits than money has, so that only a division that never ends is cut, and that below any cent. */
const Exact = Decimal.clone({ precision: 60 });

/**
 * A number with what it is of: an amount in a currency, or a plain number. What the person typed without saying which
 * (`isEither`) counts as an amount beside amounts.
 */
export type Quantity = { value: Decimal; currency: string | null; isEither?: boolean };

/** @throws {RangeError} in words for the model: currencies mixed, amounts multiplied, a division by zero */
export function evaluate(expression: Expression, operand: (text: string) => Quantity): Quantity {
  switch (expression.kind) {
    case "operand":
      return operand(expression.text);
    case "negation": {
      const { value, ...rest } = evaluate(expression.of, operand);
      return { value: value.negated(), ...rest };
    }
    case "operation": {
      const left = evaluate(expression.left, operand);
      const right = evaluate(expression.right, operand);
      if (expression.operator === "+" || expression.operator === "-")
        return sum(left, right, expression.operator);
      return expression.operator === "*" ? product(left, right) : quotient(left, right);
    }
  }
}

function sum(left: Quantity, right: Quantity, operator: "+" | "-"): Quantity {
  const [a, b] = alike(left, right);
  if (a.currency !== b.currency)
    throw new RangeError(
      a.currency !== null && b.currency !== null
        ? `${a.currency} and ${b.currency} cannot be added: no exchange rate is known.`
        : "An amount and a plain number cannot be added.",
    );
  const value = operator === "+" ? new Exact(a.value).plus(b.value) : new Exact(a.value).minus(b.value);
  return { value, currency: a.currency, ...(a.isEither && b.isEither && { isEither: true }) };
}

function alike(left: Quantity, right: Quantity): [Quantity, Quantity] {
  if (left.isEither && left.currency === null && right.currency !== null)
    return [{ ...left, currency: right.currency }, right];
  if (right.isEither && right.currency === null && left.currency !== null)
    return [left, { ...right, currency: left.currency }];
  return [left, right];
}

function product(left: Quantity, right: Quantity): Quantity {
  if (left.currency !== null && right.currency !== null)
    throw new RangeError("Two amounts cannot be multiplied.");
  return { value: new Exact(left.value).times(right.value), currency: left.currency ?? right.currency };
}

function quotient(left: Quantity, right: Quantity): Quantity {
  const [a, b] = alike(left, right);
  if (b.value.isZero()) throw new RangeError("There is no division by zero.");
  if (b.currency !== null && a.currency !== b.currency)
    throw new RangeError(
      a.currency === null
        ? "A plain number cannot be divided by an amount."
        : `${a.currency} cannot be divided by ${b.currency}: no exchange rate is known.`,
    );
  return { value: new Exact(a.value).dividedBy(b.value), currency: b.currency === null ? a.currency : null };
}

/** Rounded to so many decimals, halves away from zero, and whether that changed anything. */
export function roundQuantity(value: Decimal, decimals: number): { value: Decimal; isExact: boolean } {
  const rounded = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return { value: rounded, isExact: rounded.equals(value) };
}
