import type { Holding, InvestmentsHoldingsGetResponse, Security } from "plaid";
import { minorUnitExponent } from "../domain/money";
import { plaid } from "./client";
import { sumDecimals, toDecimalText } from "./decimal";
import { askPlaid } from "./errors";
import { currencyOf } from "./map";
import { toMinorUnits } from "./minor-units";

/** What an investment account holds of one security, ready to store. Decimal numbers are text. */
export type BankHolding = {
  plaidAccountId: string;
  plaidSecurityId: string;
  name: string;
  ticker: string | null;
  kind: string | null;
  quantity: string;
  price: string;
  valueMinor: number;
  costBasisMinor: number | null;
  currency: string;
  priceDate: string | null;
};

type Stated = Pick<InvestmentsHoldingsGetResponse, "holdings" | "securities">;

/** All holdings of a bank's investment accounts. https://plaid.com/docs/api/products/investments/ @throws {PlaidFailure} */
export const readHoldings = async (accessToken: string): Promise<BankHolding[]> =>
  toBankHoldings(await askPlaid(() => plaid().investmentsHoldingsGet({ access_token: accessToken })));

/**
 * One entry per account and security: some banks state a position in parts (vested and not, long and short), which are
 * added up. Values are the bank's own; they are not worked out from quantity and price.
 */
export function toBankHoldings({ holdings, securities }: Stated): BankHolding[] {
  const known = new Map(securities.map((security) => [security.security_id, security]));
  const positions = new Map<string, [Holding, ...Holding[]]>();
  for (const holding of holdings) {
    const key = `${holding.account_id} ${holding.security_id}`;
    const parts = positions.get(key);
    if (parts) parts.push(holding);
    else positions.set(key, [holding]);
  }
  return [...positions.values()].map((parts) => toBankHolding(parts, known.get(parts[0].security_id)));
}

function toBankHolding(parts: [Holding, ...Holding[]], security: Security | undefined): BankHolding {
  const [holding] = parts;
  const currency = currencyOf(holding);
  const minor = (amount: number) => toMinorUnits(amount, minorUnitExponent(currency));
  const costs = parts.map(({ cost_basis: cost }) => cost ?? null).filter((cost) => cost !== null);
  return {
    plaidAccountId: holding.account_id,
    plaidSecurityId: holding.security_id,
    name: security?.name?.trim() || security?.ticker_symbol?.trim() || "Unnamed holding",
    ticker: security?.ticker_symbol?.trim() || null,
    kind: security?.type ?? null,
    quantity: sumDecimals(parts.map(({ quantity }) => quantity)),
    price: toDecimalText(holding.institution_price),
    valueMinor: minor(Number(sumDecimals(parts.map(({ institution_value: value }) => value)))),
    // What part of a position cost says nothing of what all of it did.
    costBasisMinor: costs.length === parts.length ? minor(Number(sumDecimals(costs))) : null,
    currency,
    priceDate: holding.institution_price_as_of ?? null,
  };
}
