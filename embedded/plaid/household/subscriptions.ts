import type { Random } from "./random";

type Offer = {
  key: string;
  merchant: string;
  text: string;
  category: string;
  cents: number;
  billed: "monthly" | "yearly";
  /** Dearer by this much every year. */
  riseCents?: number;
};

/** What everybody has; then what some have. */
const USUAL: readonly Offer[] = [
  {
    key: "streambox",
    merchant: "Streambox",
    text: "STREAMBOX.COM",
    category: "ENTERTAINMENT_TV_AND_MOVIES",
    cents: 1_549,
    billed: "monthly",
    riseCents: 150,
  },
  {
    key: "tunely",
    merchant: "Tunely",
    text: "TUNELY MUSIC",
    category: "ENTERTAINMENT_MUSIC_AND_AUDIO",
    cents: 1_099,
    billed: "monthly",
  },
  {
    key: "cloudnest",
    merchant: "CloudNest",
    text: "CLOUDNEST STORAGE",
    category: "GENERAL_SERVICES_OTHER_GENERAL_SERVICES",
    cents: 299,
    billed: "monthly",
  },
  {
    key: "gym",
    merchant: "Iron Oak Gym",
    text: "IRON OAK GYM",
    category: "PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS",
    cents: 4_499,
    billed: "monthly",
  },
  {
    key: "parcelwise-plus",
    merchant: "Parcelwise",
    text: "PARCELWISE PLUS MEMBERSHIP",
    category: "GENERAL_MERCHANDISE_ONLINE_MARKETPLACES",
    cents: 13_900,
    billed: "yearly",
  },
];

const OPTIONAL: readonly Offer[] = [
  {
    key: "herald",
    merchant: "The Daily Herald",
    text: "DAILY HERALD DIGITAL",
    category: "GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS",
    cents: 1_700,
    billed: "monthly",
  },
  {
    key: "cinefile",
    merchant: "Cinefile+",
    text: "CINEFILE PLUS",
    category: "ENTERTAINMENT_TV_AND_MOVIES",
    cents: 899,
    billed: "monthly",
  },
  {
    key: "pixelpass",
    merchant: "PixelPass",
    text: "PIXELPASS GAMES",
    category: "ENTERTAINMENT_VIDEO_GAMES",
    cents: 1_499,
    billed: "monthly",
  },
  {
    key: "lingo",
    merchant: "Lingo Garden",
    text: "LINGO GARDEN ANNUAL",
    category: "GENERAL_SERVICES_EDUCATION",
    cents: 8_399,
    billed: "yearly",
  },
];

export type Subscription = Offer & {
  /** 1-31: the last ones are what finds code that adds 30 days and calls it a month. */
  day: number;
  /** 1-12: when it is billed, if yearly, and when it gets dearer. */
  month: number;
};

export function subscriptionsOf(random: Random): Subscription[] {
  const taken = [...USUAL, ...OPTIONAL.filter(() => random.chance(0.6))];
  return taken.map((offer) => ({ ...offer, day: random.integer(1, 31), month: random.integer(1, 12) }));
}
