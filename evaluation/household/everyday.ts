import { dateOfDay, dayNumber } from "../oracle/days";
import { FIRST_DAY, TODAY } from "./facts";
import { randomFrom } from "./random";
import type { AccountKey, Draft } from "./row";

type Habit = {
  kind: Draft["kind"];
  merchants: readonly string[];
  /** On how many of a thousand days. */
  perThousandDays: number;
  cents: readonly [least: number, most: number];
  accounts?: readonly AccountKey[];
};

const USUAL: readonly AccountKey[] = [
  "sapphire",
  "sapphire",
  "sapphire",
  "sapphire",
  "freedom",
  "checking",
  "checking",
];

const HABITS: readonly Habit[] = [
  {
    kind: "groceries",
    merchants: ["Trader Joe's", "Trader Joe's", "Safeway", "Whole Foods"],
    perThousandDays: 310,
    cents: [1_450, 9_800],
  },
  {
    kind: "restaurants",
    merchants: ["Chipotle", "Olive Garden", "Panda Express", "Shake Shack"],
    perThousandDays: 250,
    cents: [1_120, 5_400],
  },
  {
    kind: "coffee",
    merchants: ["Starbucks", "Starbucks", "Blue Bottle Coffee"],
    perThousandDays: 420,
    cents: [395, 1_150],
  },
  { kind: "alcohol", merchants: ["The Alembic", "BevMo"], perThousandDays: 60, cents: [1_400, 5_200] },
  { kind: "fuel", merchants: ["Shell", "Shell", "Chevron"], perThousandDays: 120, cents: [2_900, 6_100] },
  { kind: "transit", merchants: ["Caltrain"], perThousandDays: 110, cents: [600, 1_425] },
  { kind: "rideshare", merchants: ["Uber", "Uber", "Lyft"], perThousandDays: 100, cents: [980, 4_250] },
  { kind: "parking", merchants: ["ParkMobile"], perThousandDays: 70, cents: [300, 2_400] },
  {
    kind: "shopping",
    merchants: ["Amazon", "Amazon", "Amazon", "Target"],
    perThousandDays: 170,
    cents: [899, 11_900],
  },
  { kind: "clothing", merchants: ["Uniqlo", "Gap"], perThousandDays: 45, cents: [1_990, 12_900] },
  { kind: "electronics", merchants: ["Best Buy"], perThousandDays: 12, cents: [4_999, 32_900] },
  { kind: "pets", merchants: ["Petco"], perThousandDays: 45, cents: [1_800, 7_400] },
  { kind: "pharmacy", merchants: ["CVS"], perThousandDays: 50, cents: [650, 4_800] },
  { kind: "medical", merchants: ["Bright Smile Dental"], perThousandDays: 7, cents: [6_000, 24_000] },
  { kind: "haircut", merchants: ["Great Clips"], perThousandDays: 30, cents: [2_200, 3_600] },
  {
    kind: "donations",
    merchants: ["Red Cross"],
    perThousandDays: 9,
    cents: [2_500, 10_000],
    accounts: ["checking"],
  },
  {
    kind: "uncategorised",
    merchants: ["QZ Services 88", "Lakeview Kiosk"],
    perThousandDays: 25,
    cents: [500, 3_900],
  },
  {
    kind: "personOut",
    merchants: ["Zelle to Priya", "Venmo to Marcus"],
    perThousandDays: 55,
    cents: [1_500, 9_000],
    accounts: ["checking"],
  },
  {
    kind: "personIn",
    merchants: ["Venmo from Marcus"],
    perThousandDays: 30,
    cents: [-6_000, -1_000],
    accounts: ["checking"],
  },
  {
    kind: "restaurants",
    merchants: ["Café de Flore", "Bistro Lyon"],
    perThousandDays: 22,
    cents: [1_800, 7_200],
    accounts: ["euro"],
  },
  {
    kind: "groceries",
    merchants: ["Monoprix"],
    perThousandDays: 24,
    cents: [1_200, 6_500],
    accounts: ["euro"],
  },
];

/** What happens on some days and not on others. */
export function everydayRows(): Draft[] {
  return HABITS.flatMap((habit, index) => rowsOf(habit, index));
}

function rowsOf(habit: Habit, index: number): Draft[] {
  const random = randomFrom(7_001 + index * 101);
  const drafts: Draft[] = [];
  for (let day = dayNumber(FIRST_DAY); day < dayNumber(TODAY); day += 1) {
    const happens = random.between(1, 1_000) <= habit.perThousandDays;
    const [least, most] = habit.cents;
    const cents = -random.between(least, most);
    const merchant = random.pick(habit.merchants);
    const account = random.pick(habit.accounts ?? USUAL);
    if (happens) drafts.push({ account, date: dateOfDay(day), cents, merchant, kind: habit.kind });
  }
  return drafts;
}
