import { Decimal } from "decimal.js";

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const DOZEN = "dozen";

/** A number in words up to a hundred, as part of a pattern. Longest first, so that "seventeen" is not "seven". */
export const NUMBER_WORD = `(?:(?:${TENS.join("|")})(?:[- ](?:${UNITS.slice(1, 10).join("|")}))?|${UNITS.toSorted(
  (a, b) => b.length - a.length,
).join("|")}|hundred|${DOZEN})(?![\\p{L}])`;

/** The value of what `NUMBER_WORD` matches; null for anything else. */
export function readNumberWord(text: string): Decimal | null {
  const [first = "", second] = text.toLowerCase().split(/[- ]/);
  const tens = TENS.indexOf(first);
  if (tens >= 0) return new Decimal((tens + 2) * 10 + Math.max(0, UNITS.indexOf(second ?? "zero")));
  if (first === DOZEN) return new Decimal(12);
  if (first === "hundred") return new Decimal(100);
  const unit = UNITS.indexOf(first);
  return unit < 0 ? null : new Decimal(unit);
}
