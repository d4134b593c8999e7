import { randomUUID } from "node:crypto";
import type { ConfirmImport, ImportResult, ImportTarget } from "../contract/imports";
import { database, type Executor } from "../db/client";
import {
  findFileItemId,
  findImport,
  type ImportAccount,
  insertFileAccount,
  insertImport,
  insertImportedRows,
  listImportRows,
  restateFileAccount,
} from "../db/queries/imports";
import { insertItem, lockBanking } from "../db/queries/items";
import { todayIn } from "../domain/calendar";
import { AppError } from "../errors";
import { dropInsights } from "../insights/refresh-insights";
import { dropSnapshot } from "../insights/refresh-snapshot";
import { log } from "../log";
import { fingerprintRows } from "./import-fingerprint";
import { meaningOf } from "./import-meaning";
import { type Importer, type ImportPlan, planImport } from "./plan-import";
import { type ImportFile, missingParts } from "./read-import";
import { refreshAfterImport } from "./refresh-after-import";
import { statedBalance } from "./stated-balance";

/**
 * Stores what the preview showed, in one transaction: the account (made if it is new), the import and its rows, and what
 * follows from them. The same `importId` again changes nothing.
 * @throws {AppError} `invalid` when something is still missing or nothing would be stored,
 * `conflict` for an id that is taken, and as `planImport`
 */
export async function confirmImport(
  person: Importer,
  file: ImportFile,
  wishes: ConfirmImport,
  now: Date = new Date(),
): Promise<ImportResult> {
  const result = await database().transaction(async (tx) => {
    await lockBanking(tx, person.id);
    const done = await findDone(tx, person.id, wishes.importId);
    if (done) return done;
    const plan = await planImport(tx, person, { file, wishes, now });
    refuseUnready(plan);
    const account = plan.account ?? (await makeAccount(tx, person.id, wishes.target, now));
    await store(tx, { person, file, wishes, plan, account, now });
    return {
      importId: wishes.importId,
      accountName: account.name,
      institutionName: account.institutionName,
      imported: plan.taken.length,
    };
  });
  await Promise.all([dropSnapshot(person.id), dropInsights(person.id)]);
  log().info({ userId: person.id, importId: result.importId, rows: result.imported }, "file imported");
  return result;
}

async function findDone(tx: Executor, userId: string, importId: string): Promise<ImportResult | undefined> {
  const found = await findImport(tx, importId);
  if (!found) return undefined;
  if (found.userId !== userId) throw new AppError("conflict", "Reload the page and import the file again.");
  const row = (await listImportRows(tx, userId)).find(({ id }) => id === importId);
  return {
    importId,
    accountName: row?.accountName ?? "",
    institutionName: row?.institutionName ?? "",
    imported: found.rowCount,
  };
}

function refuseUnready({ read, taken, duplicates }: ImportPlan): void {
  const [missing] = missingParts(read);
  if (missing) throw new AppError("invalid", missing);
  if (taken.length > 0) return;
  throw new AppError(
    "invalid",
    duplicates.size > 0
      ? "All rows of this file are here already, so nothing was imported."
      : "No row of this file can be imported.",
  );
}

/** A new account at the person's bank of files with this name, which is made too if there is none. */
async function makeAccount(
  tx: Executor,
  userId: string,
  target: ImportTarget,
  now: Date,
): Promise<ImportAccount> {
  if (target.kind !== "new") throw new AppError("not_found", "There is no such account. Choose another one.");
  const { institutionName, accountName: name, type, currency } = target;
  const known = await findFileItemId(tx, userId, institutionName);
  const itemId = known ?? randomUUID();
  if (!known) {
    const file = { source: "file", status: "active", isHistoryComplete: true, lastSyncedAt: now } as const;
    await insertItem(tx, { id: itemId, userId, institutionName, ...file });
  }
  const id = randomUUID();
  await insertFileAccount(tx, {
    id,
    userId,
    itemId,
    plaidAccountId: id,
    name,
    type,
    currency,
    balanceAsOf: now,
  });
  const state = { source: "file", status: "active", isHistoryComplete: true } as const;
  return { id, itemId, name, type, currency, institutionName, ...state };
}

type Storing = {
  person: Importer;
  file: ImportFile;
  wishes: ConfirmImport;
  plan: ImportPlan;
  account: ImportAccount;
  now: Date;
};

async function store(tx: Executor, { person, file, wishes, plan, account, now }: Storing): Promise<void> {
  const { importId } = wishes;
  const balance = account.source === "file" ? statedBalance(plan, wishes.statedBalance) : null;
  await insertImport(tx, {
    id: importId,
    userId: person.id,
    accountId: account.id,
    fileName: file.name,
    rowCount: plan.taken.length,
    balanceMinor: balance?.minor ?? null,
    balanceDate: balance?.date ?? null,
    createdAt: now,
  });
  const owner = { userId: person.id, itemId: account.itemId, accountId: account.id, importId };
  const rows = fingerprintRows(account.id, plan.taken, plan.usedFingerprints).map((entry) => ({
    ...owner,
    plaidTransactionId: entry.fingerprint,
    date: entry.date,
    postedDate: entry.postedDate,
    amountMinor: entry.amountMinor,
    currency: account.currency,
    description: entry.description,
    merchant: entry.merchant,
    pending: false,
    ...meaningOf(entry, account.type),
  }));
  await insertImportedRows(tx, rows);
  if (account.source === "file") await restateFileAccount(tx, account, now);
  const today = todayIn(person.timeZone, now);
  await refreshAfterImport(tx, { userId: person.id, itemId: account.itemId, today });
}
