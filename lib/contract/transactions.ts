import { z } from "zod";
import { NAMED_PERIODS } from "../domain/period";
import { FLOWS, type Flow } from "../domain/transaction";
import { Identifier } from "./identifier";
import { CalendarDate, type Money, Period } from "./money";
import { MAX_NOTE, MAX_TAG, MAX_TAGS, RuleMatch, SplitParts } from "./proposals";

const MAX_CHOICES = 100;
const choices = <Value extends z.ZodType>(value: Value) => z.array(value).max(MAX_CHOICES);
/** Whole units of a row's currency, without a sign. */
const Units = z.number().min(0).max(1e12);

/** What the page of transactions shows. All conditions must hold; one that is empty or null does not restrict. */
export const TransactionSearch = z.object({
  /** Part of the merchant's name or of what the bank wrote. */
  text: z.string().trim().max(200),
  accounts: choices(Identifier),
  /** Ids of ../domain/categories.ts. */
  categories: choices(z.string().min(1).max(60)),
  /** Exact names. */
  merchants: choices(z.string().min(1).max(200)),
  /** One of them is enough. */
  tags: choices(z.string().min(1).max(MAX_TAG)),
  flows: choices(z.enum(FLOWS)),
  /** By name, so that an address means the same next month, or by its days. */
  period: z.union([z.enum(NAMED_PERIODS), Period]).nullable(),
  minUnits: Units.nullable(),
  maxUnits: Units.nullable(),
  pending: z.boolean().nullable(),
});
export type TransactionSearch = z.infer<typeof TransactionSearch>;

/** The last row of a page: the next one begins below it. */
export const PageCursor = z.object({ date: CalendarDate, id: Identifier });
export type PageCursor = z.infer<typeof PageCursor>;

/** A transaction in the list. Texts of the bank are untrusted. */
export type TransactionLine = {
  id: string;
  date: CalendarDate;
  merchant: string;
  description: string;
  /** Id of a category. */
  category: string;
  account: string;
  /** Positive is money in. */
  amount: Money;
  flow: Flow;
  pending: boolean;
  hasNote: boolean;
  /** The split row that it is a part of, itself included, with its whole amount; null: it is in one piece. */
  partOf: { id: string; whole: Money } | null;
  tags: readonly string[];
};

/** What a day comes to, of the rows that match. */
export type DaySum = {
  date: CalendarDate;
  rowCount: number;
  /** Income less spending by currency; transfers and card payments are in none. */
  net: Money[];
};

export type TransactionPage = {
  /** Newest first. */
  rows: TransactionLine[];
  /** Of every day that the rows are of, whole days also where the page ends within one. */
  days: DaySum[];
  /** Null: nothing is below. */
  next: PageCursor | null;
};

export const NextPage = z.object({ search: TransactionSearch, after: PageCursor.nullable() });

export type NextPage = z.infer<typeof NextPage>;

/** How many rows are read again at once. */
export const MAX_REREAD = 500;

/** Those of these rows that still match, and the sums of the days of a period. */
export const RereadRows = z.object({
  search: TransactionSearch,
  ids: z.array(Identifier).min(1).max(MAX_REREAD),
  period: Period,
});
export type RereadRows = z.infer<typeof RereadRows>;

export type Facet = { value: string; label: string; rowCount: number };

/** How many rows each choice would show: all conditions hold but those on what the choice is about. */
export type TransactionFacets = {
  /** Rows that match. */
  rowCount: number;
  /** Of the rows that match, by currency: what came and went by the definitions of income and spending. */
  income: Money[];
  spending: Money[];
  accounts: Facet[];
  categories: Facet[];
  flows: Facet[];
  tags: Facet[];
  pendingCount: number;
};

/** A change of more rows than that would hold everything else up. */
export const MAX_CHANGED_ROWS = 10_000;

const Tag = z.string().trim().min(1).max(MAX_TAG);

/** What a person says of rows. */
export const RowChange = z.discriminatedUnion("kind", [
  /** Null: as rules and the bank say. */
  z.object({ kind: z.literal("category"), category: z.string().min(1).max(60).nullable() }),
  /** Null takes the note away. */
  z.object({ kind: z.literal("note"), note: z.string().trim().min(1).max(MAX_NOTE).nullable() }),
  z.object({ kind: z.literal("tags"), add: z.array(Tag).max(MAX_TAGS), remove: z.array(Tag).max(MAX_TAGS) }),
]);
export type RowChange = z.infer<typeof RowChange>;

/** Rows by id, or all that match. */
const ChosenRows = z.union([
  z.object({ ids: z.array(Identifier).min(1).max(MAX_CHANGED_ROWS) }),
  z.object({ search: TransactionSearch }),
]);
export type ChosenRows = z.infer<typeof ChosenRows>;

/** The id is made by the client: the same change sent twice is made once, and undone by it. */
export const ChangeRows = z.object({ changeId: Identifier, rows: ChosenRows, change: RowChange });
export type ChangeRows = z.infer<typeof ChangeRows>;

/** A row in parts, or in one piece again. */
export const SplitRow = z.object({ changeId: Identifier, id: Identifier, parts: SplitParts });
export type SplitRow = z.infer<typeof SplitRow>;

export const MakeRule = z.object({
  changeId: Identifier,
  match: RuleMatch,
  category: z.string().min(1).max(60),
});
export type MakeRule = z.infer<typeof MakeRule>;

export const OneTransaction = z.object({ id: Identifier });
