import type { Metadata } from "next";
import { BudgetList } from "@/components/budgets/budget-list";
import { NoMoney } from "@/components/money/no-money";
import { PageFrame } from "@/components/money/page-frame";
import { readBudgets } from "@/lib/planning/read-plans";
import { requireUser } from "@/lib/web/session";
import { removeBudgetAction, setBudgetAction } from "./actions";

export const metadata: Metadata = { title: "Budgets" };

const actions = { set: setBudgetAction, remove: removeBudgetAction };

export default async function BudgetsPage() {
  const { id, timeZone, isDemo } = await requireUser();
  const budgets = await readBudgets(id, new Date());
  return (
    <PageFrame
      title="Budgets"
      description={
        isDemo && budgets && "The demo is shared: create an account of your own to change its budgets."
      }
    >
      {budgets ? (
        <BudgetList {...budgets} timeZone={timeZone} actions={isDemo ? null : actions} />
      ) : (
        <NoMoney what="how much of your budgets is left" />
      )}
    </PageFrame>
  );
}
