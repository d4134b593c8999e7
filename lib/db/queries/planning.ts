import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import type { CalendarDate } from "../../contract/money";
import type { Cadence } from "../../contract/recurring";
import type { Executor } from "../client";
import { dailyBalances } from "../schema/balances";
import { accounts } from "../schema/banks";
import { budgets, goals, recurringMarks } from "../schema/planning";

type BudgetKey = { category: string; currency: string };

const isBudget = (userId: string, { category, currency }: BudgetKey) =>
  and(eq(budgets.userId, userId), eq(budgets.category, category), eq(budgets.currency, currency));

/** The person's budgets, by category and currency. Minor units a month. */
export function listBudgetRows(db: Executor, userId: string) {
  return db
    .select({ category: budgets.category, currency: budgets.currency, amountMinor: budgets.amountMinor })
    .from(budgets)
    .where(eq(budgets.userId, userId))
    .orderBy(asc(budgets.category), asc(budgets.currency));
}

/** Minor units a month; null when there is no such budget. */
export async function findBudget(db: Executor, userId: string, key: BudgetKey): Promise<number | null> {
  const [row] = await db
    .select({ amountMinor: budgets.amountMinor })
    .from(budgets)
    .where(isBudget(userId, key));
  return row?.amountMinor ?? null;
}

/** @param amountMinor a month; null: no budget any more */
export async function saveBudget(
  db: Executor,
  userId: string,
  key: BudgetKey,
  amountMinor: number | null,
): Promise<void> {
  if (amountMinor === null) {
    await db.delete(budgets).where(isBudget(userId, key));
    return;
  }
  await db
    .insert(budgets)
    .values({ userId, ...key, amountMinor })
    .onConflictDoUpdate({
      target: [budgets.userId, budgets.category, budgets.currency],
      set: { amountMinor, updatedAt: sql`now()` },
    });
}

export type GoalRow = Omit<typeof goals.$inferSelect, "userId" | "createdAt">;

const GOAL_COLUMNS = {
  id: goals.id,
  name: goals.name,
  targetMinor: goals.targetMinor,
  currency: goals.currency,
  targetDate: goals.targetDate,
  accountId: goals.accountId,
  savedMinor: goals.savedMinor,
};

/** The person's goals, what is due first first. */
export function listGoalRows(db: Executor, userId: string): Promise<GoalRow[]> {
  return db
    .select(GOAL_COLUMNS)
    .from(goals)
    .where(eq(goals.userId, userId))
    .orderBy(sql`${goals.targetDate} asc nulls last`, asc(goals.createdAt), asc(goals.id));
}

export async function findGoal(db: Executor, userId: string, id: string): Promise<GoalRow | null> {
  const [row] = await db
    .select(GOAL_COLUMNS)
    .from(goals)
    .where(and(eq(goals.id, id), eq(goals.userId, userId)));
  return row ?? null;
}

export async function insertGoal(db: Executor, userId: string, goal: GoalRow): Promise<void> {
  await db.insert(goals).values({ ...goal, userId });
}

/** @returns false when this person has no such goal */
export async function updateGoal(db: Executor, userId: string, { id, ...values }: GoalRow): Promise<boolean> {
  const rows = await db
    .update(goals)
    .set(values)
    .where(and(eq(goals.id, id), eq(goals.userId, userId)))
    .returning({ id: goals.id });
  return rows.length > 0;
}

export async function deleteGoal(db: Executor, userId: string, id: string): Promise<void> {
  await db.delete(goals).where(and(eq(goals.id, id), eq(goals.userId, userId)));
}

/** What was on each of these accounts of the person on the first day from this date on of which that is known. Minor units. */
export function listBalancesSince(
  db: Executor,
  userId: string,
  accountIds: readonly string[],
  date: CalendarDate,
): Promise<{ accountId: string; date: CalendarDate; balanceMinor: number }[]> {
  if (accountIds.length === 0) return Promise.resolve([]);
  return db
    .selectDistinctOn([dailyBalances.accountId], {
      accountId: dailyBalances.accountId,
      date: dailyBalances.date,
      balanceMinor: dailyBalances.balanceMinor,
    })
    .from(dailyBalances)
    .innerJoin(accounts, eq(accounts.id, dailyBalances.accountId))
    .where(
      and(
        eq(accounts.userId, userId),
        inArray(dailyBalances.accountId, [...accountIds]),
        gte(dailyBalances.date, date),
      ),
    )
    .orderBy(asc(dailyBalances.accountId), asc(dailyBalances.date));
}

export type MarkValues = { isRecurring: boolean; cadence: Cadence | null };

/** What the person has said of merchants, by merchant. */
export function listMarks(db: Executor, userId: string): Promise<(MarkValues & { merchant: string })[]> {
  return db
    .select({
      merchant: recurringMarks.merchant,
      isRecurring: recurringMarks.isRecurring,
      cadence: recurringMarks.cadence,
    })
    .from(recurringMarks)
    .where(eq(recurringMarks.userId, userId))
    .orderBy(asc(recurringMarks.merchant));
}

const isMark = (userId: string, merchant: string) =>
  and(eq(recurringMarks.userId, userId), eq(recurringMarks.merchant, merchant));

export async function findMark(db: Executor, userId: string, merchant: string): Promise<MarkValues | null> {
  const [row] = await db
    .select({ isRecurring: recurringMarks.isRecurring, cadence: recurringMarks.cadence })
    .from(recurringMarks)
    .where(isMark(userId, merchant));
  return row ?? null;
}

/** @param mark null: nothing is said any more */
export async function saveMark(
  db: Executor,
  userId: string,
  merchant: string,
  mark: MarkValues | null,
): Promise<void> {
  if (mark === null) {
    await db.delete(recurringMarks).where(isMark(userId, merchant));
    return;
  }
  await db
    .insert(recurringMarks)
    .values({ userId, merchant, ...mark })
    .onConflictDoUpdate({ target: [recurringMarks.userId, recurringMarks.merchant], set: mark });
}
