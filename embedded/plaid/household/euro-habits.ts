type Standing = {
  key: string;
  name: string;
  text: string;
  category: string;
  cents: number;
  day: number;
  every?: 3;
};

/** What is paid by standing order or direct debit, in cents. */
export const STANDING: readonly Standing[] = [
  {
    key: "strom",
    name: "Stadtwerke Isartal",
    text: "STADTWERKE ISARTAL ABSCHLAG STROM",
    category: "RENT_AND_UTILITIES_GAS_AND_ELECTRICITY",
    cents: 6_800,
    day: 3,
  },
  {
    key: "internet",
    name: "Funknetz",
    text: "FUNKNETZ GMBH RECHNUNG DSL",
    category: "RENT_AND_UTILITIES_INTERNET_AND_CABLE",
    cents: 3_995,
    day: 10,
  },
  {
    key: "ticket",
    name: "Verkehrsverbund",
    text: "VERKEHRSVERBUND ABO MONATSTICKET",
    category: "TRANSPORTATION_PUBLIC_TRANSIT",
    cents: 5_800,
    day: 2,
  },
  {
    key: "versicherung",
    name: "Alpenschutz Versicherung",
    text: "ALPENSCHUTZ HAFTPFLICHT HAUSRAT",
    category: "GENERAL_SERVICES_INSURANCE",
    cents: 2_140,
    day: 15,
  },
  {
    key: "rundfunk",
    name: "Rundfunkbeitrag",
    text: "RUNDFUNK ARD ZDF DRADIO BEITRAG",
    category: "GOVERNMENT_AND_NON_PROFIT_OTHER_GOVERNMENT_AND_NON_PROFIT",
    cents: 5_508,
    day: 15,
    every: 3,
  },
];

/** What is bought again and again, in cents. */
type Shopping = {
  key: string;
  shops: readonly [string, ...string[]];
  category: string;
  perMonth: number;
  low: number;
  high: number;
};

export const SHOPPING: readonly Shopping[] = [
  {
    key: "lebensmittel",
    shops: ["Frischmarkt", "Kornblume Bio", "Discounta"],
    category: "FOOD_AND_DRINK_GROCERIES",
    perMonth: 10,
    low: 900,
    high: 6_500,
  },
  {
    key: "baeckerei",
    shops: ["Baeckerei Huber", "Cafe Isarblick"],
    category: "FOOD_AND_DRINK_COFFEE",
    perMonth: 9,
    low: 240,
    high: 980,
  },
  {
    key: "restaurant",
    shops: ["Gasthof Linde", "Trattoria Sole", "Imbiss am Eck"],
    category: "FOOD_AND_DRINK_RESTAURANT",
    perMonth: 5,
    low: 1_100,
    high: 5_800,
  },
  {
    key: "drogerie",
    shops: ["Drogerie Rosmarin", "Paketwelt"],
    category: "GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE",
    perMonth: 4,
    low: 700,
    high: 7_900,
  },
];
