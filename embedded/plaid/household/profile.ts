import type { HouseholdKey } from "./entry";
import { randomFor } from "./random";
import { type Subscription, subscriptionsOf } from "./subscriptions";

/** Who this household is: everything that does not change from month to month. Amounts are in cents of 2025. */
export type Profile = {
  seed: number;
  firstName: string;
  lastName: string;
  home: { city: string; region: string };
  employer: string;
  payday: "fortnightly" | "monthly";
  monthlyIncomeCents: number;
  rentCents: number;
  rentMonth: number;
  /** Factor on what is spent on daily life. */
  spending: number;
  /** Factor on how often things are bought. */
  activity: number;
  hasCar: boolean;
  hasPet: boolean;
  carLoan: { paymentCents: number; monthlyRate: number; instalmentsLeft: number; day: number } | null;
  investsCents: number;
  savesCents: number;
  subscriptions: Subscription[];
  openingCents: { checking: number; savings: number; brokerage: number };
  /** What stays owed on the second card, month after month. */
  carriedCents: number;
  limitCents: { card: number; "second-card": number };
  statementDay: { card: number; "second-card": number };
  friends: readonly [string, ...string[]];
  masks: Record<HouseholdKey, string>;
};

const FIRST_NAMES = [
  "Jordan",
  "Sam",
  "Riley",
  "Casey",
  "Morgan",
  "Taylor",
  "Quinn",
  "Rowan",
  "Emery",
  "Dana",
] as const;
const LAST_NAMES = [
  "Brooks",
  "Nguyen",
  "Okafor",
  "Lindqvist",
  "Castillo",
  "Reyes",
  "Patel",
  "Hughes",
  "Weber",
] as const;
const HOMES = [
  { city: "Portland", region: "OR" },
  { city: "Denver", region: "CO" },
  { city: "Raleigh", region: "NC" },
  { city: "Minneapolis", region: "MN" },
  { city: "Tucson", region: "AZ" },
  { city: "Pittsburgh", region: "PA" },
] as const;
const EMPLOYERS = [
  "Larkspur Design Inc",
  "Cascade Health",
  "Meridian Logistics",
  "Fernhill School District",
  "Tessellate Labs",
  "Juniper Energy",
] as const;
const FRIENDS = [
  "Alex Kim",
  "Priya Shah",
  "Marco Bianchi",
  "Lena Fischer",
  "Tom Adeyemi",
  "Grace Liu",
] as const;

const step = (cents: number, to: number) => Math.round(cents / to) * to;

function draw(seed: number): Profile {
  const random = randomFor(seed, "profile");
  const income = step(random.amount(480_000, 1_050_000), 100);
  const hasCar = random.chance(0.75);
  const invests = !hasCar || random.chance(0.5);
  const payday = random.chance(0.65) ? "fortnightly" : "monthly";
  // On the first of a month the salary of a month lies on the account, or only that of the last fortnight.
  const level = payday === "monthly" ? 2.1 : 1.6;
  const mask = () => String(random.integer(1_000, 9_999));
  return {
    seed,
    firstName: random.pick(FIRST_NAMES),
    lastName: random.pick(LAST_NAMES),
    home: random.pick(HOMES),
    employer: random.pick(EMPLOYERS),
    payday,
    monthlyIncomeCents: income,
    rentCents: step(income * (0.28 + random.unit() * 0.05), 500),
    rentMonth: random.integer(1, 12),
    spending: Math.min(1.3, Math.max(0.74, (income / 660_000) * (0.92 + random.unit() * 0.12))),
    activity: 0.98 + random.unit() * 0.2,
    hasCar,
    hasPet: random.chance(0.45),
    carLoan: hasCar
      ? {
          paymentCents: step(random.integer(23_000, 36_000), 50) + 37,
          monthlyRate: 0.0049,
          instalmentsLeft: random.integer(40, 66),
          day: random.integer(3, 28),
        }
      : null,
    investsCents: invests ? step(income * 0.035, 2_500) : 0,
    savesCents: step(income * 0.03, 2_500),
    subscriptions: subscriptionsOf(random),
    openingCents: {
      checking: step(income * (level + random.unit() * 0.4), 100) + random.integer(1, 99),
      savings: step(income * (1.5 + random.unit() * 3), 100) + random.integer(1, 99),
      brokerage: step(income * (1 + random.unit() * 5), 100),
    },
    carriedCents: random.chance(0.5) ? random.integer(60_000, 240_000) : 0,
    limitCents: { card: 1_200_000, "second-card": 800_000 },
    statementDay: { card: random.integer(5, 27), "second-card": random.integer(5, 27) },
    friends: FRIENDS,
    masks: {
      checking: mask(),
      savings: mask(),
      card: mask(),
      "second-card": mask(),
      "car-loan": mask(),
      brokerage: mask(),
    },
  };
}

/** The demo person: comfortable, with every kind of account, so that every kind of question has an answer. */
function avery(profile: Profile): Profile {
  return {
    ...profile,
    firstName: "Avery",
    lastName: "Lindqvist",
    home: { city: "Portland", region: "OR" },
    employer: "Larkspur Design Inc",
    payday: "fortnightly",
    monthlyIncomeCents: 668_000,
    rentCents: 214_500,
    rentMonth: 6,
    spending: 1,
    activity: 1.08,
    hasCar: true,
    hasPet: true,
    carLoan: { paymentCents: 31_287, monthlyRate: 0.0049, instalmentsLeft: 58, day: 15 },
    investsCents: 25_000,
    savesCents: 30_000,
    openingCents: { checking: 640_219, savings: 1_425_064, brokerage: 2_318_000 },
    carriedCents: 124_000,
  };
}

/** The household that belongs to a seed; seed 1 is Avery, the demo person. */
export function profileOf(seed: number): Profile {
  const drawn = draw(seed);
  return seed === 1 ? avery(drawn) : drawn;
}
