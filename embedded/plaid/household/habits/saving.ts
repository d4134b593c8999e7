import { addBusinessDays } from "../business-days";
import { dayOfMonth } from "../calendar";
import type { Entry, HouseholdKey } from "../entry";
import { bookedEntry, type HabitMonth, randomOf, transferEntry } from "./movement";

type Transfer = { key: string; from: HouseholdKey; to: HouseholdKey; cents: number; on: string; lag: 0 | 1 };

const NAMES: Record<HouseholdKey, string> = {
  checking: "CHECKING",
  savings: "SAVINGS",
  card: "CARD",
  "second-card": "CARD",
  "car-loan": "LOAN",
  brokerage: "BROKERAGE",
};

/** Both legs of moving money between two own accounts. */
export function ownTransfer({ key, from, to, cents, on, lag }: Transfer): Entry[] {
  const toBrokerage = to === "brokerage";
  const out = transferEntry({
    key: `${key}:out`,
    account: from,
    amountCents: cents,
    on,
    name: toBrokerage ? "PLATYPUS INVEST AUTO CONTRIBUTION" : `ONLINE TRANSFER TO ${NAMES[to]}`,
    counterparty: null,
    category: toBrokerage
      ? "TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS"
      : to === "savings"
        ? "TRANSFER_OUT_SAVINGS"
        : "TRANSFER_OUT_ACCOUNT_TRANSFER",
  });
  const arrived = transferEntry({
    key: `${key}:in`,
    account: to,
    amountCents: -cents,
    on: lag === 0 ? out.postedOn : addBusinessDays(out.postedOn, lag),
    name: `ONLINE TRANSFER FROM ${NAMES[from]}`,
    counterparty: null,
    category: from === "savings" ? "TRANSFER_IN_SAVINGS" : "TRANSFER_IN_ACCOUNT_TRANSFER",
  });
  return [out, arrived];
}

function automaticSaving({ profile, month }: HabitMonth): Entry[] {
  if (profile.savesCents === 0) return [];
  return ownTransfer({
    key: `saving:${month}`,
    from: "checking",
    to: "savings",
    cents: profile.savesCents,
    on: dayOfMonth(month, 16),
    lag: 0,
  });
}

/** What goes into the brokerage account, and what the market makes of it (not listed by /transactions/sync). */
function investing(of: HabitMonth): Entry[] {
  const { profile, month } = of;
  if (profile.investsCents === 0) return [];
  const change = Math.round(profile.openingCents.brokerage * (randomOf(of, "market").unit() * 0.09 - 0.035));
  return [
    ...ownTransfer({
      key: `investing:${month}`,
      from: "checking",
      to: "brokerage",
      cents: profile.investsCents,
      on: dayOfMonth(month, 19),
      lag: 1,
    }),
    bookedEntry({
      key: `market:${month}`,
      account: "brokerage",
      amountCents: -change,
      on: dayOfMonth(month, 31),
      name: "CHANGE IN MARKET VALUE",
      counterparty: null,
      category: null,
    }),
  ];
}

export function saving(of: HabitMonth): Entry[] {
  return [...automaticSaving(of), ...investing(of)];
}
