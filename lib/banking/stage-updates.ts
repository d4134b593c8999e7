import { setTimeout as sleep } from "node:timers/promises";
import type { AccountType } from "../contract/banking";
import { database } from "../db/client";
import { listAccountsOfItem } from "../db/queries/accounts";
import { clearStage, type StagedRow, stagePage } from "../db/queries/staged-transactions";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { AppError } from "../errors";
import { PlaidFailure } from "../plaid/errors";
import { readBank } from "../plaid/link";
import type { BankTransaction } from "../plaid/map";
import { readUpdates, type UpdateCounts, type UpdatePage } from "../plaid/read-updates";
import { confirmLease, type HeldItem } from "./hold-lease";

export type StagedUpdates = {
  counts: UpdateCounts;
  cursor: string;
  /** False while the bank still fetches the older past. */
  isHistoryComplete: boolean;
};

export type Reading = HeldItem & { accessToken: string; now: Date; signal?: AbortSignal | undefined };

const MAX_RESTARTS = 5;
const FIRST_PAUSE_MS = 100;

/** The bank sent a row of an account that it does not list: leaving the row out would make every total wrong. */
export class ForeignRow extends AppError {
  constructor() {
    super("internal", "The bank sent a transaction of an account it did not list.");
  }
}

/**
 * Reads all that changed since the item's cursor into the stage, one page in memory at a time. When the bank's data
 * changes meanwhile, everything is thrown away and read again from the same cursor; any other failure ends the reading,
 * and the next one begins there too.
 * @throws {PlaidFailure} {LeaseLost} {ForeignRow}
 */
export async function stageUpdates(reading: Reading): Promise<StagedUpdates> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await stagePages(reading);
    } catch (thrown) {
      const isMoved = thrown instanceof PlaidFailure && thrown.kind === "restart_sync";
      if (!isMoved || restarts >= MAX_RESTARTS) throw thrown;
    }
    await clearStage(database(), reading.held.lease);
    await sleep(FIRST_PAUSE_MS * 2 ** restarts);
  }
}

async function stagePages({ item, held, accessToken, now, signal }: Reading): Promise<StagedUpdates> {
  const types = await knownTypes(item.id);
  const counts = { added: 0, modified: 0, removed: 0 };
  for await (const page of readUpdates(accessToken, item.cursor)) {
    for (const [id, type] of page.accountTypes) types.set(id, type);
    if (page.transactions.some(({ plaidAccountId }) => !types.has(plaidAccountId))) {
      const { accounts } = await readBank(accessToken, now);
      for (const { plaidAccountId, type } of accounts) types.set(plaidAccountId, type);
    }
    await confirmLease(held);
    const rows = page.transactions.map((transaction) => toStagedRow(transaction, types));
    await stagePage(database(), held, { rows, removedIds: page.removedIds });
    addTo(counts, page.counts);
    if (page.isLast) return { counts, cursor: page.cursor, isHistoryComplete: page.isHistoryComplete };
    if (signal?.aborted) throw new AppError("unavailable", "This worker is going; another reads the bank.");
  }
  throw new Error("An update ends with a last page.");
}

const knownTypes = async (itemId: string): Promise<Map<string, AccountType>> =>
  new Map((await listAccountsOfItem(database(), itemId)).map((known) => [known.plaidAccountId, known.type]));

function toStagedRow(transaction: BankTransaction, types: ReadonlyMap<string, AccountType>): StagedRow {
  const accountType = types.get(transaction.plaidAccountId);
  if (accountType === undefined) throw new ForeignRow();
  const { flow, category } = classifyFlow({
    amountMinor: transaction.amountMinor,
    accountType,
    primary: transaction.plaidCategoryPrimary,
    detailed: transaction.plaidCategoryDetailed,
    description: transaction.description,
    hasMerchant: namesMerchant(transaction),
  });
  return { ...transaction, flow, category };
}

function addTo(counts: UpdateCounts, page: UpdatePage["counts"]): void {
  counts.added += page.added;
  counts.modified += page.modified;
  counts.removed += page.removed;
}
