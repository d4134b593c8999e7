import { z } from "zod";
import type { DebtPayoffResult } from "../../contract/results/debt-payoff-result";
import { addMonths } from "../../domain/calendar";
import {
  type Debt,
  monthlyInterest,
  PAYOFF_DEFINITION,
  PAYOFF_STRATEGIES,
  type Payoff,
  type PayoffStrategy,
  payoffOrder,
  planPayoff,
} from "../../domain/debt-payoff";
import type { Ledger } from "../../domain/ledger";
import { type Liability, ratePercent, yearlyRateMillionths } from "../../domain/liability";
import { minorUnitExponent, toMoney } from "../../domain/money";
import { evidenceOf, withCaveats } from "./evidence-of";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { ToolProblem } from "./tool-problem";

const ASSUMPTIONS = [
  "The first payment is a month from today, then every month.",
  "Interest of a month is a twelfth of the yearly rate on what is owed, rounded to the minor unit.",
  "Rates and minimum payments stay as they are, and nothing new is borrowed.",
  "A minimum that has become free goes on to the next debt.",
];

const PlanDebtPayoffInput = z.object({
  strategy: z
    .enum(PAYOFF_STRATEGIES)
    .nullish()
    .describe("avalanche (the dearest rate first) when left out, or snowball (the smallest debt first)."),
  extraPerMonth: z
    .number()
    .min(0)
    .max(1_000_000_000)
    .nullish()
    .describe("On top of all minimum payments, in whole units such as 200 or 150.50; none when left out."),
  accounts: ScopeInput.accounts,
});

/**
 * How debts are paid off, by definition debt_payoff.v1.
 * @throws {ToolProblem} when nothing is owed, nothing can be planned, or debts are in several currencies
 */
export async function planDebtPayoff(
  ledger: Ledger,
  input: z.infer<typeof PlanDebtPayoffInput>,
): Promise<DebtPayoffResult> {
  const strategy = input.strategy ?? "avalanche";
  const { accountIds, filters } = await resolveScope({ accounts: input.accounts }, ledger);
  const [liabilities, evidence] = await Promise.all([
    ledger.liabilities(),
    evidenceOf(ledger, { accountIds }),
  ]);
  const inScope = liabilities.filter(
    ({ accountId }) => !accountIds?.length || accountIds.includes(accountId),
  );
  const { debts, leftOut, currency } = toDebts(inScope);
  const money = (amountMinor: number) => toMoney(amountMinor, currency);
  const extraMinor = Math.round((input.extraPerMonth ?? 0) * 10 ** minorUnitExponent(currency));
  const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
  const plan = planPayoff(debts, { strategy, extraMinor });
  const other = planPayoff(debts, { strategy: otherThan(strategy), extraMinor });
  const slow = planPayoff(debts, { strategy, extraMinor: 0 });
  const totalsOf = (of: Pick<Payoff, "months" | "interestMinor" | "paidMinor">) => ({
    months: of.months,
    payoffDate: addMonths(ledger.today, of.months),
    interest: money(of.interestMinor),
    paid: money(of.paidMinor),
  });
  const nameOf = new Map(inScope.map(({ accountId, name }) => [accountId, name]));
  const said = plan ? [] : ["These payments never pay the debts off: more a month is needed."];
  return {
    kind: "debt_payoff",
    definition: PAYOFF_DEFINITION,
    ...withCaveats(evidence, said),
    filters: { accounts: filters.accounts },
    strategy,
    extraPerMonth: money(extraMinor),
    budgetPerMonth: money(total([extraMinor, ...debts.map(({ minimumMinor }) => minimumMinor)])),
    owed: money(total(debts.map(({ owedMinor }) => owedMinor))),
    debts: payoffOrder(debts, strategy).map((debt) => {
      const paid = plan?.debts.find(({ id }) => id === debt.id);
      const interest = monthlyInterest(debt);
      return {
        name: nameOf.get(debt.id) ?? "",
        owed: money(debt.owedMinor),
        yearlyRate: ratePercent(debt.rateMillionths),
        minimumPayment: money(debt.minimumMinor),
        monthlyInterest: money(interest),
        minimumCoversInterest: debt.minimumMinor > interest,
        plan: paid ? totalsOf(paid) : null,
      };
    }),
    plan: plan && totalsOf(plan),
    otherStrategy: other && totalsOf(other),
    withoutExtra: slow && totalsOf(slow),
    saved:
      plan && slow
        ? { months: slow.months - plan.months, interest: money(slow.interestMinor - plan.interestMinor) }
        : null,
    interestBeyondOther: plan && other ? money(plan.interestMinor - other.interestMinor) : null,
    leftOut,
    assumptions: ASSUMPTIONS,
    rowCount: debts.length,
  };
}

const otherThan = (strategy: PayoffStrategy): PayoffStrategy =>
  strategy === "avalanche" ? "snowball" : "avalanche";

/** @throws {ToolProblem} when none can be planned, or they are in several currencies */
function toDebts(liabilities: readonly Liability[]) {
  const open = liabilities.filter(({ owedMinor }) => owedMinor === null || owedMinor > 0);
  if (open.length === 0) throw new ToolProblem("no_debt", "Nothing is owed on these accounts.");
  const leftOut = open.flatMap((debt) => {
    const reason = whyNot(debt);
    return reason === undefined ? [] : [{ name: debt.name, reason }];
  });
  const planned = open.filter((debt) => whyNot(debt) === undefined);
  const currencies = [...new Set(planned.map(({ currency }) => currency))];
  const [currency] = currencies;
  if (currency === undefined) {
    throw new ToolProblem("unknown_terms", "None of these debts can be planned.", {
      hint: leftOut.map(({ name, reason }) => `${name}: ${reason}`).join(" "),
    });
  }
  if (currencies.length > 1) {
    throw new ToolProblem("several_currencies", `These debts are in ${currencies.join(" and ")}.`, {
      hint: "Name the accounts of one currency.",
      suggestions: planned.map(({ name }) => name),
    });
  }
  const debts = planned.map(
    (debt): Debt => ({
      id: debt.accountId,
      owedMinor: debt.owedMinor ?? 0,
      rateMillionths: yearlyRateMillionths(debt) ?? 0,
      minimumMinor: debt.terms?.minimumPaymentMinor ?? 0,
    }),
  );
  return { debts, leftOut, currency };
}

function whyNot(debt: Liability): string | undefined {
  if (debt.owedMinor === null) return "The bank does not say what is owed.";
  if (yearlyRateMillionths(debt) === null) return "The bank does not say its rate.";
  if (debt.terms?.minimumPaymentMinor == null) return "The bank does not say its minimum payment.";
  return undefined;
}

export const planDebtPayoffTool = () =>
  purserTool({
    name: "plan_debt_payoff",
    description:
      "How cards and loans are paid off month by month with an extra amount: order, months, date and interest of each and of all; compared with the other strategy and with minimum payments alone. Says which debts cannot be planned and why, and when payments do not cover the interest.",
    schema: PlanDebtPayoffInput,
    run: ({ ledger }, input) => planDebtPayoff(ledger, input),
  });
