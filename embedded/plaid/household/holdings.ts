import type { HouseholdAccount } from "./account";
import type { CalendarDate } from "./calendar";
import type { Entry } from "./entry";
import type { Holding, Security } from "./holding";
import { randomFor } from "./random";

const security = (key: string, name: string, ticker: string, type: Security["type"]): Security => ({
  key,
  name,
  ticker,
  type,
  isCash: false,
});

const CASH: Security = { key: "cash", name: "Cash", ticker: null, type: "cash", isCash: true };

type Offer = { security: Security; price: number };

const BROKERAGE: readonly Offer[] = [
  { security: security("total", "Cascadia Total Market ETF", "CTMX", "etf"), price: 112.4 },
  { security: security("world", "Cascadia World ex-US ETF", "CWXU", "etf"), price: 58.15 },
  { security: security("bonds", "Harborline Core Bond Fund", "HLCBX", "mutual fund"), price: 10.62 },
  { security: security("chips", "Tessellate Labs Inc", "TSLB", "equity"), price: 241.08 },
  { security: security("energy", "Juniper Energy Corp", "JNPR", "equity"), price: 37.9 },
];

/** Other ones, so that no security has two prices: each account's prices follow its own rows. */
const RETIREMENT: readonly Offer[] = [
  { security: security("target", "Harborline Target 2050 Fund", "HLTFX", "mutual fund"), price: 24.71 },
  { security: security("stable", "Harborline Stable Value Fund", "HLSVX", "mutual fund"), price: 11.03 },
  { security: security("small", "Cascadia Small Companies Fund", "CSCFX", "mutual fund"), price: 43.5 },
  { security: security("growth", "Cascadia Growth Fund", "CGRFX", "mutual fund"), price: 87.26 },
];

const CASH_SHARE = 0.04;
const HELD = 4;

const isMarket = ({ key }: Entry) => key.includes("market");

/**
 * How far the market has carried this account, as a factor, and what was paid in: its rows say so. Prices follow the
 * factor, so that a change of the market changes prices and a payment changes quantities.
 */
function historyOf(account: HouseholdAccount, entries: readonly Entry[], day: CalendarDate) {
  let [value, paidIn, factor] = [account.openingCents, account.openingCents, 1];
  let pricedOn: CalendarDate | null = null;
  for (const entry of entries) {
    if (entry.account !== account.key || entry.postedOn > day) continue;
    const gained = -entry.amountCents;
    if (isMarket(entry)) {
      if (value > 0) factor *= 1 + gained / value;
      pricedOn = entry.postedOn;
    } else paidIn += gained;
    value += gained;
  }
  return { factor, paidIn, pricedOn };
}

function sharesOf(seed: number, account: string): { security: Security; price: number; share: number }[] {
  const random = randomFor(seed, account, "holdings");
  const left = [...(account === "retirement" ? RETIREMENT : BROKERAGE)];
  const chosen = Array.from({ length: HELD }, () =>
    left.splice(random.integer(0, left.length - 1), 1),
  ).flat();
  const weights = chosen.map(() => 0.4 + random.unit());
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return chosen.map((offer, index) => ({
    ...offer,
    share: ((weights[index] ?? 0) / sum) * (1 - CASH_SHARE),
  }));
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/**
 * What an investment account holds on a day: a few securities and the cash that is left, together worth its balance to
 * the cent.
 * @param balanceCents the account's balance on that day
 */
export function holdingsOf(of: {
  seed: number;
  account: HouseholdAccount;
  entries: readonly Entry[];
  balanceCents: number;
  day: CalendarDate;
}): Holding[] {
  const { account, balanceCents, day } = of;
  if (account.holdings !== undefined) return [...account.holdings];
  const { factor, paidIn, pricedOn } = historyOf(account, of.entries, day);
  const positions = sharesOf(of.seed, account.key).map(({ security: held, price: first, share }): Holding => {
    const price = rounded(first * factor, 2);
    const quantity = rounded((balanceCents * share) / 100 / price, 4);
    return {
      security: held,
      quantity,
      price,
      pricedOn: pricedOn ?? day,
      valueCents: Math.round(quantity * price * 100),
      costCents: Math.round(paidIn * share),
    };
  });
  const cashCents = balanceCents - positions.reduce((sum, { valueCents }) => sum + valueCents, 0);
  const cash: Holding = {
    security: CASH,
    quantity: cashCents / 100,
    price: 1,
    pricedOn: day,
    valueCents: cashCents,
    costCents: cashCents,
  };
  return [...positions, cash];
}
