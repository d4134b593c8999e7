import type { HouseholdAccount } from "../household/account";
import { addDays, type CalendarDate, daysInMonth, monthOf, monthsBetween } from "../household/calendar";
import type { AccountKey, Entry } from "../household/entry";
import { type Household, inOrderSeen } from "../household/generate-household";
import type { GivenDebt } from "../household/given-debt";
import { purchaseEntry } from "../household/habits/movement";
import type { Holding } from "../household/holding";
import { profileOf } from "../household/profile";
import { randomFor } from "../household/random";
import type { CustomAccount, CustomHolding, CustomLiability, CustomUser } from "./custom-user";

const cents = (amount: number) => Math.round(amount * 100);
const centsOr = <Key extends string>(key: Key, amount: number | undefined) =>
  amount === undefined ? {} : ({ [key]: cents(amount) } as Record<Key, number>);

function toHolding(holding: CustomHolding, nth: number): Holding {
  const { security, quantity, institution_price: price } = holding;
  return {
    security: {
      key: `custom-${security.ticker_symbol ?? security.name ?? nth}`,
      name: security.name ?? security.ticker_symbol ?? "Security",
      ticker: security.ticker_symbol ?? null,
      type: "equity",
      isCash: false,
    },
    quantity,
    price,
    pricedOn: holding.institution_price_as_of ?? null,
    valueCents: cents(quantity * price),
    costCents: holding.cost_basis === undefined ? null : cents(holding.cost_basis),
  };
}

function aprsOf(liability: CustomLiability): NonNullable<GivenDebt["aprs"]> {
  const named = [
    ["purchase_apr", liability.purchase_apr],
    ["cash_apr", liability.cash_apr],
    ["balance_transfer_apr", liability.balance_transfer_apr],
    ["special", liability.special_apr],
  ] as const;
  return named.flatMap(([type, percent]) => (percent === undefined ? [] : [{ type, percent }]));
}

function toDebt(liability: CustomLiability): GivenDebt {
  const texts = {
    originatedOn: liability.origination_date,
    ratePercent: liability.nominal_apr,
    isOverdue: liability.is_overdue,
    loanName: liability.loan_name,
    guarantor: liability.guarantor,
    expectedPayoffOn: liability.expected_payoff_date,
    paymentReference: liability.payment_reference_number,
    sequenceNumber: liability.sequence_number,
  };
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  return {
    ...given,
    aprs: aprsOf(liability),
    ...centsOr("lastPaymentCents", liability.last_payment_amount),
    ...centsOr("minimumPaymentCents", liability.minimum_payment_amount),
    ...centsOr("principalCents", liability.principal),
  };
}

function available(account: CustomAccount): Pick<HouseholdAccount, "forcedAvailableCents"> {
  if (account.has_null_available_balance) return { forcedAvailableCents: null };
  return centsOr("forcedAvailableCents", account.force_available_balance);
}

function toAccount(account: CustomAccount, nth: number, seed: string): HouseholdAccount {
  const random = randomFor(seed, "custom", nth);
  const { meta = {}, type } = account;
  const holdings = account.holdings?.map(toHolding);
  const drawn = random.integer(10_000, 2_000_000);
  const held = holdings?.reduce((sum, { valueCents }) => sum + valueCents, 0);
  const mask = meta.mask ?? String(random.integer(1_000, 9_999));
  const limit = type === "credit" ? (meta.limit ?? 10_000) : meta.limit;
  return {
    key: `custom-${nth}`,
    name: meta.name ?? `Plaid ${account.subtype ?? type}`,
    officialName: meta.official_name ?? null,
    mask,
    type,
    subtype: account.subtype ?? null,
    currency: account.currency ?? "USD",
    openingCents: account.starting_balance === undefined ? (held ?? drawn) : cents(account.starting_balance),
    limitCents: limit === undefined ? null : cents(limit),
    ...available(account),
    ...(holdings === undefined ? {} : { holdings }),
    ...(account.liability === undefined ? {} : { debt: toDebt(account.liability) }),
  };
}

function entryOf(
  key: string,
  account: AccountKey,
  row: { made: CalendarDate; posted: CalendarDate; cents: number; text: string; currency: string },
): Entry {
  return {
    key,
    account,
    amountCents: row.cents,
    authorizedOn: row.made,
    postedOn: row.posted,
    pending: { amountCents: row.cents },
    name: row.text,
    counterparty: null,
    category: null,
    channel: "other",
    city: null,
    paymentMethod: null,
    currency: row.currency,
  };
}

/** The transactions that are described, on the days that are described. */
function describedEntries(account: CustomAccount, nth: number): Entry[] {
  return (account.transactions ?? []).map((transaction, place) =>
    entryOf(`custom-${nth}:${place}`, `custom-${nth}`, {
      made: transaction.date_transacted,
      posted: transaction.date_posted,
      cents: cents(transaction.amount),
      text: transaction.description,
      currency: transaction.currency ?? account.currency ?? "USD",
    }),
  );
}

const SHOPS = ["Corner Shop", "Fuel Stop", "Book Nook", "Noodle Bar"] as const;

/** Where no transactions are given, Plaid draws some. */
function drawnEntries(
  account: CustomAccount,
  nth: number,
  of: { seed: string; start: CalendarDate; through: CalendarDate },
): Entry[] {
  if (account.transactions !== undefined) return [];
  if (account.type !== "depository" && account.type !== "credit") return [];
  return monthsBetween(monthOf(of.start), monthOf(of.through)).flatMap((month) => {
    const random = randomFor(of.seed, "custom", nth, month);
    return Array.from({ length: random.count(6) }, (_, place) => {
      const shop = random.pick(SHOPS);
      const amountCents = random.amount(300, 9_000);
      const entry = purchaseEntry({
        key: `custom-${nth}:${month}:${place}`,
        account: `custom-${nth}`,
        amountCents,
        on: addDays(`${month}-01`, random.integer(0, daysInMonth(month) - 1)),
        name: shop.toUpperCase(),
        counterparty: null,
        category: null,
        channel: "in store",
        city: null,
        lag: 1,
        pendingCents: amountCents,
      });
      return { ...entry, currency: account.currency ?? "USD" };
    });
  });
}

const USUAL: CustomAccount[] = [
  { type: "depository", subtype: "checking" },
  { type: "credit", subtype: "credit card" },
];

/**
 * The accounts and movements that `user_custom` described, as a household of its own. A starting balance is what was on
 * the account before its first transaction.
 */
export function customHousehold(
  user: CustomUser,
  of: { seed: number; start: CalendarDate; through: CalendarDate },
): Household {
  const described = user.override_accounts ?? USUAL;
  const seed = user.seed ?? String(of.seed);
  return {
    profile: profileOf(of.seed),
    accounts: described.map((account, nth) => toAccount(account, nth, seed)),
    entries: inOrderSeen(
      described
        .flatMap((account, nth) => [
          ...describedEntries(account, nth),
          ...drawnEntries(account, nth, { ...of, seed }),
        ])
        .filter(({ postedOn }) => postedOn >= of.start),
    ),
  };
}
