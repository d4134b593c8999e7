import type { Decimal } from "decimal.js";

/** A day, month, quarter or year, as far as the text says it. Without month and quarter, `day` is "the 15th". */
export type DatePart = { year?: number; quarter?: number; month?: number; day?: number };

/** Places in the plain text. */
type Span = { start: number; end: number };

/** What the text itself says about exactness: `about`, or that the true value is over or under what is shown. */
export type Approximation = "exact" | "about" | "over" | "under";

type Size = {
  /** Never negative: see `sign`. Null when the digits make no number. */
  size: Decimal | null;
  sign: "-" | "+" | "";
  /** The smallest step that the digits show: 0.01 for `1.20`, 100 for `1.2k`. */
  step: Decimal;
  approximation: Approximation;
};

export type FoundAmount = Span &
  Size & { kind: "amount" /** Null when the text names none. */; currency: string | null };
export type FoundPercentage = Span & Size & { kind: "percentage" };
export type FoundCount = Span &
  Size & { kind: "count" /** See ./count-nouns.ts; null when nothing says of what. */; noun: string | null };
export type FoundDate = Span & { kind: "date"; from: DatePart /** The end of a range. */; to?: DatePart };

export type FoundNumber = FoundAmount | FoundPercentage | FoundCount | FoundDate;
