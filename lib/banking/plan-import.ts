import type { Person } from "../contract/account";
import type { DuplicateReason, ImportTarget, PreviewImport, PreviewTarget } from "../contract/imports";
import type { Executor } from "../db/client";
import {
  findFileAccount,
  findNewestPostedDate,
  type ImportAccount,
  listComparableRows,
  listImportAccounts,
} from "../db/queries/imports";
import { addDays, todayIn } from "../domain/calendar";
import { MAX_DAYS_APART, markDuplicates } from "../domain/import/mark-duplicates";
import type { ImportEntry } from "../domain/import/read-rows";
import { AppError } from "../errors";
import { type ImportFile, type ReadImport, readImport } from "./read-import";

export type Importer = Pick<Person, "id" | "timeZone">;

type Wishes = Pick<PreviewImport, "overrides" | "choices"> & { target: PreviewTarget | ImportTarget };

export type ImportPlan = {
  read: ReadImport;
  /** Null for an account that is still to be made. */
  account: ImportAccount | null;
  /** Why a row is left out unless the person takes it, by line. */
  duplicates: Map<number, DuplicateReason>;
  /** The rows that are to be stored. */
  taken: ImportEntry[];
  /** Fingerprints that the account's rows of that time have. */
  usedFingerprints: Set<string>;
};

/**
 * What an import would do, decided by the file, the person's wishes and what is stored now; preview and confirmation are
 * both this. Writes nothing.
 * @throws {AppError} `not_found` for an account of somebody else, `conflict` for a bank that is still being read,
 * `too_large` and `invalid` for a file that cannot be read
 */
export async function planImport(
  db: Executor,
  person: Importer,
  { file, wishes, now }: { file: ImportFile; wishes: Wishes; now: Date },
): Promise<ImportPlan> {
  const { target, overrides, choices } = wishes;
  const account = await findAccount(db, person.id, target);
  const asked = account ?? (target.kind === "new" ? target : null);
  const read = readImport(file, {
    overrides,
    type: asked?.type ?? null,
    currency: asked?.currency ?? null,
    today: todayIn(person.timeZone, now),
  });
  const { duplicates, usedFingerprints } = await compare(db, account, read.entries);
  const [include, exclude] = [new Set(choices.include), new Set(choices.exclude)];
  const taken = read.entries.filter(({ line }) =>
    duplicates.has(line) ? include.has(line) : !exclude.has(line),
  );
  return { read, account, duplicates, taken, usedFingerprints };
}

async function findAccount(
  db: Executor,
  userId: string,
  target: Wishes["target"],
): Promise<ImportAccount | null> {
  if (target.kind === "new") {
    const { institutionName, accountName, type, currency } = target;
    if (!institutionName || !accountName || !type || !currency) return null;
    // The same names again mean the same account, or next month's file would count twice.
    return (await findFileAccount(db, userId, { institutionName, accountName, type, currency })) ?? null;
  }
  const account = (await listImportAccounts(db, userId)).find(({ id }) => id === target.accountId);
  if (!account) throw new AppError("not_found", "There is no such account. Choose another one.");
  if (account.source === "plaid" && !account.isHistoryComplete) {
    throw new AppError(
      "conflict",
      `${account.institutionName} is still being read. Import the file once its transactions are here, so that none is stored twice.`,
    );
  }
  return account;
}

async function compare(db: Executor, account: ImportAccount | null, entries: readonly ImportEntry[]) {
  const dates = entries.flatMap(({ date, postedDate }) => [date, postedDate]).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (!account || !first || !last) {
    return { duplicates: new Map<number, DuplicateReason>(), usedFingerprints: new Set<string>() };
  }
  const rows = await listComparableRows(
    db,
    account.id,
    addDays(first, -MAX_DAYS_APART),
    addDays(last, MAX_DAYS_APART),
  );
  const stored = rows.map(({ importId, ...row }) => ({ ...row, isImported: importId !== null }));
  const bankReadUntil = account.source === "plaid" ? await findNewestPostedDate(db, account.id) : null;
  return {
    duplicates: markDuplicates(entries, stored, bankReadUntil),
    usedFingerprints: new Set(rows.map(({ plaidTransactionId }) => plaidTransactionId)),
  };
}
