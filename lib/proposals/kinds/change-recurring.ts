import type { ProposedChange } from "../../contract/proposals";
import { database } from "../../db/client";
import { findMark, type MarkValues, saveMark } from "../../db/queries/planning";
import { AppError } from "../../errors";
import type { ChangeKind } from "../change-kind";

type Change = Extract<ProposedChange, { kind: "recurring" }>;

const SHOWN_ROWS = 50;

/** Says that a merchant's payments come back, or that they do not. It goes before what is detected. */
export const changeRecurring: ChangeKind<Change> = {
  async describe({ userId, change }, ledger) {
    const { merchant, isRecurring, cadence } = change;
    const sums = await ledger.sums({ merchants: [merchant] }, "none");
    const rowCount = sums.reduce((count, sum) => count + sum.rowCount, 0);
    if (rowCount === 0) throw new AppError("not_found", "There are no transactions of this merchant.");
    const before = await findMark(database(), userId, merchant);
    if (before?.isRecurring === isRecurring && before.cadence === cadence) {
      throw new AppError("invalid", "It is marked so already.");
    }
    return {
      title: `Mark "${merchant}" as ${isRecurring ? "recurring" : "not recurring"}`,
      changes: [
        {
          label: "Comes back",
          before: before === null ? "as detected" : inWords(before),
          after: inWords(change),
        },
      ],
      effects: [],
      rowCount,
      rows: await ledger.transactions({ merchants: [merchant] }, { limit: SHOWN_ROWS }),
    };
  },
  read: (tx, { userId, change }) => findMark(tx, userId, change.merchant),
  apply: (tx, { userId, change }) => {
    const { merchant, isRecurring, cadence } = change;
    return saveMark(tx, userId, merchant, { isRecurring, cadence });
  },
  restore: (tx, { userId, change }, before) =>
    saveMark(tx, userId, change.merchant, before as MarkValues | null),
};

const inWords = ({ isRecurring, cadence }: MarkValues): string =>
  isRecurring ? (cadence ?? "yes").replaceAll("_", " ") : "no";
