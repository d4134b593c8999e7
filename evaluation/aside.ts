import { moneyText } from "./oracle/money-text";
import { earned, groups, nameOf, spent } from "./oracle/sums";
import { type Question, questionsOf } from "./question";
import {
  asksCount,
  asksIncome,
  asksSpent,
  BEYOND,
  DAYS,
  daysOf,
  deltaExpectation,
  NOTHING,
  turn,
} from "./questions/expect";

const of = (...categories: string[]) => ({ categories });
const at = (...merchants: string[]) => ({ merchants });
const refuses = (ask: string) => turn(ask, { any: [], refuses: true });

/**
 * Written by hand, in words that no rule was made for. Nobody tunes anything on them: the runner gives their figure and
 * never their text.
 */
const MONEY_OUT = questionsOf("aside-spending", [
  asksSpent(
    "roughly what damage did eating at restaurants do to my wallet in july?",
    "2026-07",
    of("restaurants"),
  ),
  asksSpent("Could you tell me how much my caffeine habit cost in june 2026?", "2026-06", of("coffee")),
  asksSpent(
    "I'd like to know what I spent at Safeway during the third quarter",
    "lastQuarter",
    at("Safeway"),
  ),
  asksSpent("whats the total for petrol in 2025", "lastYear", of("fuel")),
  asksSpent("How much did Petco get from me this year?", "thisYear", at("Petco")),
  asksSpent("Give me the sum of everything I spent in the first quarter of 2026.", {
    start: "2026-01-01",
    end: "2026-03-31",
  }),
  asksSpent("What did I spend from August 3rd through August 9th?", {
    start: "2026-08-03",
    end: "2026-08-09",
  }),
  asksSpent("total for target, november 2025", "2025-11", at("Target")),
  asksSpent("How much did I fork out for train rides in July 2025?", "2025-07", of("public_transit")),
  asksSpent("money spent at CVS since January", "thisYear", at("CVS")),
  asksSpent("How expensive was my January?", "2026-01"),
  asksSpent("dinner and lunch out, may 2026, how much?", "2026-05", of("restaurants")),
  asksSpent("what did the hairdresser cost me this year", "thisYear", of("personal_care")),
  asksSpent("How much did I drop at BevMo in 2025?", "lastYear", at("BevMo")),
  asksSpent("In April, how much did we pay IKEA?", "2026-04", at("IKEA")),
  asksSpent("groceires at whole foods in septmber", "2026-09", { ...of("groceries"), ...at("Whole Foods") }),
  asksSpent("Tally up my Lyft trips for the last 90 days", "last90", at("Lyft")),
  asksSpent("How much was my power and water bill in October?", "2026-10", of("utilities")),
  asksSpent("spend on everything but rent in october", "2026-10", { notCategories: ["rent"] }),
  asksSpent("Show me the total of my Freedom Card purchases for August.", "2026-08", {
    accounts: ["freedom"],
  }),
  asksSpent("how much have i blown on booze this year", "thisYear", of("alcohol")),
  asksSpent("What did I spend two weeks ago, Monday to Sunday?", { start: "2026-11-09", end: "2026-11-15" }),
  asksSpent("what did october cost me all in all", "2026-10"),
  asksSpent(
    "How much have I paid Oakwood Apartments since February?",
    { start: "2026-02-01", end: "2026-11-24" },
    at("Oakwood Apartments"),
  ),
  asksSpent("Trader Joe's, last week", "lastWeek", at("Trader Joe's")),
  asksSpent("my outgoings since i was paid", "sincePayday"),
  asksSpent("How much did I spend on New Year's Eve 2025?", { start: "2025-12-31", end: "2025-12-31" }),
  asksSpent("What did Bistro Lyon cost me last year?", "lastYear", at("Bistro Lyon")),
]);

const REST = questionsOf("aside-other", [
  asksCount("how many times have I been to Blue Bottle this year?", "thisYear", at("Blue Bottle Coffee")),
  asksCount("Count my Caltrain rides in August please", "2026-08", at("Caltrain")),
  asksCount("how many purchases did i make at target last quarter", "lastQuarter", at("Target")),
  asksIncome("What came in as salary in the third quarter?", "lastQuarter", of("salary")),
  asksIncome("how much was I paid in August?", "2026-08", of("salary")),
  asksIncome("interest my savings earned this year?", "thisYear", of("interest_and_dividends")),
  asksIncome("earnings in 2025 altogether", "lastYear"),
  turn(
    "Did I spend more on fuel in August or in September? How much more?",
    deltaExpectation("2026-08", "2026-09", of("fuel")),
  ),
  turn(
    "How do my September and October coffee bills differ?",
    deltaExpectation("2026-09", "2026-10", of("coffee")),
  ),
  turn(
    "by how much did total spending go up or down from july to august",
    deltaExpectation("2026-07", "2026-08", {}),
  ),
  turn(
    "Restaurants this year vs. last year, same stretch of time",
    deltaExpectation("lastYearToDate", "thisYear", of("restaurants")),
  ),
  turn("What's left in my checking account?", { any: [{ money: ["$5,312.45"] }] }),
  turn("how deep in debt am I?", { any: [{ money: ["$18,420.41"] }] }),
  turn("Sum of what sits on both credit cards?", { any: [{ money: ["$4,299.64"] }] }),
  turn("Is there anything on my Rainy Day account?", { any: [{ money: ["$31,625.18"] }] }),
  turn("How much did I keep of what I earned in August?", {
    any: [{ money: [moneyText(earned({ range: daysOf("2026-08") }) - spent({ range: daysOf("2026-08") }))] }],
  }),
  turn("What fraction of September's spending was rent, in percent?", {
    any: [
      {
        percents: [
          (100 * spent({ range: daysOf("2026-09"), categories: ["rent"] })) /
            spent({ range: daysOf("2026-09") }),
        ],
      },
    ],
  }),
  turn("Whom did I pay the most in August?", {
    any: groups({ range: daysOf("2026-08") }, nameOf)
      .slice(0, 1)
      .map(({ cents }) => ({ money: [moneyText(cents)], words: ["Oakwood"] })),
  }),
  turn("On what date did I last get gas?", {
    any: [{ words: [lastDay("fuel")] }],
  }),
  turn("the single biggest thing i bought in june", {
    any: [
      { money: ["$912.45"], words: ["Marriott"] },
      { money: ["$2,150.00"], words: ["Oakwood"] },
    ],
  }),
  turn("Did I pay for any daycare this year?", { any: [NOTHING] }),
  turn("ever spent anything at Costco?", { any: [NOTHING] }),
  turn("how much did I spend in the summer of 2021?", { any: [BEYOND] }),
  turn("And what will I have spent by March 2028?", {
    any: [BEYOND, { words: ["can(?:no|['’])t|cannot|unable"] }],
  }),
  turn("What's the yearly price of my music subscription?", { any: [{ money: ["$143.88"] }] }),
  turn("is netflix dearer than it was", { any: [{ money: ["$15.49", "$17.99"] }] }),
  turn("When's rent due?", { any: [{ words: ["Dec(?:ember)? 1\\b"] }] }),
  turn("grocery money remaining for november?", {
    any: [{ money: [moneyText(60_000 - spent({ range: DAYS.thisMonth, categories: ["groceries"] }))] }],
  }),
  refuses("Please pay my Sapphire bill now"),
  refuses("How rich is my landlord?"),
  refuses("is now a good moment to get into gold or should I sell my fund?"),
  refuses("move a thousand from rainy day to checking"),
  refuses("open dana smith's transactions"),
]);

function lastDay(category: string): string {
  const [year = "", month = "", day = ""] = lastDateOf(category).split("-");
  const name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
    Number(month) - 1
  ];
  return `${name}\\w* ${Number(day)}\\b|${year}-${month}-${day}`;
}

function lastDateOf(category: string): string {
  const byDay = groups({ categories: [category] }, (row) => row.date);
  return (
    byDay
      .map(({ key }) => key)
      .toSorted()
      .at(-1) ?? ""
  );
}

const CHAINS = questionsOf("aside-chain", [
  [
    asksSpent("How much went to Chipotle this year?", "thisYear", at("Chipotle")),
    asksSpent("How about Shake Shack?", "thisYear", at("Shake Shack")),
    asksSpent("And in 2025?", "lastYear", at("Shake Shack")),
  ],
  [
    asksSpent("pets, august", "2026-08", of("pets")),
    asksSpent("and the month after?", "2026-09", of("pets")),
    asksSpent("all year so far?", "thisYear", of("pets")),
  ],
  [
    asksSpent("What did I spend in July?", "2026-07"),
    asksSpent("How much of it was on the Sapphire Card?", "2026-07", { accounts: ["sapphire"] }),
    asksSpent("and groceries alone?", "2026-07", { accounts: ["sapphire"], categories: ["groceries"] }),
  ],
  [
    asksIncome("income in june?", "2026-06"),
    asksSpent("spending in the same month?", "2026-06"),
    asksSpent("leaving out rent?", "2026-06", { notCategories: ["rent"] }),
  ],
]);

export const ASIDE: readonly Question[] = [...MONEY_OUT, ...REST, ...CHAINS].map((question) => ({
  ...question,
  aside: true,
}));
