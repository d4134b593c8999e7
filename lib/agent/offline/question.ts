import type { SpendingGrouping } from "../../domain/spending";
import type { Flow } from "../../domain/transaction";
import type { PeriodInput } from "../tools/period-input";

/** What a question is about: categories, a merchant, or both ("coffee at Starbucks"). */
export type Subject = {
  /** As the person wrote it. */
  phrase: string;
  categories: string[];
  /** Category ids matched although the word was misspelt. */
  isTypo: boolean;
  merchant: string | undefined;
  /** "Blue Bottle Coffee" holds a category word but may be a merchant: tried first, the rest is the fallback. */
  orMerchant: string | undefined;
};

/** What each row must amount to, both ends included, and what was said ("over 50"). */
export type Range = { minAmount?: number; maxAmount?: number; words: string[] };

/** A question as the offline analyst understands it. */
export type Question =
  | {
      kind: "spending";
      subjects: Subject[];
      accounts: string[];
      /** Two are compared. None was named: this month. */
      periods: PeriodInput[];
      range: Range;
      groupBy: SpendingGrouping;
      limit: number | undefined;
      /** Asked for, but not something that can be read off: said in the answer. */
      cannot: "average" | "percentage" | "exclusion" | undefined;
    }
  | {
      kind: "transactions";
      subjects: Subject[];
      accounts: string[];
      periods: PeriodInput[];
      flow: Flow | undefined;
      direction: "in" | "out" | undefined;
      range: Range;
      sort: "newest" | "oldest" | "largest" | "smallest";
      isPending: boolean;
      limit: number | undefined;
      /** "How many", "how much" or the rows themselves. */
      answer: "rows" | "count" | "total";
    }
  | { kind: "accounts"; scope: AccountScope }
  | { kind: "refusal"; reason: RefusalReason }
  /** Conditions that would be left out of the answer: asks back instead. */
  | { kind: "unclear"; words: string[] }
  | { kind: "help" | "greeting" | "thanks" | "unknown" };

export type AccountScope =
  | "all"
  | "cash"
  | "net_worth"
  | "debt"
  | "savings"
  | "checking"
  | "credit"
  | "investment";

export type RefusalReason =
  | "move_money"
  | "trade"
  | "other_people"
  | "change"
  | "forecast"
  | "savings"
  | "past_balance"
  | "rules";

export type SpendingQuestion = Extract<Question, { kind: "spending" }>;
export type TransactionsQuestion = Extract<Question, { kind: "transactions" }>;
