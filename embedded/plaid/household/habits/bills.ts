import { dayOfMonth } from "../calendar";
import { counterparty } from "../counterparty";
import type { AccountKey, Entry } from "../entry";
import type { Subscription } from "../subscriptions";
import { bookedEntry, grown, type HabitMonth, purchaseEntry, randomOf, transferEntry } from "./movement";

const monthOfYear = (month: string) => Number(month.slice(5));
const yearOf = (month: string) => Number(month.slice(0, 4));

/** A lease is dearer from its anniversary on. */
function rent({ profile, month }: HabitMonth): Entry {
  const leaseYear = monthOfYear(month) >= profile.rentMonth ? yearOf(month) : yearOf(month) - 1;
  const cents = Math.round((profile.rentCents * 1.03 ** (leaseYear - 2024)) / 500) * 500;
  return transferEntry({
    key: `rent:${month}`,
    account: "checking",
    amountCents: cents,
    on: `${month}-01`,
    name: "ALDER COURT APTS WEB PMTS",
    counterparty: counterparty("Alder Court Apartments"),
    category: "RENT_AND_UTILITIES_RENT",
  });
}

/** Heating in winter, cooling in summer. */
const SEASON = [1.45, 1.35, 1.15, 0.95, 0.8, 0.9, 1.15, 1.2, 0.9, 0.85, 1.05, 1.35] as const;

type Bill = {
  key: string;
  name: string;
  text: string;
  category: string;
  cents: number;
  day: number;
  varies: number;
  every?: 2;
};

const BILLS: readonly Bill[] = [
  {
    key: "electricity",
    name: "Cascadia Power & Light",
    text: "CASCADIA POWER & LIGHT PAYMENT",
    category: "RENT_AND_UTILITIES_GAS_AND_ELECTRICITY",
    cents: 9_200,
    day: 12,
    varies: 0.12,
  },
  {
    key: "water",
    name: "City Water Bureau",
    text: "CITY WATER BUREAU BILLPAY",
    category: "RENT_AND_UTILITIES_WATER",
    cents: 8_400,
    day: 20,
    varies: 0.1,
    every: 2,
  },
  {
    key: "internet",
    name: "Brightline Internet",
    text: "BRIGHTLINE INTERNET AUTOPAY",
    category: "RENT_AND_UTILITIES_INTERNET_AND_CABLE",
    cents: 6_999,
    day: 8,
    varies: 0,
  },
  {
    key: "phone",
    name: "Juno Mobile",
    text: "JUNO MOBILE AUTOPAY",
    category: "RENT_AND_UTILITIES_TELEPHONE",
    cents: 5_500,
    day: 31,
    varies: 0,
  },
  {
    key: "renters",
    name: "Harbor Mutual",
    text: "HARBOR MUTUAL INS RENTERS",
    category: "GENERAL_SERVICES_INSURANCE",
    cents: 1_842,
    day: 5,
    varies: 0,
  },
];

function utilities(of: HabitMonth): Entry[] {
  return BILLS.filter((bill) => bill.every !== 2 || monthOfYear(of.month) % 2 === 0).map((bill) => {
    const random = randomOf(of, bill.key);
    const season = bill.key === "electricity" ? (SEASON[monthOfYear(of.month) - 1] ?? 1) : 1;
    return transferEntry({
      key: `${bill.key}:${of.month}`,
      account: "checking",
      amountCents: Math.round(bill.cents * season * (1 + (random.unit() * 2 - 1) * bill.varies)),
      on: dayOfMonth(of.month, bill.day),
      name: bill.text,
      counterparty: counterparty(bill.name),
      category: bill.category,
    });
  });
}

function carInsurance(of: HabitMonth): Entry[] {
  if (!of.profile.hasCar) return [];
  return [
    transferEntry({
      key: `car-insurance:${of.month}`,
      account: "checking",
      amountCents: grown(11_830, `${of.month.slice(0, 4)}-01`, 0.05),
      on: dayOfMonth(of.month, 18),
      name: "HARBOR MUTUAL INS AUTO",
      counterparty: counterparty("Harbor Mutual"),
      category: "GENERAL_SERVICES_INSURANCE",
    }),
  ];
}

function priceOf({ cents, riseCents = 0, month: risesIn }: Subscription, month: string): number {
  const years = yearOf(month) - 2024 - (monthOfYear(month) < risesIn ? 1 : 0);
  return cents + Math.max(0, years) * riseCents;
}

function subscriptions(of: HabitMonth): Entry[] {
  const { profile, month } = of;
  return profile.subscriptions
    .filter(({ billed, month: dueIn }) => billed === "monthly" || dueIn === monthOfYear(month))
    .map((subscription) =>
      purchaseEntry({
        key: `${subscription.key}:${month}`,
        account: "card",
        amountCents: priceOf(subscription, month),
        on: dayOfMonth(month, subscription.day),
        name: subscription.text,
        counterparty: counterparty(subscription.merchant),
        category: subscription.category,
        channel: "online",
        city: null,
        lag: 1,
        pendingCents: priceOf(subscription, month),
      }),
    );
}

/** The second card costs a fee once a year, and interest on what is never paid off. */
function cardCosts({ profile, month }: HabitMonth): Entry[] {
  const day = dayOfMonth(month, profile.statementDay["second-card"]);
  const onCard = { account: "second-card" as AccountKey, on: day, counterparty: null };
  const entries: Entry[] = [];
  if (profile.carriedCents > 0) {
    const cents = Math.round((profile.carriedCents * 0.2199) / 12);
    entries.push(
      bookedEntry({
        ...onCard,
        key: `card-interest:${month}`,
        amountCents: cents,
        name: "INTEREST CHARGE ON PURCHASES",
        category: "BANK_FEES_INTEREST_CHARGE",
      }),
    );
  }
  if (monthOfYear(month) === 3) {
    entries.push(
      bookedEntry({
        ...onCard,
        key: `card-fee:${month}`,
        amountCents: 9_500,
        name: "ANNUAL MEMBERSHIP FEE",
        category: "BANK_FEES_OTHER_BANK_FEES",
      }),
    );
  }
  return entries;
}

export function bills(of: HabitMonth): Entry[] {
  return [rent(of), ...utilities(of), ...carInsurance(of), ...subscriptions(of), ...cardCosts(of)];
}
