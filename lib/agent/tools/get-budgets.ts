import { z } from "zod";
import type { BudgetsResult } from "../../contract/results/budgets-result";
import { BUDGETS_DEFINITION, type Budget, budgetProgress } from "../../domain/budget";
import { datePartsOf } from "../../domain/calendar";
import { categoryLabel } from "../../domain/categories";
import type { Ledger } from "../../domain/ledger";
import { sumByCurrency, toMoney } from "../../domain/money";
import { monthPeriod } from "../../domain/period";
import { percentOf } from "../../domain/ratio";
import { summariseSpending } from "../../domain/spending";
import { evidenceOf } from "./evidence-of";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";
import { ToolProblem } from "./tool-problem";

const MAX_ROWS = 50;

const GetBudgetsInput = z.object({
  month: z.string().max(40).nullish().describe("YYYY-MM; this month when left out."),
  categories: ScopeInput.categories,
});

/** Budgets of a month against its spending, by definition budgets.v1. @throws {ToolProblem} for a bad month or an unknown name */
export async function getBudgets(
  ledger: Ledger,
  input: z.infer<typeof GetBudgetsInput>,
): Promise<BudgetsResult> {
  const { today } = ledger;
  const month = toMonth(input.month ?? today.slice(0, 7));
  const { categories } = await resolveScope({ categories: input.categories }, ledger);
  const all = await ledger.budgets();
  const budgets = all.filter(({ category }) => categories.length === 0 || categories.includes(category));
  const filter = {
    period: month,
    flows: ["spending"],
    categories: budgets.map(({ category }) => category),
  } as const;
  const [sums, rows, evidence] = await Promise.all([
    budgets.length === 0 ? [] : ledger.sums(filter, "category"),
    budgets.length === 0 ? [] : ledger.transactions(filter, { order: "largest", limit: MAX_ROWS }),
    evidenceOf(ledger, { period: month }),
  ]);
  const { groups } = summariseSpending(sums, "category");
  const spentOn = ({ category, currency }: Budget) =>
    groups.find((group) => group.key === category && group.currency === currency);
  const standing = budgets.map((budget) => ({
    ...budget,
    spentMinor: spentOn(budget)?.amountMinor ?? 0,
    rowCount: spentOn(budget)?.rowCount ?? 0,
  }));
  return {
    kind: "budgets",
    definition: BUDGETS_DEFINITION,
    ...evidence,
    period: month,
    daysLeft: budgetProgress({ amountMinor: 0 }, 0, month, today).daysLeft,
    budgets: standing.map((one) => toView(one, month, today)),
    totals: totalsOf(standing),
    rowCount: standing.reduce((count, one) => count + one.rowCount, 0),
    rows: rows.map(toRow),
  };
}

type Standing = Budget & { spentMinor: number; rowCount: number };

function toView(
  one: Standing,
  month: BudgetsResult["period"],
  today: string,
): BudgetsResult["budgets"][number] {
  const { category, currency, amountMinor, spentMinor, rowCount } = one;
  const progress = budgetProgress(one, spentMinor, month, today);
  const money = (minor: number | null) => (minor === null ? null : toMoney(minor, currency));
  return {
    category,
    label: categoryLabel(category),
    ...inMoney(amountMinor, spentMinor, currency),
    evenPace: money(progress.evenPaceMinor),
    projected: money(progress.projectedMinor),
    leftPerDay: money(progress.leftPerDayMinor),
    status: progress.status,
    rowCount,
  };
}

const inMoney = (amountMinor: number, spentMinor: number, currency: string) => ({
  budgeted: toMoney(amountMinor, currency),
  spent: toMoney(spentMinor, currency),
  left: toMoney(amountMinor - spentMinor, currency),
  used: percentOf(spentMinor, amountMinor),
});

function totalsOf(standing: readonly Standing[]): BudgetsResult["totals"] {
  const spent = sumByCurrency(
    standing.map(({ spentMinor, currency }) => ({ amountMinor: spentMinor, currency })),
  );
  return sumByCurrency(standing).map(({ amountMinor, currency }) => {
    const total = spent.find((one) => one.currency === currency);
    return inMoney(amountMinor, total?.amountMinor ?? 0, currency);
  });
}

function toMonth(month: string) {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw new ToolProblem("invalid_month", `"${month}" is not a month.`, { hint: "Give it as YYYY-MM." });
  }
  const parts = datePartsOf(`${month}-01`);
  return monthPeriod(parts.year, parts.month);
}

export const getBudgetsTool = () =>
  purserTool({
    name: "get_budgets",
    description:
      "The person's monthly budgets: budgeted, spent and left in a month, the even pace, what the month comes to at the pace so far, and what is left per day. They hold for every month alike. Empty when none is set.",
    schema: GetBudgetsInput,
    run: ({ ledger }, input) => getBudgets(ledger, input),
  });
