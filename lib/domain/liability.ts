import type { CalendarDate, Percent } from "../contract/money";
import { roundedQuotient } from "./ratio";

/** The terms of a debt, as last stated. Minor units of the account's currency, positive; nearly all may be unknown. */
type LiabilityTerms = {
  kind: "credit" | "student" | "mortgage";
  /** Yearly, in percent. */
  rates: { kind: string; percent: number }[];
  minimumPaymentMinor: number | null;
  nextPaymentDueDate: CalendarDate | null;
  lastPaymentMinor: number | null;
  lastPaymentDate: CalendarDate | null;
  lastStatementBalanceMinor: number | null;
  lastStatementDate: CalendarDate | null;
  isOverdue: boolean | null;
  maturityDate: CalendarDate | null;
};

/** A card or a loan that is open. */
export type Liability = {
  accountId: string;
  name: string;
  institution: string;
  mask: string | null;
  type: "credit" | "loan";
  subtype: string | null;
  currency: string;
  /** Positive is owed, negative was paid too much; null when the bank does not say. */
  owedMinor: number | null;
  /** Of a card. */
  limitMinor: number | null;
  /** Null when the bank states none. */
  terms: LiabilityTerms | null;
};

/** The rate of purchases is what a card costs; a promotion or a cash advance is not. */
const USUAL_RATES = ["purchase_apr", "interest"];

/**
 * What the debt costs in a year, in millionths (6.125 % is 61,250), so that a rate is never a binary fraction. The rate of
 * purchases or of the loan; where only others are stated, the highest. Null when none is.
 */
export function yearlyRateMillionths({ terms }: Pick<Liability, "terms">): number | null {
  const rates = terms?.rates ?? [];
  const usual = rates.filter(({ kind }) => USUAL_RATES.includes(kind));
  const percents = (usual.length > 0 ? usual : rates).map(({ percent }) => percent);
  return percents.length === 0 ? null : Math.round(Math.max(...percents) * 10_000);
}

/** A yearly rate in millionths, to show: `24.99%`, all its digits. */
export const ratePercent = (millionths: number): Percent => ({
  basisPoints: roundedQuotient(millionths, 100),
  formatted: `${millionths / 10_000}%`,
});
