import type {
  AccountBase,
  CreditCardLiability,
  LiabilitiesGetResponse,
  MortgageLiability,
  StudentLoan,
} from "plaid";
import { minorUnitExponent } from "../domain/money";
import { plaid } from "./client";
import { askPlaid } from "./errors";
import { currencyOf } from "./map";
import { toMinorUnits } from "./minor-units";

/** The terms of one debt, ready to store. Amounts in minor units of the account's currency, positive. */
export type BankLiability = {
  plaidAccountId: string;
  kind: "credit" | "student" | "mortgage";
  /** Yearly, in percent. */
  rates: { kind: string; percent: number }[];
  minimumPaymentMinor: number | null;
  nextPaymentDueDate: string | null;
  lastPaymentMinor: number | null;
  lastPaymentDate: string | null;
  lastStatementBalanceMinor: number | null;
  lastStatementDate: string | null;
  isOverdue: boolean | null;
  originationDate: string | null;
  originationPrincipalMinor: number | null;
  maturityDate: string | null;
};

type Stated = { accounts: Pick<AccountBase, "account_id" | "balances">[] } & Pick<
  LiabilitiesGetResponse,
  "liabilities"
>;
type ToMinor = (amount: number | null | undefined) => number | null;

/** The debts of a bank's cards and loans. https://plaid.com/docs/api/products/liabilities/ @throws {PlaidFailure} */
export const readLiabilities = async (accessToken: string): Promise<BankLiability[]> =>
  toBankLiabilities(await askPlaid(() => plaid().liabilitiesGet({ access_token: accessToken })));

/** Nearly every field may be missing; a debt that names no account is left out, because nothing can be told of it. */
export function toBankLiabilities({ accounts, liabilities }: Stated): BankLiability[] {
  const currencies = new Map(accounts.map((account) => [account.account_id, currencyOf(account.balances)]));
  const minorOf = (accountId: string): ToMinor => {
    const exponent = minorUnitExponent(currencies.get(accountId) ?? "USD");
    return (amount) => (amount === null || amount === undefined ? null : toMinorUnits(amount, exponent));
  };
  const all = <Debt extends { account_id: string | null }>(
    debts: Debt[] | null | undefined,
    terms: (debt: Debt, minor: ToMinor) => Omit<BankLiability, "plaidAccountId">,
  ): BankLiability[] =>
    (debts ?? []).flatMap((debt) =>
      debt.account_id === null
        ? []
        : [{ plaidAccountId: debt.account_id, ...terms(debt, minorOf(debt.account_id)) }],
    );
  return [
    ...all(liabilities.credit, creditTerms),
    ...all(liabilities.student, studentTerms),
    ...all(liabilities.mortgage, mortgageTerms),
  ];
}

/** What Plaid says of cards and of student loans alike. */
const statementOf = (debt: CreditCardLiability | StudentLoan, minor: ToMinor) => ({
  minimumPaymentMinor: minor(debt.minimum_payment_amount),
  nextPaymentDueDate: debt.next_payment_due_date,
  lastPaymentMinor: minor(debt.last_payment_amount),
  lastPaymentDate: debt.last_payment_date,
  lastStatementBalanceMinor: minor(debt.last_statement_balance),
  lastStatementDate: debt.last_statement_issue_date,
  isOverdue: debt.is_overdue,
});

const creditTerms = (debt: CreditCardLiability, minor: ToMinor) => ({
  kind: "credit" as const,
  rates: debt.aprs.map((rate) => ({ kind: rate.apr_type, percent: rate.apr_percentage })),
  ...statementOf(debt, minor),
  originationDate: null,
  originationPrincipalMinor: null,
  maturityDate: null,
});

const studentTerms = (debt: StudentLoan, minor: ToMinor) => ({
  kind: "student" as const,
  rates: [{ kind: "interest", percent: debt.interest_rate_percentage }],
  ...statementOf(debt, minor),
  originationDate: debt.origination_date,
  originationPrincipalMinor: minor(debt.origination_principal_amount),
  maturityDate: debt.expected_payoff_date,
});

const mortgageTerms = (debt: MortgageLiability, minor: ToMinor) => {
  const { percentage, type } = debt.interest_rate;
  const pastDue = minor(debt.past_due_amount);
  return {
    kind: "mortgage" as const,
    rates: percentage === null ? [] : [{ kind: type ?? "interest", percent: percentage }],
    minimumPaymentMinor: minor(debt.next_monthly_payment),
    nextPaymentDueDate: debt.next_payment_due_date,
    lastPaymentMinor: minor(debt.last_payment_amount),
    lastPaymentDate: debt.last_payment_date,
    lastStatementBalanceMinor: null,
    lastStatementDate: null,
    isOverdue: pastDue === null ? null : pastDue > 0,
    originationDate: debt.origination_date,
    originationPrincipalMinor: minor(debt.origination_principal_amount),
    maturityDate: debt.maturity_date,
  };
};
