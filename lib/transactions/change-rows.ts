import type { ProposalStatus, ProposedChange } from "../contract/proposals";
import {
  type ChangeRows,
  type ChosenRows,
  MAX_CHANGED_ROWS,
  type MakeRule,
  type RowChange,
  type SplitRow,
} from "../contract/transactions";
import { database } from "../db/client";
import { listMatchingIds } from "../db/queries/transaction-pages";
import type { Ledger } from "../domain/ledger";
import { AppError } from "../errors";
import { makeChange } from "../proposals/make-change";
import { resolveFilter } from "./resolve-filter";

/**
 * Writes what a person says of rows of theirs. Undone with `undoProposal`.
 * @param ledger the person's own
 * @throws {AppError} `invalid` for too many rows or a change that changes nothing, `not_found` for rows that are not theirs
 */
export async function changeRows(
  userId: string,
  { changeId, rows, change }: ChangeRows,
  ledger: Ledger,
  now: Date = new Date(),
): Promise<ProposalStatus> {
  const ids = await idsOf(userId, rows, ledger);
  return makeChange(userId, changeId, toProposed(change, ids), ledger, now);
}

/** Splits a row into parts, or makes it one piece again. Undone with `undoProposal`. @throws {AppError} as `makeChange` */
export function splitRow(
  userId: string,
  { changeId, id, parts }: SplitRow,
  ledger: Ledger,
  now: Date = new Date(),
): Promise<ProposalStatus> {
  return makeChange(userId, changeId, { kind: "split", transactionId: id, parts }, ledger, now);
}

/** Gives a category to all rows that match, now and later. Undone with `undoProposal`. @throws {AppError} as `makeChange` */
export function makeRule(
  userId: string,
  { changeId, match, category }: MakeRule,
  ledger: Ledger,
  now: Date = new Date(),
): Promise<ProposalStatus> {
  return makeChange(userId, changeId, { kind: "rule", match, category }, ledger, now);
}

async function idsOf(userId: string, rows: ChosenRows, ledger: Ledger): Promise<string[]> {
  if ("ids" in rows) return rows.ids;
  const filter = await resolveFilter(userId, rows.search, ledger.today);
  const ids = await listMatchingIds(database(), userId, filter, MAX_CHANGED_ROWS + 1);
  if (ids.length > MAX_CHANGED_ROWS) {
    const most = MAX_CHANGED_ROWS.toLocaleString("en-US");
    throw new AppError("invalid", `At most ${most} transactions are changed at once. Narrow the search.`);
  }
  if (ids.length === 0) throw new AppError("invalid", "No transaction matches any more.");
  return ids;
}

function toProposed(change: RowChange, transactionIds: string[]): ProposedChange {
  if (change.kind === "category") return { kind: "category", transactionIds, category: change.category };
  if (change.kind === "note") return { kind: "note", transactionIds, note: change.note };
  return { kind: "note", transactionIds, addTags: change.add, removeTags: change.remove };
}
