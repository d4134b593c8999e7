import { APRAprTypeEnum, type CreditCardLiability, type MortgageLiability, type StudentLoan } from "plaid";
import { expect, it } from "vitest";
import { plaidAccount } from "../../tests/support/plaid-payloads";
import { toBankLiabilities } from "./liabilities";

const card: CreditCardLiability = {
  account_id: "account-1",
  aprs: [
    {
      apr_percentage: 21.99,
      apr_type: APRAprTypeEnum.PurchaseApr,
      balance_subject_to_apr: null,
      interest_charge_amount: null,
    },
  ],
  is_overdue: false,
  last_payment_amount: 168.25,
  last_payment_date: "2026-11-02",
  last_statement_issue_date: "2026-10-28",
  last_statement_balance: 1_708.77,
  minimum_payment_amount: 20,
  next_payment_due_date: "2026-11-28",
};
const nothing = { credit: null, mortgage: null, student: null };
const read = (liabilities: Parameters<typeof toBankLiabilities>[0]["liabilities"]) =>
  toBankLiabilities({ accounts: [plaidAccount()], liabilities });

it("keeps the terms of a card in minor units", () => {
  expect(read({ ...nothing, credit: [card] })).toEqual([
    {
      plaidAccountId: "account-1",
      kind: "credit",
      rates: [{ kind: "purchase_apr", percent: 21.99 }],
      minimumPaymentMinor: 2_000,
      nextPaymentDueDate: "2026-11-28",
      lastPaymentMinor: 16_825,
      lastPaymentDate: "2026-11-02",
      lastStatementBalanceMinor: 170_877,
      lastStatementDate: "2026-10-28",
      isOverdue: false,
      originationDate: null,
      originationPrincipalMinor: null,
      maturityDate: null,
    },
  ]);
});

it("leaves out a debt of no account, and takes no debts at all for none", () => {
  expect(read({ ...nothing, credit: [{ ...card, account_id: null }] })).toEqual([]);
  expect(read(nothing)).toEqual([]);
});

it("survives that nearly everything is missing", () => {
  const blank = Object.fromEntries(Object.keys(card).map((key) => [key, null]));
  const [debt] = read({ ...nothing, credit: [{ ...card, ...blank, account_id: "account-1", aprs: [] }] });
  expect(debt).toMatchObject({
    rates: [],
    minimumPaymentMinor: null,
    isOverdue: null,
    lastStatementDate: null,
  });
});

it("reads mortgages and student loans", () => {
  const mortgage = {
    account_id: "account-1",
    interest_rate: { percentage: 3.99, type: "fixed" },
    next_monthly_payment: 3_141.54,
    next_payment_due_date: "2026-12-15",
    past_due_amount: 2_304,
    origination_date: "2020-08-01",
    origination_principal_amount: 425_000,
    maturity_date: "2050-07-31",
    last_payment_amount: null,
    last_payment_date: null,
  } as Partial<MortgageLiability> as MortgageLiability;
  const student = {
    account_id: "account-1",
    interest_rate_percentage: 5.25,
    minimum_payment_amount: 25,
    expected_payoff_date: "2036-07-28",
    is_overdue: null,
  } as Partial<StudentLoan> as StudentLoan;
  expect(read({ credit: null, mortgage: [mortgage], student: [student] })).toMatchObject([
    {
      kind: "student",
      rates: [{ kind: "interest", percent: 5.25 }],
      minimumPaymentMinor: 2_500,
      maturityDate: "2036-07-28",
    },
    {
      kind: "mortgage",
      rates: [{ kind: "fixed", percent: 3.99 }],
      minimumPaymentMinor: 314_154,
      isOverdue: true,
      originationPrincipalMinor: 42_500_000,
      maturityDate: "2050-07-31",
    },
  ]);
});
