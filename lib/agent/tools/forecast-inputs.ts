import type { CurrencyForecast } from "../../contract/results/forecast-result";
import { addMonths } from "../../domain/calendar";
import { expectedCardPayments, isOnItsWay, isOtherSide } from "../../domain/card-payments";
import { compareText } from "../../domain/compare-text";
import type { ForecastEvent } from "../../domain/forecast";
import type { Ledger, LedgerAccount } from "../../domain/ledger";
import type { Transaction } from "../../domain/transaction";
import { upcomingPayments } from "../../domain/upcoming";
import { resolveScope } from "./resolve-scope";
import { ToolProblem } from "./tool-problem";

type AccountsWanted = { accounts?: string[] | null | undefined; includeSavings?: boolean | null | undefined };

export type Event = ForecastEvent & Pick<CurrencyForecast["events"][number], "name" | "source" | "isOverdue">;

const isCash = ({ type, isClosed, balanceMinor }: LedgerAccount): boolean =>
  type === "depository" && !isClosed && balanceMinor !== null;

/**
 * The accounts that are meant: those named, or all that are for everyday.
 * @throws {ToolProblem} for an unknown account, or when none holds cash
 */
export async function chooseCashAccounts(ledger: Ledger, input: AccountsWanted): Promise<LedgerAccount[]> {
  const [all, { accountIds }] = await Promise.all([
    ledger.accounts(),
    resolveScope({ accounts: input.accounts }, ledger),
  ]);
  const cash = all.filter(isCash);
  const chosen = accountIds?.length
    ? cash.filter(({ id }) => accountIds.includes(id))
    : everyday(cash, input);
  if (chosen.length > 0) return chosen;
  throw new ToolProblem("no_cash_account", "None of these accounts holds cash with a known balance.", {
    suggestions: cash.map(({ name }) => name),
    hint: "Only checking, savings and other cash accounts can be forecast.",
  });
}

function everyday(cash: LedgerAccount[], { includeSavings }: AccountsWanted): LedgerAccount[] {
  const checking = cash.filter(({ subtype }) => subtype === "checking");
  return includeSavings || checking.length === 0 ? cash : checking;
}

/** Payments whose account nobody knows leave these accounts when no other everyday account could pay them. */
export const holdsAllCash = (own: readonly LedgerAccount[], all: readonly LedgerAccount[]): boolean =>
  all
    .filter((account) => isCash(account) && account.currency === own[0]?.currency)
    .every((account) => own.includes(account) || account.subtype !== "checking");

type Known = Awaited<ReturnType<typeof readKnown>>;

/** What a forecast rests on, of all accounts: who pays for what is seen on both sides. */
export async function readKnown(ledger: Ledger) {
  const { today } = ledger;
  const [recurring, liabilities, pending, payments, accounts] = await Promise.all([
    ledger.recurring(),
    ledger.liabilities(),
    ledger.transactions({ pending: true }),
    ledger.transactions({ flows: ["card_payment"], period: { start: addMonths(today, -4), end: today } }),
    ledger.accounts(),
  ]);
  return { recurring, liabilities, pending, payments, accounts };
}

/** Spending, cash taken out, and payments to cards that are not linked, unless they belong to a series. */
export async function readUsualRows(
  ledger: Ledger,
  accountIds: string[],
  period: { start: string; end: string },
  { recurring, payments }: Known,
): Promise<Transaction[]> {
  const rows = await ledger.transactions({
    accountIds,
    period: { start: period.start, end: period.end },
    flows: ["spending", "transfer", "card_payment"],
    pending: false,
  });
  const inSeries = new Set(recurring.flatMap(({ transactionIds }) => transactionIds));
  const received = payments.filter(({ amountMinor }) => amountMinor > 0);
  return rows.filter((row) => {
    if (row.flow === "spending") return !inSeries.has(row.id);
    if (row.flow === "transfer") return row.category === "cash";
    const isLinked =
      received.some((other) => isOtherSide(row, other)) || isOnItsWay(row, payments, ledger.today);
    return row.amountMinor < 0 && !isLinked;
  });
}

/** What is scheduled on these accounts of one currency, by date. @param paysUnknown what no known account pays leaves these */
export function eventsOf(
  known: Known,
  own: readonly LedgerAccount[],
  horizon: { today: string; until: string },
  paysUnknown: boolean,
): Event[] {
  const currency = own[0]?.currency;
  const isOwn = (accountId: string | null) => own.some(({ id }) => id === accountId);
  const isCredit = (accountId: string) =>
    known.liabilities.some((debt) => debt.accountId === accountId && debt.type === "credit");
  const isDebt = (accountId: string) => known.liabilities.some((debt) => debt.accountId === accountId);
  const pending = known.pending
    .filter((row) => isOwn(row.accountId) && row.currency === currency)
    .map((row) => ({
      date: horizon.today,
      name: row.merchant,
      amountMinor: row.amountMinor,
      source: "pending" as const,
      isOverdue: false,
    }));
  const regular = upcomingPayments(known, horizon)
    .filter((one) => one.currency === currency && !isCredit(one.accountId))
    .filter(({ accountId }) => isOwn(accountId) || (paysUnknown && isDebt(accountId)))
    .map(({ date, name, amountMinor, source, isOverdue }) => ({
      date,
      name,
      amountMinor,
      source,
      isOverdue,
    }));
  const cards = expectedCardPayments({ cards: known.liabilities, payments: known.payments }, horizon)
    .filter((one) => one.currency === currency && (one.payerId === null ? paysUnknown : isOwn(one.payerId)))
    .map(({ date, name, amountMinor }) => ({
      date,
      name,
      amountMinor,
      source: "card_payment" as const,
      isOverdue: false,
    }));
  return [...pending, ...regular, ...cards].sort((a, b) => compareText(a.date, b.date));
}
