import type { ConnectionSource } from "../contract/banking";
import type { CalendarDate } from "../contract/money";
import type { Flow, Transaction } from "./transaction";

/** A transaction with everything that is known of it. */
export type TransactionDetails = Transaction & {
  /** When it was booked; `date` may be when it was bought. */
  postedDate: CalendarDate;
  institution: string;
  source: ConnectionSource;
  accountMask: string | null;
  /** Plaid's categories as they came. */
  bankCategory: { primary: string | null; detailed: string | null };
  /** The person has chosen its category. */
  isCategoryChosen: boolean;
  note: string | null;
  tags: readonly string[];
  /** The split row that it is a part of, itself included, with its whole amount in minor units; null: it is in one piece. */
  partOf: { id: string; amountMinor: number } | null;
};

const LABELS: Record<string, string | undefined> = {
  spending: "Spending",
  income: "Income",
  transfer: "Transfers",
  card_payment: "Card payments",
} satisfies Record<Flow, string>;

/** What people call the rows of a flow. */
export const flowLabel = (flow: string): string => LABELS[flow] ?? flow;

const WORDS: Record<Flow, string> = {
  spending: "Counts as spending.",
  income: "Counts as income.",
  transfer: "A transfer: counts neither as spending nor as income.",
  card_payment: "A card payment: counts neither as spending nor as income.",
};

/** What a row means for totals, in a sentence for people. */
export const meaningInWords = ({ flow, amountMinor }: Pick<Transaction, "flow" | "amountMinor">): string =>
  flow === "spending" && amountMinor > 0 ? "Money back: it lowers spending." : WORDS[flow];
