import { database, type Executor } from "../db/client";
import { lockBanking } from "../db/queries/items";
import {
  deleteEdit,
  findEdit,
  findOwnedTransaction,
  saveEdit,
  saveMeaning,
} from "../db/queries/transaction-edits";
import { type CategoryId, isCategoryId } from "../domain/categories";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { meaningOfEdit } from "../domain/meaning-of-edit";
import { AppError } from "../errors";
import { refreshOwnTransfers } from "./refresh-own-transfers";

/** What is left out stays as it is. `category: null`: as the bank says. */
export type Edit = {
  category?: string | null | undefined;
  note?: string | null | undefined;
  tags?: readonly string[] | undefined;
};

const MAX_NOTE = 1_000;
const MAX_TAGS = 20;
const MAX_TAG = 40;

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
    const row = await findOwnedTransaction(tx, userId, transactionId);
    if (!row) throw new AppError("not_found", "This transaction no longer exists.");
    const before = await findEdit(tx, userId, transactionId);
    await keep(tx, {
      transactionId,
      userId,
      category: category === undefined ? (before?.category ?? null) : category,
      note: said.note === undefined ? (before?.note ?? null) : said.note,
      tags: said.tags ?? before?.tags ?? [],
    });
    if (category === undefined) return;
    await saveMeaning(tx, userId, transactionId, meaningOf(row, category));
    const { currency, amountMinor } = row;
    await refreshOwnTransfers(tx, userId, [{ currency, size: Math.abs(amountMinor) }]);
  });
}

async function keep(tx: Executor, edit: Parameters<typeof saveEdit>[1]): Promise<void> {
  const { userId, transactionId, category, note, tags } = edit;
  if (category === null && note === null && tags.length === 0) await deleteEdit(tx, userId, transactionId);
  else await saveEdit(tx, edit);
}

type Row = NonNullable<Awaited<ReturnType<typeof findOwnedTransaction>>>;

const meaningOf = (row: Row, category: CategoryId | null) =>
  category === null
    ? classifyFlow({ ...row, hasMerchant: namesMerchant(row) })
    : meaningOfEdit(category, row.accountType);

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
