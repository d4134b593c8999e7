import type { BudgetsResult } from "../../../lib/contract/results/budgets-result";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView } from "./view";
import { count, within } from "./words";

const STATUSES = { within: "On course", ahead: "Ahead of pace", over: "Over" };

const COLUMNS = ["Category", "State", "Budget", "Spent", "Left"];

export const viewBudgets = (result: BudgetsResult): ResultView => ({
  line: `Looked at ${count(result.budgets.length, "budget")}${within(result.period)}`,
  tables: [
    {
      title: "Budgets",
      columns: COLUMNS,
      rows: result.budgets.map(({ category, label, status, budgeted, spent, left }) => ({
        key: `${category} ${budgeted.currency}`,
        cells: [label, STATUSES[status], figure(budgeted), figure(spent), figure(left)],
      })),
    },
    {
      title: "All of them",
      columns: COLUMNS,
      rows: result.totals.map(({ budgeted, spent, left, used }) => ({
        key: budgeted.currency,
        cells: ["All", used ? `${used.formatted} used` : "", figure(budgeted), figure(spent), figure(left)],
      })),
    },
    ...evidenceTables(result),
  ],
  notes: [],
});
