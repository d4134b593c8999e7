import { z } from "zod";
import type { AnomaliesResult } from "../../contract/results/anomalies-result";
import { ANOMALY_DEFINITION, anomalyHistory, findAnomalies as findIn } from "../../domain/anomalies";
import { ANOMALY_KINDS, type Anomaly } from "../../domain/anomaly";
import { formatDate, formatMonth } from "../../domain/calendar";
import { categoryLabel } from "../../domain/categories";
import type { Ledger } from "../../domain/ledger";
import { formatMoney, toMoney } from "../../domain/money";
import { percentOf } from "../../domain/ratio";
import { largestFirst, type Transaction } from "../../domain/transaction";
import { evidenceOf } from "./evidence-of";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const MAX_LISTED = 30;
const MAX_IDS = 50;
const MAX_ROWS = 50;

const FindAnomaliesInput = z.object({
  period: PeriodInput.nullish().describe(`${PERIOD_DESCRIPTION} The last 30 days when left out.`),
  kinds: z.array(z.enum(ANOMALY_KINDS)).nullish().describe("Only these kinds; all when left out."),
  accounts: ScopeInput.accounts,
});

/** What is out of the usual, by definition anomaly.v1. @throws {ToolProblem} for a bad period or an unknown account */
export async function findAnomalies(
  ledger: Ledger,
  input: z.infer<typeof FindAnomaliesInput>,
): Promise<AnomaliesResult> {
  const [period, { accountIds, filters }] = await Promise.all([
    toPeriod(input.period ?? "last_30_days", ledger),
    resolveScope({ accounts: input.accounts }, ledger),
  ]);
  const [rows, allSeries, evidence] = await Promise.all([
    ledger.bareTransactions({ period: anomalyHistory(period), flows: ["spending"], accountIds }),
    ledger.recurring(),
    evidenceOf(ledger, { accountIds, period }),
  ]);
  const recurring = allSeries.filter((one) => !accountIds?.length || accountIds.includes(one.accountId));
  const seriesRows = await rowsById(
    recurring.flatMap(({ transactionIds }) => transactionIds),
    ledger,
  );
  const found = findIn({ rows, recurring, seriesRows, firstDate: evidence.dataFrom }, period).filter(
    ({ kind }) => !input.kinds?.length || input.kinds.includes(kind),
  );
  const byId = await rowsById([...new Set(found.flatMap(({ transactionIds }) => transactionIds))], ledger);
  const listed = [...byId.values()];
  return {
    kind: "anomalies",
    definition: ANOMALY_DEFINITION,
    ...evidence,
    period,
    filters: { kinds: input.kinds ?? [], accounts: filters.accounts },
    anomalies: found.slice(0, MAX_LISTED).map((one) => toEntry(one, byId)),
    anomalyCount: found.length,
    rowCount: listed.length,
    rows: listed.sort(largestFirst).slice(0, MAX_ROWS).map(toRow),
  };
}

/** Oldest first. */
async function rowsById(ids: string[], ledger: Ledger): Promise<Map<string, Transaction>> {
  // No ids would be no condition.
  const rows = ids.length === 0 ? [] : await ledger.transactions({ ids });
  return new Map(rows.toReversed().map((row) => [row.id, row]));
}

function toEntry(one: Anomaly, byId: Map<string, Transaction>): AnomaliesResult["anomalies"][number] {
  const { kind, date, currency, amountMinor, usualMinor, transactionIds } = one;
  const more = usualMinor === null ? null : amountMinor - usualMinor;
  const isCategory = kind === "category_spike";
  return {
    kind,
    date,
    name: isCategory ? categoryLabel(one.name) : one.name,
    category: categoryLabel(one.category),
    account: isCategory ? null : (byId.get(transactionIds[0] ?? "")?.accountName ?? null),
    amount: toMoney(amountMinor, currency),
    usual: usualMinor === null ? null : toMoney(usualMinor, currency),
    difference: more === null ? null : toMoney(more, currency),
    differencePercent: more === null || usualMinor === null ? null : percentOf(more, usualMinor),
    reason: reasonOf(one, byId),
    transactionIds: transactionIds.slice(0, MAX_IDS),
  };
}

function reasonOf(
  { kind, date, currency, amountMinor, usualMinor, comparedWith, transactionIds }: Anomaly,
  byId: Map<string, Transaction>,
): string {
  const money = (minor: number) => formatMoney(minor, currency);
  const usual = money(usualMinor ?? 0);
  const more = money(amountMinor - (usualMinor ?? 0));
  switch (kind) {
    case "large_for_merchant":
      return `${more} more than the ${usual} that is usual at this merchant, of ${comparedWith} earlier purchases.`;
    case "large_for_category":
      return `${more} more than the ${usual} that is usual in this category, of ${comparedWith} earlier purchases.`;
    case "new_merchant":
      return "The first purchase at this merchant in a year, and among the largest tenth of all.";
    case "duplicate_charge": {
      const first = byId.get(transactionIds[0] ?? "")?.date ?? date;
      return `The same amount at the same merchant from the same account on ${formatDate(first)} and ${formatDate(date)}.`;
    }
    case "price_rise":
      return `It cost ${usual} before, ${more} less.`;
    case "category_spike":
      return `${more} more in ${formatMonth(date)} than the ${usual} of a usual month, of the ${comparedWith} months before.`;
  }
}

export const findAnomaliesTool = () =>
  purserTool({
    name: "find_anomalies",
    description:
      "What is out of the usual in a period: purchases that are large for their merchant or category, large ones at a new merchant, charges that may be double, prices of subscriptions that rose, and categories above their usual month; each with the reason in words.",
    schema: FindAnomaliesInput,
    run: ({ ledger }, input) => findAnomalies(ledger, input),
  });
