import { toRow } from "../agent/tools/to-row";
import type { InsightView } from "../contract/insights";
import { database } from "../db/client";
import { listDismissed } from "../db/queries/insight-dismissals";
import type { Ledger } from "../domain/ledger";
import { knownInsights } from "./refresh-insights";

/**
 * What a person has not put away, each with its rows as they are now. What has no row any more (its bank is gone) is not
 * told: there would be nothing to open.
 * @param ledger the person's
 * @throws {AppError} `unavailable`
 */
export async function listInsights(userId: string, ledger: Ledger, now: Date): Promise<InsightView[]> {
  const known = await knownInsights(userId, ledger.today, now);
  const ids = [...new Set(known.flatMap(({ transactionIds }) => transactionIds))];
  const [dismissed, rows] = await Promise.all([
    listDismissed(
      database(),
      userId,
      known.map(({ id }) => id),
    ),
    // No ids would be no condition.
    ids.length === 0 ? [] : ledger.transactions({ ids }),
  ]);
  const byId = new Map(rows.map((row) => [row.id, toRow(row)]));
  return known
    .filter(({ id }) => !dismissed.includes(id))
    .map((insight) => ({ ...insight, rows: insight.transactionIds.flatMap((id) => byId.get(id) ?? []) }))
    .filter((insight) => insight.rows.length > 0);
}
