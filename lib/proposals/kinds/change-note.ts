import { setEdits } from "../../banking/set-edits";
import { MAX_TAGS, type ProposedChange } from "../../contract/proposals";
import { AppError } from "../../errors";
import type { ChangeKind } from "../change-kind";
import { type RowState, readRowStates, toEdit } from "../edit-state";
import { countRows, wantedRows } from "../wanted-rows";

type Change = Extract<ProposedChange, { kind: "note" }>;

/** What a person writes on rows: a note, and tags besides those that they have or without some of them. No total changes. */
export const changeNote: ChangeKind<Change> = {
  async describe({ change }, ledger) {
    const { note, addTags = [], removeTags = [] } = change;
    if (note === undefined && addTags.length === 0 && removeTags.length === 0) {
      throw new AppError("invalid", "Say which note or tags.");
    }
    const rows = await wantedRows(ledger, change.transactionIds);
    return {
      title: `${titleOf(change)} ${countRows(rows.length)}`,
      changes: [
        ...(note === undefined ? [] : [{ label: "Note", before: null, after: note ?? "none" }]),
        ...(addTags.length === 0 ? [] : [{ label: "Tags", before: null, after: addTags.join(", ") }]),
        ...(removeTags.length === 0
          ? []
          : [{ label: "Tags taken away", before: removeTags.join(", "), after: "none" }]),
      ],
      effects: [],
      rowCount: rows.length,
      rows,
    };
  },
  read: async (tx, { userId, change }) =>
    (await readRowStates(tx, userId, change.transactionIds)).map(({ id, edit }) => ({ id, edit })),
  async apply(tx, { userId, change }) {
    const states = await readRowStates(tx, userId, change.transactionIds);
    const edits = states.map((state) => {
      const edit = toEdit(state);
      const kept = edit.tags.filter((tag) => !change.removeTags?.includes(tag));
      const tags = [...new Set([...kept, ...(change.addTags ?? [])])];
      if (tags.length > MAX_TAGS) {
        throw new AppError("conflict", `A transaction has at most ${MAX_TAGS} tags. Take some away first.`);
      }
      return { ...edit, note: change.note === undefined ? edit.note : change.note, tags };
    });
    await setEdits(tx, userId, edits);
  },
  async restore(tx, { userId }, before) {
    await setEdits(tx, userId, (before as RowState[]).map(toEdit));
  },
};

function titleOf({ note, addTags = [] }: Change): string {
  if (note === null) return "Take the note off";
  if (note !== undefined) return "Add a note to";
  return addTags.length > 0 ? "Tag" : "Take tags off";
}
