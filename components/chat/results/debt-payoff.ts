import type { DebtPayoffResult } from "../../../lib/contract/results/debt-payoff-result";
import { filterNotes } from "./filter-notes";
import { type Cell, figure, type ResultView } from "./view";
import { count, dateOrNothing } from "./words";

type Plan = DebtPayoffResult["plan"];

const STRATEGIES = { avalanche: "dearest first", snowball: "smallest first" };
const OTHERS = { avalanche: "Smallest first", snowball: "Dearest first" };

export const viewDebtPayoff = (result: DebtPayoffResult): ResultView => ({
  line: `Planned how to pay off ${count(result.debts.length, "debt")}, ${STRATEGIES[result.strategy]}`,
  tables: [
    {
      title: "Plans",
      columns: ["Plan", "Paid off", "Months", "Interest", "Paid in all"],
      rows: [
        { key: "plan", cells: ["This plan", ...cellsOf(result.plan)] },
        { key: "other", cells: [OTHERS[result.strategy], ...cellsOf(result.otherStrategy)] },
        { key: "minimums", cells: ["Minimums alone", ...cellsOf(result.withoutExtra)] },
      ],
    },
    {
      title: "Debts, in the order of the plan",
      columns: ["Debt", "Paid off", "Yearly rate", "Minimum", "Owed"],
      rows: result.debts.map(({ name, plan, yearlyRate, minimumPayment, owed }, index) => ({
        key: String(index),
        cells: [
          name,
          plan ? dateOrNothing(plan.payoffDate) : "never at this pace",
          figure(yearlyRate),
          figure(minimumPayment),
          figure(owed),
        ],
      })),
    },
  ],
  notes: [
    `${result.budgetPerMonth.formatted} a month, ${result.extraPerMonth.formatted} of it beyond the minimums.`,
    ...result.leftOut.map(({ name, reason }) => `Left out: ${name}. ${reason}`),
    ...result.assumptions,
    ...filterNotes(result.filters),
  ],
});

const cellsOf = (plan: Plan): Cell[] =>
  plan === null
    ? ["never at this pace", "–", "–", "–"]
    : [dateOrNothing(plan.payoffDate), String(plan.months), figure(plan.interest), figure(plan.paid)];
