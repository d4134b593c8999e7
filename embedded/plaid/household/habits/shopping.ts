import { addBusinessDays } from "../business-days";
import { addDays, dayOfMonth, daysInMonth } from "../calendar";
import { category } from "../categories";
import { counterparty } from "../counterparty";
import type { AccountKey, Entry } from "../entry";
import type { Profile } from "../profile";
import { hash, type Random, randomFor } from "../random";
import type { ShoppingHabit } from "../shopping-habit";
import { SHOPPING_HABITS } from "../shopping-habits";
import { grown, type HabitMonth, purchaseEntry, randomOf } from "./movement";

const PRICE_GROWTH = 0.025;

function suits(habit: ShoppingHabit, profile: Profile): boolean {
  if (habit.needs === "car") return profile.hasCar;
  if (habit.needs === "no-car") return !profile.hasCar;
  return habit.needs !== "pet" || profile.hasPet;
}

function paidWith(habit: ShoppingHabit, random: Random): AccountKey {
  const draw = random.unit();
  if (habit.channel === "online") return draw < 0.65 ? "card" : "second-card";
  if (draw < 0.7) return "card";
  return draw < 0.88 ? "checking" : "second-card";
}

/** Each household has its own favourites among the shops. */
function favourites(habit: ShoppingHabit, profile: Profile): ShoppingHabit["shops"] {
  const shift = hash(`${profile.seed}|${habit.key}|favourite`) % habit.shops.length;
  const [first = habit.shops[0], ...others] = [...habit.shops.slice(shift), ...habit.shops.slice(0, shift)];
  return [first, ...others];
}

function textOf(habit: ShoppingHabit, text: string, profile: Profile, random: Random): string {
  const code = random.integer(0x1000, 0xffff).toString(36).toUpperCase();
  if (text.includes("*") && text.endsWith("*")) return `${text}${code}`;
  if (habit.channel === "online") return text.replace("*", `*${code} `);
  return `${text} #${(hash(text + profile.home.city) % 900) + 100} ${profile.home.city.toUpperCase()} ${profile.home.region}`;
}

function purchase(habit: ShoppingHabit, of: HabitMonth, nth: number, random: Random): Entry {
  const { profile, month } = of;
  const chosen = random.favour(favourites(habit, profile));
  const listed = grown(
    random.amount(habit.lowCents, habit.highCents) * profile.spending,
    month,
    PRICE_GROWTH,
  );
  const tip = random.chance(habit.tips ?? 0) ? Math.round(listed * random.pick([0.15, 0.18, 0.2, 0.22])) : 0;
  const account = paidWith(habit, random);
  return purchaseEntry({
    key: `${habit.key}:${month}:${nth}`,
    account,
    amountCents: listed + tip,
    on: dayOfMonth(month, random.integer(1, daysInMonth(month))),
    name: textOf(habit, random.favour(chosen.texts), profile, random),
    counterparty: counterparty(chosen.name),
    category: category(habit.category, habit.confidence),
    channel: habit.channel,
    city: habit.channel === "in store" ? profile.home : null,
    lag: random.pick([1, 1, 2, 2, 3]),
    pendingCents: random.chance(0.9) ? listed : null,
  });
}

/** The money comes back to the same card, in full or in part, in the same month or the next. */
function refundOf(bought: Entry, random: Random): Entry {
  const whole = random.chance(0.7);
  return {
    ...bought,
    key: `${bought.key}:refund`,
    amountCents: whole ? -bought.amountCents : -Math.max(100, Math.round(bought.amountCents * 0.4)),
    authorizedOn: null,
    postedOn: addBusinessDays(addDays(bought.postedOn, random.integer(3, 24)), 1),
    pending: null,
  };
}

function habitEntries(habit: ShoppingHabit, of: HabitMonth): Entry[] {
  const random = randomOf(of, habit.key);
  const count = random.count(habit.perMonth * of.profile.activity);
  const entries: Entry[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const bought = purchase(habit, of, nth, random);
    entries.push(bought);
    const fate = randomFor(of.profile.seed, bought.key, "fate");
    if (fate.chance(habit.twins ?? 0)) entries.push({ ...bought, key: `${bought.key}:again` });
    if (fate.chance(habit.refunds ?? 0)) entries.push(refundOf(bought, fate));
  }
  return entries;
}

export function shopping(of: HabitMonth): Entry[] {
  return SHOPPING_HABITS.filter((habit) => suits(habit, of.profile)).flatMap((habit) =>
    habitEntries(habit, of),
  );
}
