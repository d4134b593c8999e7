import { setEdits } from "../../banking/set-edits";
import type { ProposedChange } from "../../contract/proposals";
import { categoryLabel } from "../../domain/categories";
import type { Ledger } from "../../domain/ledger";
import type { Transaction } from "../../domain/transaction";
import { AppError } from "../../errors";
import type { ChangeKind } from "../change-kind";
import { type RowState, readRowStates, toEdit } from "../edit-state";
import { monthEffects } from "../month-effects";
import { requireCategory } from "../require-category";
import { countRows, wantedRows } from "../wanted-rows";

type Change = Extract<ProposedChange, { kind: "category" }>;

/** Gives rows another category: what the person says of a row goes before their rules and the bank. */
export const changeCategory: ChangeKind<Change> = {
  async describe({ change }, ledger) {
    if (change.category === null) return describeReset(change.transactionIds, ledger);
    const category = requireCategory(change.category);
    const rows = await wantedRows(ledger, change.transactionIds);
    if (rows.every((row) => row.category === category)) {
      throw new AppError("invalid", `They are in ${categoryLabel(category)} already. Nothing would change.`);
    }
    const ids = new Set(rows.map(({ id }) => id));
    const label = categoryLabel(category);
    return {
      title:
        category === "transfer"
          ? `Mark ${countRows(rows.length)} as transfers between own accounts`
          : `Move ${countRows(rows.length)} to ${label}`,
      changes: [{ label: "Category", before: labelsOf(rows), after: label }],
      effects: await monthEffects(ledger, ids, category),
      rowCount: rows.length,
      rows,
    };
  },
  read: (tx, { userId, change }) => readRowStates(tx, userId, change.transactionIds),
  async apply(tx, { userId, change }) {
    const states = await readRowStates(tx, userId, change.transactionIds);
    await setEdits(
      tx,
      userId,
      states.map((state) => ({ ...toEdit(state), category: change.category })),
    );
  },
  async restore(tx, { userId }, before) {
    await setEdits(tx, userId, (before as RowState[]).map(toEdit));
  },
};

/** What they become is known once it is done: rules, the bank and the other side of a transfer decide. */
async function describeReset(ids: readonly string[], ledger: Ledger) {
  const rows = await wantedRows(ledger, ids);
  return {
    title: `Give ${countRows(rows.length)} the bank's category again`,
    changes: [{ label: "Category", before: labelsOf(rows), after: "as rules and the bank say" }],
    effects: [],
    rowCount: rows.length,
    rows,
  };
}

/** The categories that the rows have now, in words. */
const labelsOf = (rows: readonly Transaction[]): string =>
  [...new Set(rows.map(({ category }) => categoryLabel(category)))].sort().join(", ");
