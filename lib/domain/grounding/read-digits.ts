import { Decimal } from "decimal.js";

/** Ways to write a number: plain, grouped by commas (also in lakhs), by points with a decimal comma, by apostrophes or spaces. */
const PLAIN = /^(?:\d*\.\d+|\d+|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?)$/;
const DECIMAL_COMMA = /^(?:\d+|\d{1,3}(?:[. ]\d{3})+),\d{1,2}$/;
const APOSTROPHES = /^\d{1,3}(?:[’' ]\d{3})+(?:\.\d+)?$/;

/** The value of digits as people write them; null when they make no number, such as `1,23,4`. */
export function readDigits(digits: string): Decimal | null {
  if (PLAIN.test(digits)) return new Decimal(digits.replaceAll(",", ""));
  if (DECIMAL_COMMA.test(digits)) return new Decimal(digits.replaceAll(/[. ]/g, "").replace(",", "."));
  if (APOSTROPHES.test(digits)) return new Decimal(digits.replaceAll(/[’' ]/g, ""));
  return null;
}
