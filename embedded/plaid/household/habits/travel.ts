import { addDays, dayOfMonth } from "../calendar";
import { counterparty } from "../counterparty";
import type { Entry } from "../entry";
import { grown, type HabitMonth, purchaseEntry, randomOf } from "./movement";

const DESTINATIONS = [
  { city: "San Diego", region: "CA" },
  { city: "Chicago", region: "IL" },
  { city: "Savannah", region: "GA" },
  { city: "Santa Fe", region: "NM" },
] as const;

type Leg = {
  key: string;
  shop: string;
  text: string;
  category: string;
  /** Days after leaving, or "back" for the day of return. */
  on: number | "back";
  lowCents: number;
  highCents: number;
  perNight?: true;
};

const LEGS: readonly Leg[] = [
  {
    key: "flight",
    shop: "Skylark Air",
    text: "SKYLARK AIR",
    category: "TRAVEL_FLIGHTS",
    on: -24,
    lowCents: 18_000,
    highCents: 52_000,
  },
  {
    key: "hotel",
    shop: "The Marlowe Hotel",
    text: "THE MARLOWE HOTEL",
    category: "TRAVEL_LODGING",
    on: "back",
    lowCents: 9_000,
    highCents: 18_000,
    perNight: true,
  },
  {
    key: "car",
    shop: "Roamly Rentals",
    text: "ROAMLY RENT A CAR",
    category: "TRAVEL_RENTAL_CARS",
    on: "back",
    lowCents: 3_200,
    highCents: 5_600,
    perNight: true,
  },
  {
    key: "dinner",
    shop: "Harborside Grill",
    text: "HARBORSIDE GRILL",
    category: "FOOD_AND_DRINK_RESTAURANT",
    on: 1,
    lowCents: 4_200,
    highCents: 12_000,
  },
];

/** A trip in the second month of most quarters: the flight is booked some weeks before, online. */
export function travel(of: HabitMonth): Entry[] {
  const { profile, month } = of;
  const random = randomOf(of, "travel");
  if (Number(month.slice(5)) % 3 !== 2 || !random.chance(0.7)) return [];
  const to = random.pick(DESTINATIONS);
  const leaves = dayOfMonth(month, random.integer(6, 22));
  const nights = random.integer(2, 5);
  return LEGS.map((leg) => {
    const away = leg.key !== "flight";
    const once = grown(random.amount(leg.lowCents, leg.highCents) * profile.spending, month, 0.025);
    const amountCents = leg.perNight ? once * nights : once;
    return purchaseEntry({
      key: `travel:${month}:${leg.key}`,
      account: "second-card",
      amountCents,
      on: addDays(leaves, leg.on === "back" ? nights : leg.on),
      name: away ? `${leg.text} ${to.city.toUpperCase()} ${to.region}` : leg.text,
      counterparty: counterparty(leg.shop),
      category: leg.category,
      channel: away ? "in store" : "online",
      city: away ? to : null,
      lag: 2,
      pendingCents: amountCents,
    });
  });
}
