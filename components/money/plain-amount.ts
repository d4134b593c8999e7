import { minorUnitExponent } from "../../lib/domain/money";

/** An amount as one writes it into a field: `1200` or `12.50`. Never below zero. */
export function plainAmount({ amountMinor, currency }: { amountMinor: number; currency: string }): string {
  const exponent = minorUnitExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, "0");
  const cut = digits.length - exponent;
  const decimals = digits.slice(cut);
  return /[1-9]/.test(decimals) ? `${digits.slice(0, cut)}.${decimals}` : digits.slice(0, cut);
}
