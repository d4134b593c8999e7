import { getBudgets } from "../agent/tools/get-budgets";
import { getGoals } from "../agent/tools/get-goals";
import type { BudgetsResult } from "../contract/results/budgets-result";
import type { GoalsResult } from "../contract/results/goals-result";
import type { Goal } from "../domain/goal";
import { openLedger } from "../insights/open-ledger";

type Budgets = {
  result: BudgetsResult;
  /** Of the person's accounts, most used first. */
  currencies: string[];
};

/** How a person's budgets of this month stand, by the definition of the answers; null when there is no account yet. */
export async function readBudgets(userId: string, now: Date): Promise<Budgets | null> {
  const ledger = await openLedger(userId, now);
  const [accounts, { currencies }] = await Promise.all([ledger.accounts(), ledger.coverage()]);
  if (accounts.length === 0) return null;
  return { result: await getBudgets(ledger, {}), currencies };
}

type Goals = {
  result: GoalsResult;
  /** As they were written down, for changing them. */
  goals: Goal[];
  /** Open ones, on which can be saved. */
  accounts: { id: string; name: string; currency: string }[];
  currencies: string[];
};

/** How far a person's goals are, by the definition of the answers; null when there is no account yet. */
export async function readGoals(userId: string, now: Date): Promise<Goals | null> {
  const ledger = await openLedger(userId, now);
  const [accounts, { currencies }] = await Promise.all([ledger.accounts(), ledger.coverage()]);
  if (accounts.length === 0) return null;
  const [result, goals] = await Promise.all([getGoals(ledger, {}), ledger.goals()]);
  const open = accounts.filter(({ isClosed, balanceMinor }) => !isClosed && balanceMinor !== null);
  return {
    result,
    goals,
    accounts: open.map(({ id, name, currency }) => ({ id, name, currency })),
    currencies,
  };
}
