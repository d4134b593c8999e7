import type { GroundingMatch } from "../../contract/grounding";
import type { CalendarDate } from "../../contract/money";
import type { DatePart } from "./found-number";

/**
 * What the sign of a value means, which decides how words may say it:
 * `row` money in is positive and money out negative, and people say both without a sign; `out` and `in` sizes that
 * went one way; `change` more or less than before; `balance` had or owed; `size` anything else.
 */
export type SignRole = "row" | "out" | "in" | "change" | "balance" | "size";

type Source = GroundingMatch & {
  /** What the value is about, as results name it: merchants, categories, accounts; in lower case. Null: whatever the text says. */
  labels: readonly string[] | null;
};

export type KnownAmount = Source & {
  kind: "amount";
  /** In whole units as decimal text, because what the person typed has no minor units. */
  amount: string;
  /** Null when a bound or a question named none. */
  currency: string | null;
  role: SignRole;
};
export type KnownPercentage = Source & {
  kind: "percentage" /** As decimal text. */;
  percent: string;
  role: SignRole;
};
export type KnownCount = Source & {
  kind: "count";
  count: string /** See ./count-nouns.ts */;
  noun: string | null;
};
export type KnownPeriod = Source & { kind: "period"; start: CalendarDate; end: CalendarDate };

/** A date as words have it, which may leave out the year. */
type KnownDate = Source & { kind: "date"; from: DatePart; to?: DatePart };

export type KnownValue = KnownAmount | KnownPercentage | KnownCount | KnownPeriod | KnownDate;

export const toMatch = ({ ref, path, rowIds }: KnownValue): GroundingMatch => ({
  ref,
  path,
  ...(rowIds && { rowIds }),
});
