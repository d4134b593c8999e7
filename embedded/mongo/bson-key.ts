import type { Decimal128, Long } from "bson";

/** Kept out of `Object.keys`, so that mingo hashes and compares the key alone. */
const ORIGINAL = Symbol("original");

/**
 * Stands for a BSON value that JavaScript has no type for (ObjectId, Binary, Decimal128 …) while mingo works.
 * mingo compares such objects by class and `toString()`, and hashes their own fields: `key` is therefore one
 * canonical text whose order is the order of the values.
 */
export abstract class BsonKey {
  readonly key: string;
  readonly [ORIGINAL]: unknown;

  constructor(key: string, original: unknown) {
    this.key = key;
    Object.defineProperty(this, ORIGINAL, { value: original, enumerable: false });
  }

  toString(): string {
    return this.key;
  }
}

export const originalOf = (key: BsonKey): unknown => key[ORIGINAL];

export class ObjectIdKey extends BsonKey {}
export class BinaryKey extends BsonKey {}
export class TimestampKey extends BsonKey {}

/** Numbers that a JavaScript number cannot hold. Equality and order are right only among their own kind. */
export abstract class ExactNumberKey extends BsonKey {}
export class LongKey extends ExactNumberKey {}
export class DecimalKey extends ExactNumberKey {}

export const longKey = (value: Long): LongKey =>
  new LongKey((value.toBigInt() + 2n ** 63n).toString().padStart(20, "0"), value);

const DIGITS = 34;
const EXPONENT_SHIFT = 10_000;

/** 1.0 and 1.00 get one key; keys sort as the numbers do: NaN, -Infinity, negatives, zero, positives, Infinity. */
export function decimalKey(value: Decimal128): DecimalKey {
  return new DecimalKey(orderedText(value.toString()), value);
}

function orderedText(text: string): string {
  if (text === "NaN") return "0";
  if (text === "-Infinity") return "1";
  if (text === "Infinity") return "5";
  const match = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i.exec(text);
  if (match === null) throw new Error(`Decimal128 in an unknown form: ${text}`);
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const all = (whole + fraction).replace(/^0+/, "");
  if (all === "") return "3";
  const magnitude = all.length - fraction.length + Number(exponent) + EXPONENT_SHIFT;
  const digits = String(magnitude).padStart(5, "0") + all.replace(/0+$/, "").padEnd(DIGITS, "0");
  return sign === "-" ? `2${complement(digits)}` : `4${digits}`;
}

const complement = (digits: string): string => digits.replace(/\d/g, (digit) => String(9 - Number(digit)));
