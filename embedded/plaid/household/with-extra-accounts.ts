import type { HouseholdAccount } from "./account";
import { type CalendarDate, monthOf } from "./calendar";
import type { AccountKey, Entry } from "./entry";
import { firstSeenOn, type Household, inOrderSeen } from "./generate-household";
import { type Loan, loanEntries, loansOf, owedBefore } from "./loans";
import { randomFor } from "./random";
import { retirement } from "./retirement";

const NAMES = {
  "student-loan": {
    name: "Student Loan",
    officialName: "Granite Consolidated Student Loan",
    subtype: "student",
  },
  mortgage: { name: "Home Mortgage", officialName: "Granite 30-Year Fixed Mortgage", subtype: "mortgage" },
} as const;

function loanAccount(seed: number, loan: Loan, start: CalendarDate): HouseholdAccount {
  return {
    ...NAMES[loan.account],
    key: loan.account,
    mask: String(randomFor(seed, loan.account, "mask").integer(1_000, 9_999)),
    type: "loan",
    currency: "USD",
    openingCents: owedBefore(loan, start),
    limitCents: null,
  };
}

/**
 * A household with the accounts that only some banks have. They live beside it: no row of its own accounts is another
 * for them.
 * @param holds the accounts at the bank that is asked
 */
export function withExtraAccounts(
  household: Household,
  of: { seed: number; start: CalendarDate; through: CalendarDate },
  holds: readonly AccountKey[],
): Household {
  const last = monthOf(of.through);
  const accounts: HouseholdAccount[] = [];
  const entries: Entry[] = [];
  for (const loan of loansOf(of.seed).filter(({ account }) => holds.includes(account))) {
    accounts.push(loanAccount(of.seed, loan, of.start));
    entries.push(...loanEntries(loan, of.start, last));
  }
  if (holds.includes("retirement")) {
    const plan = retirement(household.profile, of.start, last);
    accounts.push(plan.account);
    entries.push(...plan.entries);
  }
  if (accounts.length === 0) return household;
  const seen = entries.filter((entry) => monthOf(firstSeenOn(entry)) <= last);
  return {
    ...household,
    accounts: [...household.accounts, ...accounts],
    entries: inOrderSeen([...household.entries, ...seen]),
  };
}
