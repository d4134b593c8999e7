import type { CreditCardLiability, MortgageLiability, StudentLoan } from "plaid";
import type { HouseholdAccount } from "../household/account";
import type { CardDebt, LoanDebt } from "../household/liabilities";
import { derivedId } from "./opaque-id";
import type { Wire } from "./wire";

const money = (cents: number | null) => (cents === null ? null : cents / 100);
const accountId = (itemId: string, { key }: HouseholdAccount) => derivedId(itemId, "account", key);

export function toPlaidCredit(
  itemId: string,
  account: HouseholdAccount,
  debt: CardDebt,
): Wire<CreditCardLiability> {
  return {
    account_id: accountId(itemId, account),
    aprs: debt.aprs.map(({ type, percent, subjectCents, interestCents }) => ({
      apr_percentage: percent,
      apr_type: type,
      balance_subject_to_apr: money(subjectCents),
      interest_charge_amount: money(interestCents),
    })),
    is_overdue: debt.isOverdue,
    last_payment_amount: money(debt.lastPaymentCents),
    last_payment_date: debt.lastPaymentOn,
    last_statement_issue_date: debt.statementOn,
    last_statement_balance: money(debt.statementCents),
    minimum_payment_amount: money(debt.minimumPaymentCents),
    next_payment_due_date: debt.dueOn,
  };
}

const NOWHERE = { city: null, country: null, postal_code: null, region: null, street: null };

export function toPlaidStudent(itemId: string, account: HouseholdAccount, debt: LoanDebt): Wire<StudentLoan> {
  const given = account.debt ?? {};
  return {
    account_id: accountId(itemId, account),
    account_number: account.mask,
    disbursement_dates: [given.originatedOn ?? debt.originatedOn],
    expected_payoff_date: given.expectedPayoffOn ?? debt.payoffOn,
    guarantor: given.guarantor ?? "Department of Education",
    interest_rate_percentage: given.ratePercent ?? debt.ratePercent,
    is_overdue: given.isOverdue ?? false,
    last_payment_amount: money(given.lastPaymentCents ?? debt.lastPaymentCents),
    last_payment_date: debt.lastPaymentOn,
    last_statement_balance: null,
    last_statement_issue_date: debt.lastPaymentOn,
    loan_name: given.loanName ?? "Consolidation",
    loan_status: { end_date: debt.payoffOn, type: debt.nextDueOn === null ? "paid in full" : "repayment" },
    minimum_payment_amount: money(given.minimumPaymentCents ?? debt.instalmentCents),
    next_payment_due_date: debt.nextDueOn,
    origination_date: given.originatedOn ?? debt.originatedOn,
    origination_principal_amount: money(given.principalCents ?? debt.principalCents),
    outstanding_interest_amount: 0,
    payment_reference_number: given.paymentReference ?? null,
    pslf_status: { estimated_eligibility_date: null, payments_made: null, payments_remaining: null },
    repayment_plan: { description: "Standard Repayment", type: "standard" },
    sequence_number: given.sequenceNumber ?? "1",
    servicer_address: NOWHERE,
    ytd_interest_paid: money(debt.interestThisYearCents),
    ytd_principal_paid: money(debt.principalThisYearCents),
  };
}

export function toPlaidMortgage(
  itemId: string,
  account: HouseholdAccount,
  debt: LoanDebt & { months: number },
): Wire<MortgageLiability> {
  return {
    account_id: accountId(itemId, account),
    account_number: account.mask,
    current_late_fee: 0,
    escrow_balance: null,
    has_pmi: false,
    has_prepayment_penalty: false,
    interest_rate: { percentage: debt.ratePercent, type: "fixed" },
    last_payment_amount: money(debt.lastPaymentCents),
    last_payment_date: debt.lastPaymentOn,
    loan_type_description: "conventional",
    loan_term: `${debt.months / 12} year`,
    maturity_date: debt.payoffOn,
    next_monthly_payment: money(debt.nextDueOn === null ? 0 : debt.instalmentCents),
    next_payment_due_date: debt.nextDueOn,
    origination_date: debt.originatedOn,
    origination_principal_amount: money(debt.principalCents),
    past_due_amount: 0,
    property_address: NOWHERE,
    ytd_interest_paid: money(debt.interestThisYearCents),
    ytd_principal_paid: money(debt.principalThisYearCents),
  };
}
