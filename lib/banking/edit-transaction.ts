import { MAX_NOTE, MAX_TAG, MAX_TAGS } from "../contract/proposals";
import { database } from "../db/client";
import { lockBanking } from "../db/queries/items";
import { listEditableRows } from "../db/queries/transaction-edits";
import { type CategoryId, isCategoryId } from "../domain/categories";
import { AppError } from "../errors";
import { setEdits } from "./set-edits";

/** What is left out stays as it is. `category: null`: as the bank says. */
export type Edit = {
  category?: string | null | undefined;
  note?: string | null | undefined;
  tags?: readonly string[] | undefined;
};

/**
 * Keeps what a person says about a row of theirs. Their category counts everywhere from now on, through every later
 * reading and when the row posts; what the bank says stays beside it.
 * @throws {AppError} `not_found` when this person has no such row, `invalid` for an unknown category or too much text
 */
export async function editTransaction(userId: string, transactionId: string, edit: Edit): Promise<void> {
  const category = toCategory(edit.category);
  const said = { note: toNote(edit.note), tags: toTags(edit.tags) };
  await database().transaction(async (tx) => {
    await lockBanking(tx, userId);
    const [row] = await listEditableRows(tx, userId, [transactionId]);
    if (!row) throw new AppError("not_found", "This transaction no longer exists.");
    const before = row.edit;
    await setEdits(tx, userId, [
      {
        transactionId,
        category: category === undefined ? (before?.category ?? null) : category,
        note: said.note === undefined ? (before?.note ?? null) : said.note,
        tags: said.tags ?? before?.tags ?? [],
      },
    ]);
  });
}

function toCategory(category: string | null | undefined): CategoryId | null | undefined {
  if (category === undefined || category === null) return category;
  if (!isCategoryId(category))
    throw new AppError("invalid", "There is no such category. Choose one of the list.");
  return category;
}

function toNote(note: string | null | undefined): string | null | undefined {
  if (note === undefined || note === null) return note;
  if (note.length > MAX_NOTE)
    throw new AppError("invalid", `A note has at most ${MAX_NOTE} characters. Shorten it.`);
  return note.trim() || null;
}

function toTags(tags: readonly string[] | undefined): string[] | undefined {
  if (tags === undefined) return undefined;
  const kept = [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ""))];
  if (kept.length > MAX_TAGS || kept.some((tag) => tag.length > MAX_TAG)) {
    throw new AppError("invalid", `At most ${MAX_TAGS} tags of ${MAX_TAG} characters each.`);
  }
  return kept;
}
