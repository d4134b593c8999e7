import type { ProposedChange } from "../../contract/proposals";
import { database } from "../../db/client";
import { findBudget, saveBudget } from "../../db/queries/planning";
import { isBudgetCategory } from "../../domain/budget";
import { categoryLabel } from "../../domain/categories";
import { toMoney } from "../../domain/money";
import { resolvePeriod } from "../../domain/period";
import { summariseSpending } from "../../domain/spending";
import { AppError } from "../../errors";
import type { ChangeKind } from "../change-kind";
import { requireCategory } from "../require-category";

type Change = Extract<ProposedChange, { kind: "budget" }>;

const SHOWN_ROWS = 50;

/** What may be spent in a category each month, in place of what the person has set before. */
export const changeBudget: ChangeKind<Change> = {
  async describe({ userId, change }, ledger) {
    const category = requireCategory(change.category);
    const { currency, amountMinor } = change;
    const label = categoryLabel(category);
    if (!isBudgetCategory(category))
      throw new AppError("invalid", `${label} is nothing that money is spent on.`);
    const { currencies } = await ledger.coverage();
    if (!currencies.includes(currency)) throw new AppError("invalid", `There is no account in ${currency}.`);
    const before = await findBudget(database(), userId, { category, currency });
    if (before === amountMinor) throw new AppError("invalid", "The budget is that much already.");
    const filter = {
      period: resolvePeriod("this_month", ledger.today),
      flows: ["spending"],
      categories: [category],
      currencies: [currency],
    } as const;
    const [sums, rows] = await Promise.all([
      ledger.sums(filter, "none"),
      ledger.transactions(filter, { limit: SHOWN_ROWS }),
    ]);
    const { totals, rowCount } = summariseSpending(sums);
    const spent = totals[0]?.amountMinor ?? 0;
    const amount = toMoney(amountMinor, currency);
    return {
      title: `Set a budget of ${amount.formatted} a month for ${label}`,
      changes: [
        {
          label: `${label}, each month`,
          before: before === null ? null : toMoney(before, currency).formatted,
          after: amount.formatted,
        },
      ],
      effects: [
        {
          label: `Left for ${label} this month`,
          before: before === null ? null : toMoney(before - spent, currency),
          after: toMoney(amountMinor - spent, currency),
        },
      ],
      rowCount,
      rows,
    };
  },
  read: (tx, { userId, change }) => findBudget(tx, userId, change),
  apply: (tx, { userId, change }) => saveBudget(tx, userId, change, change.amountMinor),
  restore: (tx, { userId, change }, before) => saveBudget(tx, userId, change, before as number | null),
};
