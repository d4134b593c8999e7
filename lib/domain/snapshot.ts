import { addDays } from "./calendar";
import { categoryLabel } from "./categories";
import { freshnessOf } from "./data-freshness";
import type { Ledger } from "./ledger";
import { resolvePeriod } from "./period";
import { summariseSpending } from "./spending";
import { upcomingPayments } from "./upcoming";
import { visibleText } from "./visible-text";

const MAX_LISTED = 12;
const MAX_ACCOUNTS = 30;
const MAX_NAME = 60;
const BILL_DAYS = 30;

/**
 * What there is of a person's money, by name: enough to choose the right look-up at the first try. It holds no amount,
 * because an amount could be outdated by the person's next edit, and has no row that an answer could link it to.
 */
export type Snapshot = {
  /** ISO 8601 UTC: see `dataAsOf` of ./data-caveats.ts. */
  asOf: string | null;
  accounts: { name: string; institution: string; mask: string | null; type: string; currency: string }[];
  /** Categories of spending, most first. */
  spentOn: { thisMonth: string[]; lastMonth: string[] };
  /** Regular income, by name. */
  regularIncome: string[];
  /** What must be paid in the next thirty days, what is due first first. */
  upcomingBills: string[];
  /** Categories with a monthly budget. */
  budgets: string[];
  goals: string[];
  banks: { institution: string; state: string }[];
};

/** Takes the snapshot of one person's ledger. Names are untrusted text, cut short. */
export async function takeSnapshot(ledger: Ledger): Promise<Snapshot> {
  const { today } = ledger;
  const [coverage, accounts, thisMonth, lastMonth, recurring, liabilities, pending, budgets, goals, banks] =
    await Promise.all([
      ledger.coverage(),
      ledger.accounts(),
      categoriesOf(ledger, "this_month"),
      categoriesOf(ledger, "last_month"),
      ledger.recurring(),
      ledger.liabilities(),
      ledger.transactions({ pending: true }),
      ledger.budgets(),
      ledger.goals(),
      ledger.banks(),
    ]);
  const bills = upcomingPayments(
    { recurring, liabilities, pending },
    { today, until: addDays(today, BILL_DAYS) },
  ).filter(({ amountMinor }) => amountMinor < 0);
  const income = recurring.filter(({ status, average }) => status !== "ended" && average.amountMinor > 0);
  return {
    asOf: coverage.asOf,
    accounts: accounts
      .filter(({ isClosed }) => !isClosed)
      .slice(0, MAX_ACCOUNTS)
      .map(({ name, institution, mask, type, currency }) => ({
        name: short(name),
        institution: short(institution),
        mask,
        type,
        currency,
      })),
    spentOn: { thisMonth, lastMonth },
    regularIncome: namesOf(income.map(({ name }) => name)),
    upcomingBills: namesOf(bills.map(({ name }) => name)),
    budgets: namesOf(budgets.map(({ category }) => categoryLabel(category))),
    goals: namesOf(goals.map(({ name }) => name)),
    banks: banks.slice(0, MAX_LISTED).map((bank) => ({
      institution: short(bank.institution),
      state: freshnessOf(bank, ledger).state,
    })),
  };
}

async function categoriesOf(ledger: Ledger, name: "this_month" | "last_month"): Promise<string[]> {
  const period = resolvePeriod(name, ledger.today);
  const { groups } = summariseSpending(
    await ledger.sums({ period, flows: ["spending"] }, "category"),
    "category",
  );
  return namesOf(groups.filter(({ amountMinor }) => amountMinor > 0).map(({ key }) => categoryLabel(key)));
}

const short = (name: string): string => visibleText(name).slice(0, MAX_NAME);

const namesOf = (names: readonly string[]): string[] => [...new Set(names.map(short))].slice(0, MAX_LISTED);
