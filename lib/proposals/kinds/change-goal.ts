import type { ProposedChange } from "../../contract/proposals";
import { database } from "../../db/client";
import { deleteGoal, findGoal, type GoalRow, insertGoal, listGoalRows } from "../../db/queries/planning";
import { formatDate } from "../../domain/calendar";
import { goalProgress } from "../../domain/goal";
import { toMoney } from "../../domain/money";
import { AppError } from "../../errors";
import { checkGoal } from "../../planning/check-goal";
import type { ChangeKind, Wish } from "../change-kind";

type Change = Extract<ProposedChange, { kind: "goal" }>;

const MAX_GOALS = 50;

/** A goal to save for. */
export const changeGoal: ChangeKind<Change> = {
  async describe({ userId, change }, ledger) {
    const { name, targetMinor, currency, targetDate, savedMinor } = change;
    const goals = await listGoalRows(database(), userId);
    if (goals.length >= MAX_GOALS) throw new AppError("invalid", `There are ${MAX_GOALS} goals already.`);
    const account = checkGoal(change, {
      today: ledger.today,
      otherNames: goals.map((goal) => goal.name),
      accounts: await ledger.accounts(),
    });
    const saved = account?.balanceMinor ?? savedMinor;
    const { neededMonthlyMinor } = goalProgress({
      targetMinor,
      savedMinor: saved,
      targetDate,
      today: ledger.today,
    });
    const target = toMoney(targetMinor, currency).formatted;
    const line = (label: string, after: string) => ({ label, before: null, after });
    return {
      title: `Save ${target} for "${name}"`,
      changes: [
        line("Target", targetDate === null ? target : `${target} by ${formatDate(targetDate)}`),
        line("Saved so far", toMoney(saved, currency).formatted + (account ? ` in ${account.name}` : "")),
        ...(neededMonthlyMinor === null
          ? []
          : [line("Needed each month", toMoney(neededMonthlyMinor, currency).formatted)]),
      ],
      effects: [],
      rowCount: 0,
      rows: [],
    };
  },
  read: (tx, { userId, proposalId }) => findGoal(tx, userId, proposalId),
  apply: (tx, wish) => insertGoal(tx, wish.userId, toGoal(wish)),
  restore: (tx, { userId, proposalId }) => deleteGoal(tx, userId, proposalId),
};

function toGoal({ proposalId, change }: Wish<Change>): GoalRow {
  const { kind: _, ...goal } = change;
  return { id: proposalId, ...goal };
}
