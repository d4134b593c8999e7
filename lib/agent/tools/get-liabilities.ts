import { z } from "zod";
import type { LiabilitiesResult } from "../../contract/results/liabilities-result";
import { daysBetween } from "../../domain/calendar";
import { monthlyInterest } from "../../domain/debt-payoff";
import type { Ledger } from "../../domain/ledger";
import { type Liability, ratePercent, yearlyRateMillionths } from "../../domain/liability";
import { sumByCurrency, toMoney } from "../../domain/money";
import { percentOf } from "../../domain/ratio";
import { evidenceOf, withCaveats } from "./evidence-of";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";

/** What is owed and on which terms, as banks state them; utilisation is what is owed on cards as part of their limits. */
const LIABILITIES_DEFINITION = "liabilities.v1";

const GetLiabilitiesInput = z.object({ accounts: ScopeInput.accounts });

/** Debts by definition liabilities.v1. @throws {ToolProblem} for an unknown account */
export async function getLiabilities(
  ledger: Ledger,
  input: z.infer<typeof GetLiabilitiesInput>,
): Promise<LiabilitiesResult> {
  const { accountIds, filters } = await resolveScope({ accounts: input.accounts }, ledger);
  const [all, evidence] = await Promise.all([ledger.liabilities(), evidenceOf(ledger, { accountIds })]);
  const debts = all
    .filter(({ accountId }) => !accountIds?.length || accountIds.includes(accountId))
    .toSorted((a, b) => (b.owedMinor ?? 0) - (a.owedMinor ?? 0));
  const unknown = debts.filter(({ owedMinor }) => owedMinor === null).map(({ name }) => name);
  const said = unknown.map((name) => `The bank does not say what is owed on ${name}: it is in no total.`);
  const currencies = [...new Set(debts.map(({ currency }) => currency))];
  return {
    kind: "liabilities",
    definition: LIABILITIES_DEFINITION,
    ...withCaveats(evidence, said),
    filters: { accounts: filters.accounts },
    liabilities: debts.map((debt) => toEntry(debt, ledger.today)),
    totals: currencies.map((currency) =>
      totalsOf(
        debts.filter((debt) => debt.currency === currency),
        currency,
      ),
    ),
    overdue: debts.filter(({ terms }) => terms?.isOverdue).map(({ name }) => name),
    rowCount: debts.length,
  };
}

function toEntry(debt: Liability, today: string): LiabilitiesResult["liabilities"][number] {
  const { owedMinor, limitMinor, currency, terms, type } = debt;
  const money = (amountMinor: number | null | undefined) =>
    amountMinor === null || amountMinor === undefined ? null : toMoney(amountMinor, currency);
  const rate = yearlyRateMillionths(debt);
  const due = terms?.nextPaymentDueDate ?? null;
  const limit = type === "credit" ? limitMinor : null;
  return {
    accountId: debt.accountId,
    name: debt.name,
    institution: debt.institution,
    mask: debt.mask,
    type,
    subtype: debt.subtype,
    owed: money(owedMinor),
    yearlyRate: rate === null ? null : ratePercent(rate),
    monthlyInterest: money(interestOf(debt)),
    minimumPayment: money(terms?.minimumPaymentMinor),
    dueDate: due,
    dueInDays: due === null ? null : daysBetween(today, due),
    isOverdue: terms?.isOverdue ?? null,
    statementBalance: money(terms?.lastStatementBalanceMinor),
    statementDate: terms?.lastStatementDate ?? null,
    lastPayment: money(terms?.lastPaymentMinor),
    lastPaymentDate: terms?.lastPaymentDate ?? null,
    maturityDate: terms?.maturityDate ?? null,
    limit: money(limit),
    available: limit === null || owedMinor === null ? null : money(limit - owedMinor),
    utilisation: limit === null || owedMinor === null ? null : percentOf(Math.max(0, owedMinor), limit),
  };
}

function interestOf(debt: Liability): number | null {
  const rateMillionths = yearlyRateMillionths(debt);
  if (rateMillionths === null || debt.owedMinor === null) return null;
  return monthlyInterest({ owedMinor: Math.max(0, debt.owedMinor), rateMillionths });
}

function totalsOf(debts: readonly Liability[], currency: string): LiabilitiesResult["totals"][number] {
  const total = (amounts: (number | null | undefined)[]) =>
    sumByCurrency(amounts.map((amountMinor) => ({ amountMinor: amountMinor ?? 0, currency })))[0]
      ?.amountMinor ?? 0;
  const owedOf = (some: readonly Liability[]) =>
    total(some.map(({ owedMinor }) => Math.max(0, owedMinor ?? 0)));
  const cards = debts.filter(
    ({ type, limitMinor, owedMinor }) => type === "credit" && (limitMinor ?? 0) > 0 && owedMinor !== null,
  );
  const limit = total(cards.map(({ limitMinor }) => limitMinor));
  const utilisation = percentOf(owedOf(cards), limit);
  return {
    owed: toMoney(owedOf(debts), currency),
    minimumPayments: toMoney(total(debts.map(({ terms }) => terms?.minimumPaymentMinor)), currency),
    monthlyInterest: toMoney(total(debts.map(interestOf)), currency),
    cards: utilisation && {
      owed: toMoney(owedOf(cards), currency),
      limit: toMoney(limit, currency),
      utilisation,
      cardCount: cards.length,
    },
  };
}

export const getLiabilitiesTool = () =>
  purserTool({
    name: "get_liabilities",
    description:
      "Cards and loans with what is owed, yearly rate, monthly interest, minimum payment, due date and whether it is overdue, statement, and for cards limit and utilisation; totals per currency, cards together too.",
    schema: GetLiabilitiesInput,
    run: ({ ledger }, input) => getLiabilities(ledger, input),
  });
