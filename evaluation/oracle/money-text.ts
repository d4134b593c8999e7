/** Cents as people in the United States read them: `$1,234.56`, `-€5.00`. The oracle's own, on purpose. */
export function moneyText(cents: number, currency: "USD" | "EUR" = "USD"): string {
  const sign = cents < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(cents) / 100);
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = String(Math.abs(cents) % 100).padStart(2, "0");
  return `${sign}${currency === "EUR" ? "€" : "$"}${grouped}.${rest}`;
}

/** Half a cent goes up, away from zero. */
export const divideCents = (cents: number, by: number): number =>
  Math.sign(cents) * Math.floor((2 * Math.abs(cents) + by) / (2 * by));
