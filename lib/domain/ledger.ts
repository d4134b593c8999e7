import type { AccountType } from "../contract/banking";
import type { CalendarDate, Period } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import type { CaveatScope } from "./data-caveats";
import type { Holding } from "./holding";
import type { Liability } from "./liability";
import type { Flow, Transaction } from "./transaction";

/** An account as money logic sees it. */
export type LedgerAccount = {
  id: string;
  name: string;
  institution: string;
  mask: string | null;
  type: AccountType;
  subtype: string | null;
  currency: string;
  /** The bank no longer lists it: it has no balance any more, its rows stay. */
  isClosed: boolean;
  /** What it adds to what the person has: for credit and loan accounts what is owed, as a negative amount. Null when the bank does not say. */
  balanceMinor: number | null;
  availableMinor: number | null;
  /** ISO 8601 UTC */
  asOf: string;
};

/** All conditions must hold; one that is missing or empty does not restrict. */
export type TransactionFilter = {
  period?: Period | undefined;
  flows?: readonly Flow[] | undefined;
  /** Category ids. */
  categories?: readonly string[] | undefined;
  /** Exact names as `merchants()` gives them. */
  merchants?: readonly string[] | undefined;
  accountIds?: readonly string[] | undefined;
  /** Rows by id. */
  ids?: readonly string[] | undefined;
  /** Part of the merchant's name or of what the bank wrote, in any case. */
  text?: string | undefined;
};

/** What there is: from when, how fresh, in which currencies. */
type Coverage = {
  /** ISO 8601 UTC: see `dataAsOf` of ./data-caveats.ts. */
  asOf: string | null;
  firstDate: CalendarDate | null;
  /** Of the person's accounts, most used first. */
  currencies: string[];
};

/**
 * One person's money, opened for one answer or one page. Whose it is was fixed when it was opened: nothing here takes
 * a user, so no caller and no model can ask for another person's rows.
 */
export type Ledger = {
  readonly today: CalendarDate;
  readonly timeZone: string;
  accounts(): Promise<LedgerAccount[]>;
  /** Every matching row, newest first. A pending row whose posted row has arrived is not among them. */
  transactions(filter: TransactionFilter): Promise<Transaction[]>;
  /** Every merchant that occurs, the most frequent first. Untrusted text. */
  merchants(): Promise<string[]>;
  /** @param accountIds whose banks `asOf` is about; all when left out or empty */
  coverage(accountIds?: readonly string[]): Promise<Coverage>;
  /** What must be said about the data behind an answer: banks in its scope that are old, broken or not all there. */
  caveats(scope: CaveatScope): Promise<string[]>;
  /** Payments and income that come back, each once: what is due next first, then what has ended. */
  recurring(): Promise<RecurringView[]>;
  /** Of open accounts, the most valuable first. */
  holdings(): Promise<Holding[]>;
  /** Open cards and loans. */
  liabilities(): Promise<Liability[]>;
};

const allows = <Value>(wanted: readonly Value[] | undefined, value: Value): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

/** What `TransactionFilter` means. The SQL of ../db/queries/ledger.ts must agree; a test compares them. */
export function matchesFilter(row: Transaction, filter: TransactionFilter): boolean {
  const { period, text } = filter;
  if (period && (row.date < period.start || row.date > period.end)) return false;
  if (!allows(filter.flows, row.flow) || !allows(filter.categories, row.category)) return false;
  if (!allows(filter.merchants, row.merchant) || !allows(filter.accountIds, row.accountId)) return false;
  if (!allows(filter.ids, row.id)) return false;
  if (!text) return true;
  const wanted = text.toLowerCase();
  return row.merchant.toLowerCase().includes(wanted) || row.description.toLowerCase().includes(wanted);
}

/** Newest first; the id makes the order of one day repeatable. */
export const newestFirst = (a: Transaction, b: Transaction): number =>
  a.date === b.date ? compareText(b.id, a.id) : compareText(b.date, a.date);

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
