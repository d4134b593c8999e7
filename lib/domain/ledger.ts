import type { AccountType } from "../contract/banking";
import type { CalendarDate, Period } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import type { Budget } from "./budget";
import { compareText } from "./compare-text";
import type { DayBalance } from "./daily-balances";
import type { CaveatScope } from "./data-caveats";
import type { KnownBank } from "./data-freshness";
import type { FlowSum, Grouping } from "./flow-sums";
import type { Goal } from "./goal";
import type { Holding } from "./holding";
import type { Liability } from "./liability";
import { minorUnitExponent } from "./money";
import type { BareTransaction, Flow, Transaction, TransactionOrder } from "./transaction";
import type { TransactionDetails } from "./transaction-details";

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
  /** All but these. */
  exceptCategories?: readonly string[] | undefined;
  exceptMerchants?: readonly string[] | undefined;
  currencies?: readonly string[] | undefined;
  /** Money in, or money out. */
  direction?: "in" | "out" | undefined;
  pending?: boolean | undefined;
  /** What a single row amounts to without its sign, in whole units of its currency (12.5 for $12.50), both included. */
  minUnits?: number | undefined;
  maxUnits?: number | undefined;
  /** Rows by id. */
  ids?: readonly string[] | undefined;
  /** Part of the merchant's name or of what the bank wrote, in any case. */
  text?: string | undefined;
};

/** Which rows come first, and how many of them are wanted. */
export type Listing = { order?: TransactionOrder | undefined; limit?: number | undefined };

/** What there is: from when, how fresh, in which currencies. */
type Coverage = {
  /** ISO 8601 UTC: see `dataAsOf` of ./data-caveats.ts. */
  asOf: string | null;
  firstDate: CalendarDate | null;
  /** Of the person's accounts: the one that they chose to lead, then the most used first. */
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
  /**
   * Matching rows, all of them and newest first when nothing else is said. A pending row whose posted row has arrived is
   * not among them.
   */
  transactions(filter: TransactionFilter, listing?: Listing): Promise<Transaction[]>;
  /**
   * Matching rows, newest first, with what judging them takes alone: a year of a busy person's rows fits into little memory.
   * A split row is one, of its whole amount.
   */
  bareTransactions(filter: TransactionFilter): Promise<BareTransaction[]>;
  /** What the matching rows come to, without loading them: see `sumFlows` of ./flow-sums.ts. */
  sums(filter: TransactionFilter, groupBy: Grouping): Promise<FlowSum[]>;
  /** Every merchant that occurs, the most frequent first. Untrusted text. */
  merchants(): Promise<string[]>;
  /** @param accountIds whose banks `asOf` is about; all when left out or empty */
  coverage(accountIds?: readonly string[]): Promise<Coverage>;
  /** What must be said about the data behind an answer: banks in its scope that are old, broken or not all there. */
  caveats(scope: CaveatScope): Promise<string[]>;
  /** In the order of linking. */
  banks(): Promise<KnownBank[]>;
  /** All that is known of rows, newest first. Ids that are not the person's find nothing. */
  details(ids: readonly string[]): Promise<TransactionDetails[]>;
  /** The balances that `netWorthSeries` of ./daily-balances.ts needs for a period. */
  dailyBalances(period: Period): Promise<DayBalance[]>;
  /** Payments and income that come back, each once: what is due next first, then what has ended. */
  recurring(): Promise<RecurringView[]>;
  /** Of open accounts, the most valuable first. */
  holdings(): Promise<Holding[]>;
  /** Open cards and loans. */
  liabilities(): Promise<Liability[]>;
  /** By category; the same for every month. */
  budgets(): Promise<Budget[]>;
  /** What is due first first. */
  goals(): Promise<Goal[]>;
};

const allows = <Value>(wanted: readonly Value[] | undefined, value: Value): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

const excludes = <Value>(unwanted: readonly Value[] | undefined, value: Value): boolean =>
  unwanted?.includes(value) ?? false;

/** What `TransactionFilter` means. The SQL of ../db/queries/transaction-filter.ts must agree; a test compares them. */
export function matchesFilter(row: Transaction, filter: TransactionFilter): boolean {
  const { period } = filter;
  if (period && (row.date < period.start || row.date > period.end)) return false;
  if (!allows(filter.flows, row.flow) || !allows(filter.categories, row.category)) return false;
  if (!allows(filter.merchants, row.merchant) || !allows(filter.accountIds, row.accountId)) return false;
  if (!allows(filter.ids, row.id) || !allows(filter.currencies, row.currency)) return false;
  if (excludes(filter.exceptCategories, row.category)) return false;
  if (excludes(filter.exceptMerchants, row.merchant)) return false;
  if (filter.pending !== undefined && row.pending !== filter.pending) return false;
  return matchesAmount(row, filter) && matchesText(row, filter.text);
}

function matchesText({ merchant, description }: Transaction, text = ""): boolean {
  const wanted = text.toLowerCase();
  return merchant.toLowerCase().includes(wanted) || description.toLowerCase().includes(wanted);
}

function matchesAmount({ amountMinor, currency }: Transaction, filter: TransactionFilter): boolean {
  const { direction, minUnits = 0, maxUnits = Number.POSITIVE_INFINITY } = filter;
  if (direction === "in" && amountMinor <= 0) return false;
  if (direction === "out" && amountMinor >= 0) return false;
  const units = Math.abs(amountMinor) / 10 ** minorUnitExponent(currency);
  return units >= minUnits && units <= maxUnits;
}

/** Newest first; the id makes the order of one day repeatable. */
export const newestFirst = (a: Transaction, b: Transaction): number =>
  a.date === b.date ? compareText(b.id, a.id) : compareText(b.date, a.date);
