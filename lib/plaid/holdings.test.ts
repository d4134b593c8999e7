import type { Holding, Security } from "plaid";
import { expect, it } from "vitest";
import { toBankHoldings } from "./holdings";

const holding = (more: Partial<Holding> = {}): Holding => ({
  account_id: "account-1",
  security_id: "security-1",
  institution_price: 34.1234567,
  institution_price_as_of: "2026-11-23",
  institution_value: 403.65,
  cost_basis: 380.1,
  quantity: 11.8293,
  iso_currency_code: "USD",
  unofficial_currency_code: null,
  ...more,
});

const security = (more: Partial<Security> = {}): Security => ({
  security_id: "security-1",
  isin: null,
  cusip: null,
  sedol: null,
  institution_security_id: null,
  institution_id: null,
  proxy_security_id: null,
  name: "Broad Market Fund",
  ticker_symbol: "BMF",
  is_cash_equivalent: false,
  type: "etf",
  close_price: 34.12,
  close_price_as_of: "2026-11-23",
  iso_currency_code: "USD",
  unofficial_currency_code: null,
  market_identifier_code: null,
  sector: null,
  industry: null,
  cfi_code: null,
  figi: null,
  option_contract: null,
  fixed_income: null,
  ...more,
});

it("keeps quantity and price digit for digit, and the bank's own value", () => {
  expect(toBankHoldings({ holdings: [holding()], securities: [security()] })).toEqual([
    {
      plaidAccountId: "account-1",
      plaidSecurityId: "security-1",
      name: "Broad Market Fund",
      ticker: "BMF",
      kind: "etf",
      quantity: "11.8293",
      price: "34.1234567",
      valueMinor: 40_365,
      costBasisMinor: 38_010,
      currency: "USD",
      priceDate: "2026-11-23",
    },
  ]);
});

it("survives what may be missing: cost, date, name, ticker, the security itself", () => {
  const bare = holding({ cost_basis: null, institution_price_as_of: null, quantity: 1e-7 });
  const [unnamed] = toBankHoldings({
    holdings: [bare],
    securities: [security({ name: null, ticker_symbol: null })],
  });
  expect(unnamed).toMatchObject({
    name: "Unnamed holding",
    ticker: null,
    quantity: "0.0000001",
    costBasisMinor: null,
    priceDate: null,
  });
  const [ticker] = toBankHoldings({ holdings: [bare], securities: [security({ name: null })] });
  expect(ticker?.name).toBe("BMF");
  expect(toBankHoldings({ holdings: [bare], securities: [] })).toMatchObject([
    { name: "Unnamed holding", kind: null },
  ]);
});

it("adds up a position that is stated in parts, and claims no cost of which a part is unknown", () => {
  const parts = [
    holding({ quantity: 0.1, institution_value: 3.41, cost_basis: 3 }),
    holding({ quantity: 0.2, institution_value: 6.82, cost_basis: null }),
    holding({ security_id: "security-2", iso_currency_code: null, unofficial_currency_code: "BTC" }),
  ];
  expect(toBankHoldings({ holdings: parts, securities: [security()] })).toMatchObject([
    { quantity: "0.3", valueMinor: 1_023, costBasisMinor: null },
    { plaidSecurityId: "security-2", currency: "BTC" },
  ]);
});
