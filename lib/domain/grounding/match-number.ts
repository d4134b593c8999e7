import { Decimal } from "decimal.js";
import type { GroundingMatch } from "../../contract/grounding";
import type { FoundAmount, FoundCount, FoundNumber, FoundPercentage } from "./found-number";
import {
  type KnownAmount,
  type KnownCount,
  type KnownPercentage,
  type KnownValue,
  toMatch,
} from "./known-value";
import { matchDate } from "./match-date";
import { agreesInSign, type Clause } from "./sign-words";

/** A rounded number is at most this far from the true one. */
const MAX_ROUNDING = 0.05;

export type NumberContext = {
  clause: Clause;
  /** What the text says the number is about; null when it says nothing that results have a name for. */
  label: string | null;
};

/** The value that a number of the text states; undefined when no value does. Values of results come first. */
export function matchNumber(
  found: FoundNumber,
  known: readonly KnownValue[],
  { clause, label }: NumberContext,
): GroundingMatch | undefined {
  if (found.kind === "date") return matchDate(found, known);
  const isAbout = (value: KnownValue) =>
    label === null || value.labels === null || value.labels.includes(label);
  const match = known.find((value) => {
    if (value.kind !== found.kind || !isAbout(value)) return false;
    if (value.kind === "amount" && found.kind === "amount") return isAmount(found, value, clause);
    if (value.kind === "percentage" && found.kind === "percentage") return isPercentage(found, value, clause);
    return value.kind === "count" && found.kind === "count" && isCount(found, value);
  });
  return match && toMatch(match);
}

function isAmount(found: FoundAmount, value: KnownAmount, clause: Clause): boolean {
  const isSameCurrency =
    found.currency === value.currency || found.currency === null || value.currency === null;
  return isSameCurrency && isSize(found, value.amount) && isSigned(found, value.amount, value, clause);
}

const isPercentage = (found: FoundPercentage, value: KnownPercentage, clause: Clause): boolean =>
  isSize(found, value.percent) && isSigned(found, value.percent, value, clause);

/** Of what a count counts must be the same where both say it; where only one does, it is not known to be the same. */
function isCount(found: FoundCount, value: KnownCount): boolean {
  if (found.noun !== null && value.noun !== "any" && found.noun !== value.noun) return false;
  const count = new Decimal(value.count);
  return isSize(found, value.count) && (found.sign === "-") === count.isNegative();
}

const isSigned = (
  { sign }: FoundAmount | FoundPercentage,
  value: string,
  { ref, role }: KnownAmount | KnownPercentage,
  clause: Clause,
): boolean =>
  ref === "question" ||
  new Decimal(value).isZero() ||
  agreesInSign(sign, value.startsWith("-"), role, clause);

/** Exact, or rounded to the digits that are shown where the text says that it is rounded. */
function isSize(
  { size, step, approximation }: Exclude<FoundNumber, { kind: "date" }>,
  value: string,
): boolean {
  if (size === null) return false;
  const actual = new Decimal(value).abs();
  if (size.equals(actual)) return true;
  if (approximation === "exact") return false;
  if (size.minus(actual).abs().greaterThan(actual.times(MAX_ROUNDING))) return false;
  return stepsOf(size, step).some((rounding) => {
    const above = size.minus(actual);
    if (approximation === "about") return above.abs().times(2).lessThanOrEqualTo(rounding);
    return approximation === "over"
      ? above.isNegative() && above.abs().lessThan(rounding)
      : above.isPositive() && above.lessThan(rounding);
  });
}

/** "1,200" may be rounded to ones, tens or hundreds: its zeros do not say. */
function stepsOf(size: Decimal, step: Decimal): Decimal[] {
  const steps = [step];
  for (
    let next = step.times(10);
    size.isPositive() && size.modulo(next).isZero() && next.lessThan(size);
    next = next.times(10)
  )
    steps.push(next);
  return steps;
}
