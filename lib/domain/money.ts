import type { Money } from "../contract/money";

/** ISO 4217's own code for "no currency"; banks use it for points and the like. */
const NO_CURRENCY = "XXX";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  let format = formats.get(currency);
  if (!format) {
    format =
      currency === NO_CURRENCY
        ? new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })
        : new Intl.NumberFormat("en-US", { style: "currency", currency });
    formats.set(currency, format);
  }
  return format;
}

/** Digits after the decimal point by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code it does not know. */
export function minorUnitExponent(currency: string): number {
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The amount in whole units, `-1234.56`. The decimal point is put into the digits as text: no division rounds it. */
export function decimalText(amountMinor: number, currency: string): `${number}` {
  const exponent = minorUnitExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, "0");
  const cut = digits.length - exponent;
  const sign = amountMinor < 0 ? "-" : "";
  return `${sign}${digits.slice(0, cut)}.${digits.slice(cut) || "0"}` as `${number}`;
}

/** The amount as people read it in en-US, for example `-$1,234.56`, never rounded. */
export const formatMoney = (amountMinor: number, currency: string): string =>
  formatOf(currency).format(decimalText(amountMinor, currency));

/** Integer minor units with their text. Minus zero becomes zero, so that it is never shown as `-$0.00`. */
export function toMoney(amountMinor: number, currency: string): Money {
  const amount = amountMinor === 0 ? 0 : amountMinor;
  return { amountMinor: amount, currency, formatted: formatMoney(amount, currency) };
}

/** Minor units summed per currency; amounts of different currencies are never added. Largest first, then by code. */
export function sumByCurrency(
  amounts: Iterable<{ amountMinor: number; currency: string }>,
): { amountMinor: number; currency: string }[] {
  const sums = new Map<string, number>();
  for (const { amountMinor, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return [...sums]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .sort((a, b) => b.amountMinor - a.amountMinor || (a.currency < b.currency ? -1 : 1));
}
