import type { ProposalResult } from "../contract/results/proposal-result";
import type { CategoryId } from "../domain/categories";
import type { Ledger } from "../domain/ledger";
import { meaningOfEdit } from "../domain/meaning-of-edit";
import { toMoney } from "../domain/money";
import { resolvePeriod } from "../domain/period";
import { spendingEffects } from "../domain/spending-effects";

/** What becomes of this month's totals when the person's rows with these ids are given a category. */
export async function monthEffects(
  ledger: Ledger,
  ids: ReadonlySet<string>,
  category: CategoryId,
): Promise<ProposalResult["effects"]> {
  const rows = await ledger.transactions({ period: resolvePeriod("this_month", ledger.today) });
  const effects = spendingEffects(rows, ({ id, accountType }) =>
    ids.has(id) ? meaningOfEdit(category, accountType) : undefined,
  );
  return effects.map(({ label, currency, beforeMinor, afterMinor }) => ({
    label,
    before: toMoney(beforeMinor, currency),
    after: toMoney(afterMinor, currency),
  }));
}
