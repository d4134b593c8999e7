import { randomUUID } from "node:crypto";
import { setEdits } from "../../banking/set-edits";
import type { ProposedChange, SplitPart } from "../../contract/proposals";
import { findSplit, type Split, writeSplit } from "../../db/queries/splits";
import type { TransactionEdit } from "../../db/queries/transaction-edits";
import { categoryLabel } from "../../domain/categories";
import { toMoney } from "../../domain/money";
import { isSplitOf } from "../../domain/split";
import type { TransactionDetails } from "../../domain/transaction-details";
import { AppError } from "../../errors";
import { requireDetails } from "../../transactions/require-details";
import type { ChangeKind } from "../change-kind";
import { requireCategory } from "../require-category";
import { wantedRows } from "../wanted-rows";

type Change = Extract<ProposedChange, { kind: "split" }>;

/**
 * Gives parts of a row categories of their own, or makes it one piece again. The row keeps the first part, the others are
 * rows beside it: every sum counts them as any rows.
 */
export const changeSplit: ChangeKind<Change> = {
  async describe({ change: { transactionId, parts } }, ledger) {
    const row = await requireDetails(transactionId, ledger);
    const what = `${row.merchant}, ${formatted(row.partOf?.amountMinor ?? row.amountMinor, row)}`;
    if (parts) requireSplit(row, parts);
    else if (row.partOf?.id !== row.id)
      throw new AppError("invalid", "It is not split. Nothing would change.");
    return {
      title: parts ? `Split ${what} into ${parts.length} parts` : `Join the parts of ${what}`,
      changes: (parts ?? []).map(({ amountMinor, category }) => ({
        label: formatted(amountMinor, row),
        before: null,
        after: categoryLabel(category),
      })),
      effects: [],
      rowCount: 1,
      rows: await wantedRows(ledger, [transactionId]),
    };
  },
  read: async (tx, { userId, change }) => (await findSplit(tx, userId, change.transactionId)) ?? null,
  async apply(tx, { userId, change: { transactionId, parts } }) {
    const before = await findSplit(tx, userId, transactionId);
    if (!before) throw new AppError("not_found", "This transaction no longer exists.");
    const own = before.edits.find((edit) => edit.transactionId === transactionId);
    const kept = { transactionId, category: null, note: own?.note ?? null, tags: own?.tags ?? [] };
    const amountMinor = before.wholeMinor ?? before.amountMinor;
    if (!parts) {
      await writeSplit(tx, userId, transactionId, { amountMinor, wholeMinor: null, others: [] });
      return setEdits(tx, userId, [kept]);
    }
    const [first, ...others] = parts.map((part) => ({ ...part, id: randomUUID() as string }));
    if (!first) return;
    await writeSplit(tx, userId, transactionId, {
      amountMinor: first.amountMinor,
      wholeMinor: amountMinor,
      others: others.map(({ id, amountMinor: ofPart }) => ({ id, amountMinor: ofPart })),
    });
    await setEdits(tx, userId, [
      { ...kept, category: first.category, note: first.note ?? kept.note },
      ...others.map(({ id, category, note }) => ({ transactionId: id, category, note, tags: kept.tags })),
    ]);
  },
  async restore(tx, { userId, change: { transactionId } }, before) {
    const split = before as Split;
    await writeSplit(tx, userId, transactionId, split);
    const ids = [transactionId, ...split.others.map(({ id }) => id)];
    await setEdits(
      tx,
      userId,
      ids.map((id) => split.edits.find((edit) => edit.transactionId === id) ?? nothingSaidOf(id)),
    );
  },
};

const nothingSaidOf = (transactionId: string): TransactionEdit => ({
  transactionId,
  category: null,
  note: null,
  tags: [],
});

function requireSplit(row: TransactionDetails, parts: readonly SplitPart[]): void {
  if (row.pending)
    throw new AppError("invalid", "It is pending and may still change. Split it once it has posted.");
  if (row.partOf) throw new AppError("invalid", "It is split already. Join its parts first.");
  for (const { category } of parts) requireCategory(category);
  const amounts = parts.map(({ amountMinor }) => amountMinor);
  if (isSplitOf(row.amountMinor, amounts)) return;
  throw new AppError(
    "invalid",
    `The parts must each be some of ${formatted(row.amountMinor, row)}, and together all of it.`,
  );
}

const formatted = (amountMinor: number, { currency }: Pick<TransactionDetails, "currency">): string =>
  toMoney(amountMinor, currency).formatted;
