import { formatMoney, minorUnitExponent } from "../../domain/money";
import { ToolProblem } from "./tool-problem";

/** Beyond that it is a slip of the model, not a budget. */
const MAX_UNITS = 1e12;

/**
 * An amount in whole units (12.5 for $12.50) as integer minor units of its currency.
 * @throws {ToolProblem} when it has more digits than the currency, or is no amount above zero
 */
export function toMinorUnits(units: number, currency: string): number {
  const scale = 10 ** minorUnitExponent(currency);
  const minor = Math.round(units * scale);
  // The nearest number to 12.34 is a little off; what has more digits than the currency is off by a lot.
  const isExact = Math.abs(minor / scale - units) <= Math.abs(units) * 1e-12;
  if (minor > 0 && units < MAX_UNITS && isExact) return minor;
  throw new ToolProblem("invalid_amount", `${units} is not an amount in ${currency}.`, {
    hint: `Give it in whole units, above zero, with no more digits than ${formatMoney(1, currency)} has.`,
  });
}
