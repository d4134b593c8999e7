import { addBusinessDays, onOrAfterBusinessDay } from "../business-days";
import type { CalendarDate, CalendarMonth } from "../calendar";
import { monthNumber } from "../calendar";
import { category } from "../categories";
import type { AccountKey, Category, Counterparty, Entry } from "../entry";
import type { Profile } from "../profile";
import { randomFor } from "../random";

/** One month of one household: what every habit is asked for. */
export type HabitMonth = { profile: Profile; month: CalendarMonth };
export type Habit = (of: HabitMonth) => Entry[];

/** The draws of one habit in one month. */
export function randomOf({ profile, month }: HabitMonth, habit: string) {
  return randomFor(profile.seed, habit, month);
}

/** An amount of January 2025 in the money of this month. */
export function grown(cents: number, month: CalendarMonth, yearlyRate: number): number {
  return Math.round(cents * (1 + yearlyRate) ** ((monthNumber(month) - monthNumber("2025-01")) / 12));
}

type Movement = {
  key: string;
  account: AccountKey;
  amountCents: number;
  on: CalendarDate;
  name: string;
  counterparty: Counterparty | null;
  category: string | Category | null;
};

const categoryOf = ({ category: code }: Movement) => (typeof code === "string" ? category(code) : code);

/** Money that moves between banks: posts on a business day, is never pending. */
export function transferEntry(movement: Movement): Entry {
  return {
    key: movement.key,
    account: movement.account,
    amountCents: movement.amountCents,
    authorizedOn: null,
    postedOn: onOrAfterBusinessDay(movement.on),
    pending: null,
    name: movement.name,
    counterparty: movement.counterparty,
    category: categoryOf(movement),
    channel: "other",
    city: null,
    paymentMethod: "ACH",
  };
}

/** A fee or interest: the bank books it on the day itself, whatever day that is. */
export function bookedEntry(movement: Movement): Entry {
  return {
    ...transferEntry(movement),
    authorizedOn: movement.on,
    postedOn: movement.on,
    paymentMethod: null,
  };
}

type CardUse = Movement & {
  channel: "in store" | "online";
  city: { city: string; region: string } | null;
  /** Business days until it posts. */
  lag: number;
  /** What is shown while pending; null: this one is not shown before it posts. */
  pendingCents: number | null;
};

/** A card (or debit card) purchase: authorised on any day, posts some business days later. */
export function purchaseEntry(use: CardUse): Entry {
  return {
    key: use.key,
    account: use.account,
    amountCents: use.amountCents,
    authorizedOn: use.on,
    postedOn: addBusinessDays(use.on, use.lag),
    pending: use.pendingCents === null ? null : { amountCents: use.pendingCents },
    name: use.name,
    counterparty: use.counterparty,
    category: categoryOf(use),
    channel: use.channel,
    city: use.city,
    paymentMethod: null,
  };
}
