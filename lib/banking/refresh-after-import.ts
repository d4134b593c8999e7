import type { CalendarDate } from "../contract/money";
import type { Executor } from "../db/client";
import { applyRules } from "./apply-rules";
import { refreshDailyBalances } from "./refresh-daily-balances";
import { refreshOwnTransfers } from "./refresh-own-transfers";
import { refreshRecurring } from "./refresh-recurring";

type Scope = { userId: string; itemId: string; today: CalendarDate };

/** What follows from a person's rows, once rows of a file have come or gone. */
export async function refreshAfterImport(tx: Executor, { userId, itemId, today }: Scope): Promise<void> {
  await applyRules(tx, userId, "all");
  await refreshOwnTransfers(tx, userId);
  await refreshDailyBalances(tx, { itemId, today });
  await refreshRecurring(tx, { userId, today });
}
