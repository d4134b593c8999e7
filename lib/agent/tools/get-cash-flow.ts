import { z } from "zod";
import type { CashFlowResult } from "../../contract/results/cash-flow-result";
import { formatMonth } from "../../domain/calendar";
import { CASH_FLOW_DEFINITION, type CashFlow, cashFlowOf } from "../../domain/cash-flow";
import type { Ledger } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import { evidenceOf } from "./evidence-of";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const MAX_ROWS = 50;
/** Ten years; the totals cover all of the period. */
const MAX_MONTHS = 120;

const GetCashFlowInput = z.object({
  period: PeriodInput.describe(PERIOD_DESCRIPTION),
  accounts: ScopeInput.accounts,
});

/** Income, spending, what was left and the savings rate, by month and in total. @throws {ToolProblem} */
export async function getCashFlow(
  ledger: Ledger,
  input: z.infer<typeof GetCashFlowInput>,
): Promise<CashFlowResult> {
  const [period, { accountIds, filters }] = await Promise.all([
    toPeriod(input.period, ledger),
    resolveScope({ accounts: input.accounts }, ledger),
  ]);
  const filter = { period, accountIds, flows: ["income", "spending"] } as const;
  const [evidence, sums, rows] = await Promise.all([
    evidenceOf(ledger, { accountIds, period }),
    ledger.sums(filter, "month"),
    ledger.transactions(filter, { order: "largest", limit: MAX_ROWS }),
  ]);
  const { currencies } = await ledger.coverage();
  const known = { firstDate: evidence.dataFrom, today: ledger.today };
  const flows = cashFlowOf(sums, period, known, currencies);
  return {
    kind: "cash_flow",
    definition: CASH_FLOW_DEFINITION,
    ...evidence,
    period,
    filters: { accounts: filters.accounts },
    currencies: flows.map(({ currency, total, months, averagePerMonth, wholeMonths }) => ({
      currency,
      ...toMoneys(total, currency),
      months: months.slice(-MAX_MONTHS).map((month) => ({
        month: month.month,
        label: formatMonth(month.month),
        period: month.period,
        isWhole: month.isWhole,
        rowCount: month.rowCount,
        ...toMoneys(month, currency),
      })),
      averagePerMonth: averagePerMonth && toMoneys(averagePerMonth, currency),
      wholeMonths,
    })),
    rowCount: flows.reduce((count, { total }) => count + total.rowCount, 0),
    rows: rows.map(toRow),
  };
}

const toMoneys = ({ incomeMinor, spendingMinor, netMinor, savingsRate }: CashFlow, currency: string) => ({
  income: toMoney(incomeMinor, currency),
  spending: toMoney(spendingMinor, currency),
  net: toMoney(netMinor, currency),
  savingsRate,
});

export const getCashFlowTool = () =>
  purserTool({
    name: "get_cash_flow",
    description:
      "Income, spending, what was left (net) and the savings rate of a period, in total, per month, and on average per whole month. Says which months are only partly covered.",
    schema: GetCashFlowInput,
    run: ({ ledger }, input) => getCashFlow(ledger, input),
  });
