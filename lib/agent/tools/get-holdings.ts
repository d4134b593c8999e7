import { z } from "zod";
import type { HoldingsResult } from "../../contract/results/holdings-result";
import type { Holding } from "../../domain/holding";
import type { Ledger } from "../../domain/ledger";
import { sumByCurrency, toMoney } from "../../domain/money";
import { percentOf } from "../../domain/ratio";
import { evidenceOf } from "./evidence-of";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";

/** Values as the bank states them; a gain is value less cost, only where the bank states the cost. */
const HOLDINGS_DEFINITION = "holdings.v1";
const MAX_LISTED = 60;

const GetHoldingsInput = z.object({ accounts: ScopeInput.accounts });

/** Holdings by definition holdings.v1. @throws {ToolProblem} for an unknown account */
export async function getHoldings(
  ledger: Ledger,
  input: z.infer<typeof GetHoldingsInput>,
): Promise<HoldingsResult> {
  const { accountIds, filters } = await resolveScope({ accounts: input.accounts }, ledger);
  const [all, evidence] = await Promise.all([ledger.holdings(), evidenceOf(ledger, { accountIds })]);
  const holdings = all
    .filter(({ accountId }) => !accountIds?.length || accountIds.includes(accountId))
    .toSorted((a, b) => b.valueMinor - a.valueMinor);
  const values = sumByCurrency(
    holdings.map(({ valueMinor, currency }) => ({ amountMinor: valueMinor, currency })),
  );
  const valueIn = new Map(values.map(({ currency, amountMinor }) => [currency, amountMinor]));
  return {
    kind: "holdings",
    definition: HOLDINGS_DEFINITION,
    ...evidence,
    filters: { accounts: filters.accounts },
    holdings: holdings.slice(0, MAX_LISTED).map((holding) => ({
      name: holding.name,
      ticker: holding.ticker,
      kind: holding.kind,
      account: holding.accountName,
      quantity: holding.quantity,
      price: holding.price,
      value: toMoney(holding.valueMinor, holding.currency),
      ...gainOf([holding], holding.currency),
      share: percentOf(holding.valueMinor, valueIn.get(holding.currency) ?? 0),
      priceDate: holding.priceDate,
    })),
    holdingCount: holdings.length,
    totals: values.map(({ currency, amountMinor }) => {
      const own = holdings.filter((holding) => holding.currency === currency);
      const costKnown = own.filter(({ costBasisMinor }) => costBasisMinor !== null);
      return {
        value: toMoney(amountMinor, currency),
        ...gainOf(costKnown, currency),
        holdingCount: own.length,
        costKnownOf: costKnown.length,
      };
    }),
    rowCount: holdings.length,
  };
}

/** Of holdings in one currency whose cost is known; nothing where it is not. */
function gainOf(holdings: readonly Holding[], currency: string) {
  const costs = holdings.flatMap(({ costBasisMinor }) => costBasisMinor ?? []);
  if (costs.length === 0) return { costBasis: null, gain: null, gainPercent: null };
  const cost = costs.reduce((sum, amount) => sum + amount, 0);
  const value = holdings.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  return {
    costBasis: toMoney(cost, currency),
    gain: toMoney(value - cost, currency),
    gainPercent: percentOf(value - cost, cost),
  };
}

export const getHoldingsTool = () =>
  purserTool({
    name: "get_holdings",
    description:
      "What the investment accounts hold, with quantity, price, value, share of the whole, and gain where the bank states the cost; totals per currency.",
    schema: GetHoldingsInput,
    run: ({ ledger }, input) => getHoldings(ledger, input),
  });
