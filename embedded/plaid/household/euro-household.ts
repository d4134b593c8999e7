import type { HouseholdAccount } from "./account";
import { onOrBeforeBusinessDay } from "./business-days";
import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  dayOfMonth,
  daysInMonth,
  monthOf,
  monthsBetween,
} from "./calendar";
import { counterparty } from "./counterparty";
import type { Entry } from "./entry";
import { SHOPPING, STANDING } from "./euro-habits";
import { firstSeenOn, type Household, inOrderSeen } from "./generate-household";
import { purchaseEntry, transferEntry } from "./habits/movement";
import { profileOf } from "./profile";
import { randomFor } from "./random";

const HOME = { city: "Muenchen", region: "BY" };

type Person = { seed: number; incomeCents: number; rentCents: number };

function personOf(seed: number): Person {
  const random = randomFor(seed, "euro");
  const incomeCents = Math.round(random.amount(240_000, 430_000) / 100) * 100;
  return { seed, incomeCents, rentCents: Math.round((incomeCents * 0.33) / 1_000) * 1_000 };
}

/** Both legs of a movement between two accounts of this bank. */
function moved(key: string, cents: number, on: CalendarDate, to: "euro-savings" | "euro-card"): Entry[] {
  const toCard = to === "euro-card";
  const leg = { on, counterparty: null };
  const text = toCard ? "KREDITKARTENABRECHNUNG" : "DAUERAUFTRAG TAGESGELD";
  return [
    transferEntry({
      ...leg,
      key: `${key}:out`,
      account: "euro-giro",
      amountCents: cents,
      name: text,
      category: toCard ? "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT" : "TRANSFER_OUT_SAVINGS",
    }),
    transferEntry({
      ...leg,
      key: `${key}:in`,
      account: to,
      amountCents: -cents,
      name: text,
      category: toCard ? "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT" : "TRANSFER_IN_SAVINGS",
    }),
  ];
}

function standing({ incomeCents, rentCents }: Person, month: CalendarMonth): Entry[] {
  const due = STANDING.filter(({ every }) => every === undefined || Number(month.slice(5)) % every === 0);
  return [
    transferEntry({
      key: `gehalt:${month}`,
      account: "euro-giro",
      amountCents: -incomeCents,
      on: onOrBeforeBusinessDay(dayOfMonth(month, 27)),
      name: "LOHN GEHALT TESSELLATE LABS GMBH",
      counterparty: counterparty("Tessellate Labs GmbH", "income_source"),
      category: "INCOME_SALARY",
    }),
    transferEntry({
      key: `miete:${month}`,
      account: "euro-giro",
      amountCents: rentCents,
      on: `${month}-01`,
      name: "DAUERAUFTRAG MIETE",
      counterparty: counterparty("Hausverwaltung Linden"),
      category: "RENT_AND_UTILITIES_RENT",
    }),
    ...due.map(({ key, name, text, category, cents, day }) =>
      transferEntry({
        key: `${key}:${month}`,
        account: "euro-giro",
        amountCents: cents,
        on: dayOfMonth(month, day),
        name: text,
        counterparty: counterparty(name),
        category,
      }),
    ),
    ...moved(`sparen:${month}`, Math.round(incomeCents / 1_000) * 100, dayOfMonth(month, 28), "euro-savings"),
  ];
}

function shopping({ seed }: Person, month: CalendarMonth): Entry[] {
  return SHOPPING.flatMap((habit) => {
    const random = randomFor(seed, "euro", habit.key, month);
    return Array.from({ length: random.count(habit.perMonth) }, (_, nth) => {
      const shop = random.favour(habit.shops);
      const amountCents = random.amount(habit.low, habit.high);
      const account = random.chance(0.4) ? "euro-card" : "euro-giro";
      return purchaseEntry({
        key: `${habit.key}:${month}:${nth}`,
        account,
        amountCents,
        on: dayOfMonth(month, random.integer(1, daysInMonth(month))),
        name: `${shop.toUpperCase()} MUENCHEN`,
        counterparty: counterparty(shop),
        category: habit.category,
        channel: "in store",
        city: HOME,
        lag: account === "euro-card" ? 2 : 1,
        pendingCents: amountCents,
      });
    });
  });
}

/** The card is paid in full on the 5th for all that posted in the month before. */
function settlements(used: readonly Entry[], months: readonly CalendarMonth[]): Entry[] {
  return months.flatMap((month) => {
    const before = addMonths(month, -1);
    const cents = used
      .filter(({ account, postedOn }) => account === "euro-card" && monthOf(postedOn) === before)
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
    return cents > 0 ? moved(`abrechnung:${month}`, cents, dayOfMonth(month, 5), "euro-card") : [];
  });
}

function accounts({ seed, incomeCents }: Person): HouseholdAccount[] {
  const random = randomFor(seed, "euro", "accounts");
  const mask = () => String(random.integer(1_000, 9_999));
  const euro = { currency: "EUR", officialName: null, limitCents: null };
  return [
    {
      ...euro,
      key: "euro-giro",
      name: "Girokonto",
      mask: mask(),
      type: "depository",
      subtype: "checking",
      openingCents: Math.round(incomeCents * 1.4),
    },
    {
      ...euro,
      key: "euro-savings",
      name: "Tagesgeld",
      mask: mask(),
      type: "depository",
      subtype: "savings",
      openingCents: incomeCents * random.integer(2, 6),
    },
    {
      ...euro,
      key: "euro-card",
      name: "Kreditkarte Gold",
      mask: mask(),
      type: "credit",
      subtype: "credit card",
      openingCents: 0,
      limitCents: 300_000,
    },
  ];
}

/**
 * The household of a seed at the bank in the euro area: another person with another life, all in EUR. Pure, and a later
 * `through` only adds.
 */
export function euroHousehold(of: { seed: number; start: CalendarDate; through: CalendarDate }): Household {
  const person = personOf(of.seed);
  const last = monthOf(of.through);
  const months = monthsBetween(monthOf(of.start), addMonths(last, 1));
  const lived = months
    .flatMap((month) => [...standing(person, month), ...shopping(person, month)])
    .filter(({ postedOn }) => postedOn >= of.start);
  const entries = [...lived, ...settlements(lived, months)];
  return {
    profile: profileOf(of.seed),
    accounts: accounts(person),
    entries: inOrderSeen(entries.filter((entry) => monthOf(firstSeenOn(entry)) <= last)),
  };
}
