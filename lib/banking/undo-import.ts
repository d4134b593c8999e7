import { database } from "../db/client";
import {
  deleteEmptyFileAccount,
  deleteImport,
  findImport,
  listImportAccounts,
  restateFileAccount,
} from "../db/queries/imports";
import { lockBanking } from "../db/queries/items";
import { todayIn } from "../domain/calendar";
import { AppError } from "../errors";
import { dropInsights } from "../insights/refresh-insights";
import { dropSnapshot } from "../insights/refresh-snapshot";
import { log } from "../log";
import type { Importer } from "./plan-import";
import { refreshAfterImport } from "./refresh-after-import";

/**
 * Takes exactly the rows of one import back, and the account (and bank) that only files filled when this was its last one.
 * The balance becomes what the remaining files state.
 * @throws {AppError} `not_found` when this person has no such import (any more)
 */
export async function undoImport(person: Importer, importId: string, now: Date = new Date()): Promise<void> {
  await database().transaction(async (tx) => {
    await lockBanking(tx, person.id);
    const found = await findImport(tx, importId);
    if (found?.userId !== person.id || !(await deleteImport(tx, person.id, importId))) {
      throw new AppError("not_found", "This import has been taken back already.");
    }
    const account = (await listImportAccounts(tx, person.id)).find(({ id }) => id === found.accountId);
    if (!account) return;
    const isGone = account.source === "file" && (await deleteEmptyFileAccount(tx, account));
    if (account.source === "file" && !isGone) await restateFileAccount(tx, account, now);
    const today = todayIn(person.timeZone, now);
    await refreshAfterImport(tx, { userId: person.id, itemId: account.itemId, today });
  });
  await Promise.all([dropSnapshot(person.id), dropInsights(person.id)]);
  log().info({ userId: person.id, importId }, "import taken back");
}
