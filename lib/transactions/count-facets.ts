import type { Facet, TransactionFacets, TransactionSearch } from "../contract/transactions";
import { database } from "../db/client";
import { countTags } from "../db/queries/transaction-pages";
import { categoryLabel } from "../domain/categories";
import { netOf } from "../domain/counted-net";
import type { FlowSum, Grouping } from "../domain/flow-sums";
import { groupBy } from "../domain/group-by";
import type { Ledger } from "../domain/ledger";
import { toMoney } from "../domain/money";
import { FLOWS } from "../domain/transaction";
import { flowLabel } from "../domain/transaction-details";
import { resolveFilter } from "./resolve-filter";

/**
 * What the rows that match come to, and what each further choice would show. The choices of one kind are alternatives, so
 * each is counted as if nothing of its kind were chosen.
 * @param ledger the person's own
 */
export async function countFacets(
  userId: string,
  search: TransactionSearch,
  ledger: Ledger,
): Promise<TransactionFacets> {
  const sums = async (without: Partial<TransactionSearch>, grouping: Grouping) =>
    ledger.sums(await resolveFilter(userId, { ...search, ...without }, ledger.today), grouping);
  const [all, byAccount, byCategory, byFlow, tags, pending, accounts] = await Promise.all([
    sums({}, "none"),
    sums({ accounts: [] }, "account"),
    sums({ categories: [] }, "category"),
    sums({ flows: [] }, "none"),
    resolveFilter(userId, { ...search, tags: [] }, ledger.today).then((filter) =>
      countTags(database(), userId, filter),
    ),
    sums({ pending: true }, "none"),
    ledger.accounts(),
  ]);
  const accountNames = new Map(accounts.map(({ id, name, mask }) => [id, mask ? `${name} ··${mask}` : name]));
  return {
    rowCount: rowsIn(all),
    income: netOf(all, ["income"]),
    spending: netOf(all, ["spending"])
      .map(({ amountMinor, currency }) => toMoney(-amountMinor, currency))
      .reverse(),
    accounts: toFacets(
      byAccount,
      ({ key }) => key,
      (id) => accountNames.get(id) ?? "Another account",
    ),
    categories: toFacets(byCategory, ({ key }) => key, categoryLabel),
    flows: toFacets(byFlow, ({ flow }) => flow, flowLabel).sort(
      (a, b) => orderOf(a.value) - orderOf(b.value),
    ),
    tags: tags.map(({ tag, rowCount }) => ({ value: tag, label: tag, rowCount })),
    pendingCount: rowsIn(pending),
  };
}

const orderOf = (flow: string): number => FLOWS.map(String).indexOf(flow);

const rowsIn = (sums: readonly FlowSum[]): number =>
  sums.reduce((count, { rowCount }) => count + rowCount, 0);

/** The most frequent first. */
function toFacets(
  sums: readonly FlowSum[],
  keyOf: (sum: FlowSum) => string,
  labelOf: (value: string) => string,
): Facet[] {
  return [...groupBy(sums, keyOf)]
    .map(([value, some]) => ({ value, label: labelOf(value), rowCount: rowsIn(some) }))
    .sort((a, b) => b.rowCount - a.rowCount || (a.label < b.label ? -1 : 1));
}
