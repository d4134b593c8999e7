import type { HouseholdAccount } from "../household/account";
import type { CalendarDate } from "../household/calendar";
import { type CardDebt, cardDebt, type LoanDebt, loanDebt } from "../household/liabilities";
import { type Loan, loansOf } from "../household/loans";
import { revisionNow } from "./announce-changes";
import type { Bank } from "./open-bank";
import type { SandboxItem } from "./state";

/** The yearly rates on purchases, in percent; the household's second card carries a balance at its own. */
const PURCHASE_PERCENT: Partial<Record<HouseholdAccount["key"], number>> = { "second-card": 21.99 };
const USUAL_PERCENT = 19.99;
const USUAL_STATEMENT_DAY = 28;

/** Whether Plaid's liabilities covers this account: of loans only those of students and on houses. */
export const isLiability = ({ type, subtype }: HouseholdAccount): boolean =>
  type === "credit" || (type === "loan" && (subtype === "student" || subtype === "mortgage"));

export function cardDebtOf(bank: Bank, item: SandboxItem, account: HouseholdAccount): CardDebt {
  const { profile } = bank.householdOf(item);
  const { key } = account;
  const owedOn = (day: CalendarDate) => bank.ledger.balances(item, day).get(key)?.currentCents ?? 0;
  return cardDebt({
    rows: bank.ledger.rows(item, revisionNow(bank, item)).filter(({ entry }) => entry.account === key),
    statementDay: key === "card" || key === "second-card" ? profile.statementDay[key] : USUAL_STATEMENT_DAY,
    owedOn,
    day: bank.today(item),
    purchasePercent: PURCHASE_PERCENT[key] ?? USUAL_PERCENT,
    carriedCents: key === "second-card" ? profile.carriedCents : 0,
    given: account.debt,
  });
}

/** A loan that a test user described: as if it were paid over ten years. */
function describedLoan({ openingCents, debt }: HouseholdAccount, day: CalendarDate): Loan {
  const originated = debt?.originatedOn ?? `${Number(day.slice(0, 4)) - 2}-09-01`;
  return {
    account: "student-loan",
    principalCents: debt?.principalCents ?? openingCents,
    rate: (debt?.ratePercent ?? 5) / 100,
    originated: originated.slice(0, 7),
    months: 120,
    day: Number(originated.slice(8)),
  };
}

export function loanDebtOf(
  bank: Bank,
  item: SandboxItem,
  account: HouseholdAccount,
): LoanDebt & { months: number } {
  const day = bank.today(item);
  const loan =
    loansOf(item.seed).find(({ account: key }) => key === account.key) ?? describedLoan(account, day);
  return { ...loanDebt(loan, day), months: loan.months };
}
