import { minorUnitExponent } from "../money";

export type DecimalMark = "." | ",";

export type ReadAmount =
  | { kind: "amount"; minor: number }
  | { kind: "none" }
  | { kind: "wrong"; reason: string };

/** Thousands are parted by the other mark, by an apostrophe (Switzerland) or by a space; groups of two as in India. */
const GROUP: Record<DecimalMark, string> = { ".": "[,'\u2019 ]", ",": "[.'\u2019 ]" };
const SHAPE: Record<DecimalMark, RegExp> = { ".": shapeOf("."), ",": shapeOf(",") };

function shapeOf(mark: DecimalMark): RegExp {
  const group = GROUP[mark];
  return new RegExp(
    `^(\\d+|\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3})(?:\\${mark}(\\d*))?$|^()\\${mark}(\\d+)$`,
  );
}

const NEGATIVE_WORD = /^(dr|db|debit|s)\.?$/i;
const POSITIVE_WORD = /^(cr|credit|h)\.?$/i;
/** Wide enough for every currency, narrow enough that no text is taken for an amount. */
const CURRENCY = /^(\p{Sc}|[A-Z]{1,3}\p{Sc}|[A-Z]{3}|kr|zł|Kč|Fr\.?|lei|руб\.?|₽)$/u;

/** With currency and all; what is longer is text, and would keep the patterns below busy. */
const LONGEST_AMOUNT = 60;

type Parts = { digits: string; isNegative: boolean };

/** Sign, currency signs and words taken off: what is left is only digits and marks. Undefined: it is no amount. */
export function amountParts(written: string): Parts | undefined {
  if (written.length > LONGEST_AMOUNT) return undefined;
  const text = written
    .replaceAll(/[\u00a0\u2007\u2009\u202f]/g, " ")
    .replaceAll(/[\u2212\u2013]/g, "-")
    .trim();
  const inBrackets = /^\((.*)\)$/.exec(text);
  const found = /^(?<before>[^\d.,]*)(?<digits>[\d.,](?:[\d.,'\u2019 ]*[\d.,])?)(?<after>\D*)$/u.exec(
    inBrackets?.[1] ?? text,
  );
  if (!found?.groups || !/\d/.test(found.groups.digits ?? "")) return undefined;
  let isNegative = inBrackets !== null;
  for (const word of `${found.groups.before} ${found.groups.after}`
    .replaceAll(/([+-])/g, " $1 ")
    .split(" ")) {
    if (word === "" || word === "+" || POSITIVE_WORD.test(word) || CURRENCY.test(word)) continue;
    if (word !== "-" && !NEGATIVE_WORD.test(word)) return undefined;
    // Two signs ("-12.00 DR") say the same thing twice.
    isNegative = true;
  }
  return { digits: found.groups.digits ?? "", isNegative };
}

/**
 * A written amount in exact minor units: `1,234.56`, `1.234,56`, `(12.00)`, `12.00-`, `-$12`, `12,00 EUR`, `12.00 CR`.
 * Nothing is rounded: an amount with more decimals than its currency has is wrong.
 */
export function readAmount(written: string, mark: DecimalMark, currency: string): ReadAmount {
  if (/^[-\u2013\u2014 ]*$/.test(written)) return { kind: "none" };
  const parts = amountParts(written);
  const found = parts && SHAPE[mark].exec(parts.digits);
  if (!parts || !found) return { kind: "wrong", reason: `“${written.slice(0, 40)}” is not an amount.` };
  const exponent = minorUnitExponent(currency);
  const whole = (found[1] ?? "").replaceAll(/\D/g, "");
  const decimals = (found[2] ?? found[4] ?? "").replace(/0+$/, "");
  if (decimals.length > exponent) {
    return { kind: "wrong", reason: `“${written.slice(0, 40)}” has more decimals than ${currency} has.` };
  }
  const minor = Number(`${whole}${decimals.padEnd(exponent, "0")}`);
  if (!Number.isSafeInteger(minor))
    return { kind: "wrong", reason: `“${written.slice(0, 40)}” is too large.` };
  return { kind: "amount", minor: parts.isNegative && minor !== 0 ? -minor : minor };
}
