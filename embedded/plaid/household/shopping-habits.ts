import type { Category } from "./entry";

type Shop = {
  name: string;
  /** What the card terminal sends; `*` is replaced by an order code. Several: the same shop under several texts. */
  texts: readonly [string, ...string[]];
};

/** Something that people buy again and again. Amounts are in cents of 2025. */
export type ShoppingHabit = {
  key: string;
  category: string;
  confidence?: Category["confidence"];
  channel: "in store" | "online";
  perMonth: number;
  lowCents: number;
  highCents: number;
  shops: readonly [Shop, ...Shop[]];
  /** Share of purchases with a tip, added between pending and posted. */
  tips?: number;
  /** Share of purchases that come back. */
  refunds?: number;
  /** Share of purchases that are made twice on one day for the same amount. */
  twins?: number;
  /** Only for those who have one. */
  needs?: "car" | "no-car" | "pet";
};

const shop = (name: string, ...texts: readonly [string, ...string[]]): Shop => ({ name, texts });

const FOOD: ShoppingHabit[] = [
  {
    key: "groceries",
    category: "FOOD_AND_DRINK_GROCERIES",
    channel: "in store",
    perMonth: 9,
    lowCents: 1_450,
    highCents: 11_800,
    shops: [
      shop("Green Basket Market", "GREEN BASKET MKT"),
      shop("Harvest Lane Foods", "HARVEST LANE FOODS"),
      shop("Corner Pantry", "CORNER PANTRY"),
      shop("Sunrise Co-op", "SUNRISE CO-OP GROCERY"),
      shop("Bulk & Barrel", "BULK & BARREL WHSE"),
    ],
  },
  {
    key: "restaurants",
    category: "FOOD_AND_DRINK_RESTAURANT",
    channel: "in store",
    perMonth: 7.5,
    lowCents: 1_900,
    highCents: 8_400,
    tips: 0.75,
    shops: [
      shop("Noodle Harbor", "TST* NOODLE HARBOR"),
      shop("La Paloma Taqueria", "LA PALOMA TAQUERIA"),
      shop("The Copper Spoon", "THE COPPER SPOON"),
      shop("Basil & Smoke", "TST* BASIL & SMOKE"),
      shop("Saffron House", "SAFFRON HOUSE"),
      shop("Miso Corner", "SQ *MISO CORNER"),
      shop("Pizzeria Vento", "PIZZERIA VENTO"),
    ],
  },
  {
    key: "takeaway",
    category: "FOOD_AND_DRINK_FAST_FOOD",
    channel: "in store",
    perMonth: 6.5,
    lowCents: 780,
    highCents: 2_350,
    shops: [
      shop("Burger Barn", "BURGER BARN"),
      shop("Wrap Stop", "WRAP STOP"),
      shop("Golden Crust", "SQ *GOLDEN CRUST"),
      shop("Bowl Theory", "BOWL THEORY"),
    ],
  },
  {
    key: "coffee",
    category: "FOOD_AND_DRINK_COFFEE",
    channel: "in store",
    perMonth: 12,
    lowCents: 425,
    highCents: 1_125,
    twins: 0.04,
    shops: [
      shop("Bluebird Coffee", "SQ *BLUEBIRD COFFEE"),
      shop("Third Street Roasters", "THIRD ST ROASTERS"),
      shop("Morning Ritual", "MORNING RITUAL CAFE"),
    ],
  },
  {
    key: "bars",
    category: "FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR",
    channel: "in store",
    perMonth: 2,
    lowCents: 1_400,
    highCents: 5_200,
    tips: 0.5,
    shops: [shop("The Tin Lantern", "THE TIN LANTERN"), shop("Hopyard Taproom", "HOPYARD TAPROOM")],
  },
];

const GETTING_AROUND: ShoppingHabit[] = [
  {
    key: "fuel",
    category: "TRANSPORTATION_GAS",
    channel: "in store",
    perMonth: 3.6,
    lowCents: 2_900,
    highCents: 6_400,
    needs: "car",
    shops: [
      shop("Redline Fuel", "REDLINE FUEL"),
      shop("Northway Gas", "NORTHWAY GAS"),
      shop("Pump & Go", "PUMP & GO"),
    ],
  },
  {
    key: "parking",
    category: "TRANSPORTATION_PARKING",
    channel: "in store",
    perMonth: 2.5,
    lowCents: 300,
    highCents: 1_800,
    needs: "car",
    shops: [shop("City Parking", "CITY PARKING METER"), shop("ParkRight", "PARKRIGHT GARAGE")],
  },
  {
    key: "transit",
    category: "TRANSPORTATION_PUBLIC_TRANSIT",
    channel: "in store",
    perMonth: 9,
    lowCents: 275,
    highCents: 1_000,
    needs: "no-car",
    shops: [shop("Metro Transit", "METRO TRANSIT FARE")],
  },
  {
    key: "rides",
    category: "TRANSPORTATION_TAXIS_AND_RIDE_SHARES",
    channel: "online",
    perMonth: 2.8,
    lowCents: 900,
    highCents: 3_400,
    tips: 0.3,
    shops: [shop("Hailo Ride", "HAILO *TRIP"), shop("Swyft", "SWYFT *RIDE")],
  },
];

const SHOPPING: ShoppingHabit[] = [
  {
    key: "marketplace",
    category: "GENERAL_MERCHANDISE_ONLINE_MARKETPLACES",
    channel: "online",
    perMonth: 4.5,
    lowCents: 900,
    highCents: 9_800,
    refunds: 0.12,
    shops: [
      shop("Parcelwise", "PARCELWISE MKTP*", "PARCELWISE.COM*", "PWISE DIGITAL SVCS*"),
      shop("Attic & Co", "ATTIC & CO*"),
    ],
  },
  {
    key: "superstore",
    category: "GENERAL_MERCHANDISE_SUPERSTORES",
    confidence: "HIGH",
    channel: "in store",
    perMonth: 2,
    lowCents: 1_800,
    highCents: 11_500,
    refunds: 0.04,
    shops: [shop("Everyday Depot", "EVERYDAY DEPOT"), shop("Main Street Mart", "MAIN STREET MART")],
  },
  {
    key: "clothing",
    category: "GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES",
    channel: "online",
    perMonth: 1.3,
    lowCents: 2_600,
    highCents: 14_500,
    refunds: 0.25,
    shops: [
      shop("Thread & Tailor", "THREAD & TAILOR"),
      shop("Northfold", "NORTHFOLD*"),
      shop("Sole Society Shoes", "SOLE SOC SHOES"),
    ],
  },
  {
    key: "electronics",
    category: "GENERAL_MERCHANDISE_ELECTRONICS",
    channel: "online",
    perMonth: 0.35,
    lowCents: 3_900,
    highCents: 42_000,
    refunds: 0.1,
    shops: [shop("Circuit House", "CIRCUIT HOUSE"), shop("Voltaire Electronics", "VOLTAIRE ELEC*")],
  },
  {
    key: "books",
    category: "GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS",
    channel: "in store",
    perMonth: 0.9,
    lowCents: 1_100,
    highCents: 4_200,
    shops: [shop("Paper Lantern Books", "PAPER LANTERN BOOKS")],
  },
  {
    key: "home",
    category: "HOME_IMPROVEMENT_HARDWARE",
    confidence: "HIGH",
    channel: "in store",
    perMonth: 0.9,
    lowCents: 1_200,
    highCents: 13_000,
    refunds: 0.08,
    shops: [shop("Oak & Nail Hardware", "OAK & NAIL HDWE"), shop("Hearth Home", "HEARTH HOME")],
  },
  {
    key: "pet",
    category: "GENERAL_MERCHANDISE_PET_SUPPLIES",
    channel: "in store",
    perMonth: 1.5,
    lowCents: 1_900,
    highCents: 7_800,
    needs: "pet",
    shops: [shop("Paws & Tails", "PAWS & TAILS")],
  },
  {
    key: "gifts",
    category: "GENERAL_MERCHANDISE_GIFTS_AND_NOVELTIES",
    confidence: "MEDIUM",
    channel: "online",
    perMonth: 0.5,
    lowCents: 1_800,
    highCents: 8_500,
    shops: [shop("Ribbon & Rye", "RIBBON & RYE"), shop("Petal Post", "PETAL POST FLOWERS")],
  },
];

const LIVING: ShoppingHabit[] = [
  {
    key: "pharmacy",
    category: "MEDICAL_PHARMACIES_AND_SUPPLEMENTS",
    channel: "in store",
    perMonth: 2,
    lowCents: 650,
    highCents: 4_800,
    shops: [shop("Wellspring Pharmacy", "WELLSPRING PHARM"), shop("CareFirst Drugs", "CAREFIRST DRUGS")],
  },
  {
    key: "dentist",
    category: "MEDICAL_DENTAL_CARE",
    channel: "in store",
    perMonth: 0.2,
    lowCents: 4_000,
    highCents: 24_000,
    shops: [shop("Riverside Dental", "RIVERSIDE DENTAL")],
  },
  {
    key: "doctor",
    category: "MEDICAL_PRIMARY_CARE",
    channel: "in store",
    perMonth: 0.35,
    lowCents: 2_500,
    highCents: 11_000,
    shops: [shop("Lakeview Family Clinic", "LAKEVIEW FAMILY CLINIC")],
  },
  {
    key: "hair",
    category: "PERSONAL_CARE_HAIR_AND_BEAUTY",
    channel: "in store",
    perMonth: 0.9,
    lowCents: 2_800,
    highCents: 8_200,
    tips: 0.6,
    shops: [shop("Studio Nine Hair", "STUDIO NINE HAIR")],
  },
  {
    key: "fun",
    category: "ENTERTAINMENT_SPORTING_EVENTS_AMUSEMENT_PARKS_AND_MUSEUMS",
    channel: "online",
    perMonth: 0.8,
    lowCents: 1_800,
    highCents: 12_000,
    refunds: 0.05,
    shops: [shop("Ticketfield", "TICKETFIELD*"), shop("City Art Museum", "CITY ART MUSEUM")],
  },
  {
    key: "cinema",
    category: "ENTERTAINMENT_TV_AND_MOVIES",
    channel: "in store",
    perMonth: 1,
    lowCents: 1_350,
    highCents: 4_600,
    shops: [shop("Orpheum Cinemas", "ORPHEUM CINEMAS")],
  },
  {
    key: "donation",
    category: "GOVERNMENT_AND_NON_PROFIT_DONATIONS",
    channel: "online",
    perMonth: 0.7,
    lowCents: 1_000,
    highCents: 5_000,
    shops: [shop("Open Table Food Bank", "OPEN TABLE FOOD BANK")],
  },
];

export const SHOPPING_HABITS: readonly ShoppingHabit[] = [...FOOD, ...GETTING_AROUND, ...SHOPPING, ...LIVING];
