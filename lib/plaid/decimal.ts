import { AppError } from "../errors";

/** A decimal number without rounding: `digits / 10^scale`. */
type Decimal = { digits: bigint; scale: number };

/**
 * A number of Plaid's as decimal text, digit for digit as it came ("1e-7" is "0.0000001"): quantities and prices are
 * stored as text, so that no arithmetic in floating point ever changes them.
 * @throws {AppError} `internal` for what is not a finite number
 */
export const toDecimalText = (value: number): string => toText(parse(value));

/** The exact sum as decimal text: 0.1 and 0.2 are "0.3". @throws {AppError} see `toDecimalText` */
export function sumDecimals(values: readonly number[]): string {
  const parsed = values.map(parse);
  const scale = Math.max(0, ...parsed.map((one) => one.scale));
  const digits = parsed.reduce((sum, one) => sum + one.digits * 10n ** BigInt(scale - one.scale), 0n);
  return toText({ digits, scale });
}

function parse(value: number): Decimal {
  if (!Number.isFinite(value))
    throw new AppError("internal", "The bank sent a number that cannot be stored.");
  const [mantissa = "0", power = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(power);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function toText({ digits, scale }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const cut = text.length - scale;
  const fraction = text.slice(cut).replace(/0+$/, "");
  return `${digits < 0n ? "-" : ""}${text.slice(0, cut)}${fraction && `.${fraction}`}`;
}
