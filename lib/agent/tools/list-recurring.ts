import { z } from "zod";
import type { RecurringView } from "../../contract/recurring";
import type { RecurringResult, RecurringSeries } from "../../contract/results/recurring-result";
import { categoryLabel } from "../../domain/categories";
import type { Ledger } from "../../domain/ledger";
import { sumByCurrency, toMoney } from "../../domain/money";
import { matchNames, nearestNames } from "../../domain/nearest-names";
import { roundedQuotient } from "../../domain/ratio";
import {
  costOf,
  priceChanges,
  RECURRING_DEFINITION,
  recurringKind,
  usualMinor,
} from "../../domain/recurring-costs";
import { largestFirst, type Transaction } from "../../domain/transaction";
import { evidenceOf, withCaveats } from "./evidence-of";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";
import { ToolProblem } from "./tool-problem";

const MAX_SERIES = 60;
const MAX_ROWS = 50;

const ListRecurringInput = z.object({
  direction: z.enum(["in", "out", "both"]).nullish().describe('What goes "out" when left out.'),
  kinds: z
    .array(z.enum(["subscription", "bill"]))
    .nullish()
    .describe("Only subscriptions, or only bills (rent, utilities, insurance, loans and all that vary)."),
  names: z.array(z.string().max(200)).max(20).nullish().describe("Only these, by name or part of it."),
  accounts: ScopeInput.accounts,
});
type Input = z.infer<typeof ListRecurringInput>;

/**
 * What comes back and what it costs, by definition recurring.v1.
 * @throws {ToolProblem} for a name that nothing recurring has
 */
export async function listRecurring(ledger: Ledger, input: Input): Promise<RecurringResult> {
  const direction = input.direction ?? "out";
  const { accountIds, filters } = await resolveScope({ accounts: input.accounts }, ledger);
  const inScope = (await ledger.recurring())
    .filter((one) => !accountIds?.length || accountIds.includes(one.accountId))
    .filter((one) => direction === "both" || directionOf(one) === direction)
    .filter((one) => !input.kinds?.length || input.kinds.some((kind) => kind === recurringKind(one)));
  const names = namesFrom(input.names ?? [], inScope);
  const found = inScope.filter(({ name }) => names.length === 0 || names.includes(name)).sort(endedLast);
  const [rows, accounts, evidence] = await Promise.all([
    rowsOf(found, ledger),
    ledger.accounts(),
    evidenceOf(ledger, { accountIds }),
  ]);
  const accountName = new Map(accounts.map(({ id, name }) => [id, name]));
  const goingOn = found.filter(({ status }) => status !== "ended");
  const unknown = goingOn.filter((one) => costOf(one) === null).map(({ name }) => name);
  const said = unknown.map((name) => `How often ${name} comes is not known: it is in no total.`);
  return {
    kind: "recurring",
    definition: RECURRING_DEFINITION,
    ...withCaveats(evidence, said),
    filters: { direction, kinds: input.kinds ?? [], names, accounts: filters.accounts },
    series: found
      .slice(0, MAX_SERIES)
      .map((one) => toSeries(one, accountName.get(one.accountId) ?? "", rows)),
    seriesCount: found.length,
    endedCount: found.length - goingOn.length,
    totals: (["out", "in"] as const).flatMap((way) =>
      totalsOf(
        way,
        goingOn.filter((one) => directionOf(one) === way),
      ),
    ),
    rowCount: rows.size,
    rows: [...rows.values()].sort(largestFirst).slice(0, MAX_ROWS).map(toRow),
  };
}

const directionOf = ({ last }: RecurringView): "in" | "out" => (last.amountMinor > 0 ? "in" : "out");

/** What goes on stays in its order, by what is due next; what has ended comes after it, the latest first. */
function endedLast(a: RecurringView, b: RecurringView): number {
  const [first, second] = [a, b].map(({ status }) => Number(status === "ended"));
  if (first !== second) return Number(first) - Number(second);
  return a.status === "ended" ? (a.lastDate < b.lastDate ? 1 : -1) : 0;
}

function namesFrom(phrases: readonly string[], series: readonly RecurringView[]): string[] {
  const known = [...new Set(series.map(({ name }) => name))];
  return phrases.flatMap((phrase) => {
    const found = matchNames(phrase, known);
    if (found.length > 0) return found;
    const suggestions = nearestNames(phrase, known);
    throw new ToolProblem("unknown_series", `Nothing called "${phrase.slice(0, 60)}" comes back regularly.`, {
      suggestions,
      hint: "search_transactions finds single payments.",
    });
  });
}

/** Oldest first, by id. A row that the bank has taken back since is missing. */
async function rowsOf(series: readonly RecurringView[], ledger: Ledger): Promise<Map<string, Transaction>> {
  const ids = series.flatMap(({ transactionIds }) => transactionIds);
  // No ids would be no condition.
  const rows = ids.length === 0 ? [] : await ledger.transactions({ ids });
  return new Map(rows.toReversed().map((row) => [row.id, row]));
}

function toSeries(one: RecurringView, account: string, rows: Map<string, Transaction>): RecurringSeries {
  const { currency } = one.last;
  const money = (amountMinor: number) => toMoney(Math.abs(amountMinor), currency);
  const own = one.transactionIds.flatMap((id) => rows.get(id) ?? []);
  const cost = one.status === "ended" ? null : costOf(one);
  return {
    id: one.id,
    name: one.name,
    direction: directionOf(one),
    kind: recurringKind(one),
    category: categoryLabel(one.category),
    account,
    cadence: one.cadence,
    status: one.status,
    amount: money(usualMinor(one)),
    isVariable: one.isVariable,
    firstDate: one.firstDate,
    lastDate: one.lastDate,
    lastAmount: money(one.last.amountMinor),
    nextDate: one.status === "ended" ? null : one.nextDate,
    isOverdue: one.status !== "ended" && one.isOverdue,
    perMonth: cost && toMoney(cost.perMonthMinor, currency),
    perYear: cost && toMoney(cost.perYearMinor, currency),
    priceChanges: priceChanges(one, own).map(({ date, fromMinor, toMinor }) => ({
      date,
      from: money(fromMinor),
      to: money(toMinor),
      difference: toMoney(Math.abs(toMinor) - Math.abs(fromMinor), currency),
    })),
    seen: one.transactionIds.length,
  };
}

function totalsOf(direction: "in" | "out", series: readonly RecurringView[]): RecurringResult["totals"] {
  const costs = series.flatMap((one) => {
    const cost = costOf(one);
    return cost ? [{ amountMinor: cost.perYearMinor, currency: one.last.currency }] : [];
  });
  return sumByCurrency(costs).map(({ amountMinor, currency }) => ({
    direction,
    // A twelfth of the year, so that it does not add up the rounding of every series.
    perMonth: toMoney(roundedQuotient(amountMinor, 12), currency),
    perYear: toMoney(amountMinor, currency),
    seriesCount: costs.filter((cost) => cost.currency === currency).length,
  }));
}

export const listRecurringTool = () =>
  purserTool({
    name: "list_recurring",
    description:
      "Subscriptions, bills and regular income, each once, with rhythm, usual amount, last and next date, cost per month and per year, and price changes; totals per month and per year of what goes on. Ended ones are marked and in no total. All amounts are positive; direction says which way the money goes.",
    schema: ListRecurringInput,
    run: ({ ledger }, input) => listRecurring(ledger, input),
  });
