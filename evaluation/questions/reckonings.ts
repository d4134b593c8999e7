import { monthNames } from "../oracle/days";
import { moneyText } from "../oracle/money-text";
import { countSpending, groups, nameOf, rowsOf, type Scope, spent } from "../oracle/sums";
import { questionsOf } from "../question";
import { average, DAYS, daysOf, shareOf, turn, type When } from "./expect";

const perMonth = (ask: string, first: string, last: string, scope: Scope) => {
  const months = monthNames(first, last).length;
  const total = spent({
    ...scope,
    range: { start: daysOf(first as "2026-01").start, end: daysOf(last as "2026-01").end },
  });
  return turn(ask, { any: [{ money: [average(total, months)] }] });
};

const perPurchase = (ask: string, when: When, scope: Scope) => {
  const full = { ...scope, range: daysOf(when) };
  return turn(ask, { any: [{ money: [average(spent(full), countSpending(full))] }] });
};

export const AVERAGES = questionsOf("average", [
  perMonth("What's my average monthly grocery spending over the last 6 months?", "2026-05", "2026-10", {
    categories: ["groceries"],
  }),
  perMonth("How much did I spend on restaurants per month on average in 2025?", "2025-01", "2025-12", {
    categories: ["restaurants"],
  }),
  perMonth("on average, what did I spend each month last year?", "2025-01", "2025-12", {}),
  perMonth("average monthly coffee spend in the last 3 months", "2026-08", "2026-10", {
    categories: ["coffee"],
  }),
  perMonth("What do I typically pay for utilities a month? Take the last 12 months.", "2025-11", "2026-10", {
    categories: ["utilities"],
  }),
  perMonth("avg monthly fuel cost in Q3 2026", "2026-07", "2026-09", { categories: ["fuel"] }),
  perMonth("What is my average monthly spending over the last 12 months?", "2025-11", "2026-10", {}),
  perMonth("mean monthly spend at Amazon in 2025?", "2025-01", "2025-12", { merchants: ["Amazon"] }),
  perMonth("average rent per month in 2025", "2025-01", "2025-12", { categories: ["rent"] }),
  perPurchase("What was my average purchase at Starbucks in October?", "2026-10", {
    merchants: ["Starbucks"],
  }),
  perPurchase("Average Uber ride this year?", "thisYear", { merchants: ["Uber"] }),
  perPurchase("how much is my average fill-up at Shell this year", "thisYear", { merchants: ["Shell"] }),
  perPurchase("What's the average size of a Chipotle order in 2025?", "lastYear", {
    merchants: ["Chipotle"],
  }),
]);

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

const purchases = (when: When, scope: Scope) =>
  rowsOf({ ...scope, range: daysOf(when), flow: "spending", currency: "USD" })
    .filter(({ cents }) => cents < 0)
    .sort((a, b) => a.cents - b.cents);

const largest = (ask: string, when: When, scope: Scope = {}) => {
  const [row] = purchases(when, scope);
  if (!row) throw new Error(`Nothing was bought: ${ask}`);
  return turn(ask, { any: [{ money: [moneyText(-row.cents)], words: [literal(nameOf(row))] }] });
};

const smallest = (ask: string, when: When, scope: Scope = {}) => {
  const row = purchases(when, scope).at(-1);
  if (!row) throw new Error(`Nothing was bought: ${ask}`);
  return turn(ask, { any: [{ money: [moneyText(-row.cents)] }] });
};

export const EXTREMES = questionsOf("extreme", [
  largest("What was my largest purchase last month?", "lastMonth"),
  largest("biggest expense in april 2026", "2026-04"),
  largest("Apart from rent, what was the most expensive thing I bought in 2025?", "lastYear", {
    notCategories: ["rent"],
  }),
  largest("my largest grocery purchase this year?", "thisYear", {
    categories: ["groceries"],
    currency: "USD",
  }),
  largest("What's the priciest restaurant bill of September?", "2026-09", { categories: ["restaurants"] }),
  largest("Biggest Amazon order this year", "thisYear", { merchants: ["Amazon"] }),
  largest("largest purchase on my Freedom Card in October", "2026-10", { accounts: ["freedom"] }),
  largest("What was my biggest Uber ride in 2025?", "lastYear", { merchants: ["Uber"] }),
  smallest("What was my smallest coffee purchase in October?", "2026-10", { categories: ["coffee"] }),
  smallest("cheapest fill-up at Shell this year", "thisYear", { merchants: ["Shell"] }),
  smallest("smallest Trader Joe's purchase last month?", "lastMonth", { merchants: ["Trader Joe's"] }),
  largest(
    "largest clothing purchase since june",
    { start: "2026-06-01", end: "2026-11-24" },
    { categories: ["clothing"] },
  ),
]);

const topGroups = (
  ask: string,
  when: When,
  count: number,
  by: "merchant" | "category",
  scope: Scope = {},
) => {
  const keyOf = by === "merchant" ? nameOf : (row: Parameters<typeof nameOf>[0]) => row.truth.category;
  const found = groups({ ...scope, range: daysOf(when) }, keyOf).slice(0, count);
  return turn(ask, { any: [{ money: found.map(({ cents }) => moneyText(cents)) }] });
};

const topRows = (ask: string, when: When, count: number, scope: Scope = {}) =>
  turn(ask, {
    any: [
      {
        money: purchases(when, scope)
          .slice(0, count)
          .map(({ cents }) => moneyText(-cents)),
      },
    ],
  });

export const TOPS = questionsOf("top", [
  topGroups("What are my top 5 merchants this year?", "thisYear", 5, "merchant"),
  topGroups("top 3 categories last month", "lastMonth", 3, "category"),
  topGroups("Where did most of my money go in September?", "2026-09", 3, "category"),
  topGroups("which 5 stores did I spend the most at in Q3?", "lastQuarter", 5, "merchant"),
  topGroups("my ten biggest spending categories in 2025", "lastYear", 10, "category"),
  topGroups("Top three restaurants by spending this year", "thisYear", 3, "merchant", {
    categories: ["restaurants"],
  }),
  topGroups("Which grocery stores do I spend most at this year?", "thisYear", 3, "merchant", {
    categories: ["groceries"],
  }),
  topRows("Show my 5 largest purchases in October", "2026-10", 5),
  topRows("three biggest expenses last week", "lastWeek", 3),
  topRows("List the top 4 coffee purchases of September", "2026-09", 4, { categories: ["coffee"] }),
  topGroups("Break down my spending by category for August", "2026-08", 6, "category"),
]);

const share = (ask: string, when: When, scope: Scope, of: Scope = {}) => {
  const range = daysOf(when);
  const percent = shareOf(spent({ ...scope, range }), spent({ ...of, range }));
  return turn(ask, { any: [{ percents: [percent] }] });
};

export const SHARES = questionsOf("share", [
  share("What percentage of my spending last month was rent?", "lastMonth", { categories: ["rent"] }),
  share("what share of my spending goes to groceries this year", "thisYear", { categories: ["groceries"] }),
  share("How much of my spending in 2025 was on restaurants, in percent?", "lastYear", {
    categories: ["restaurants"],
  }),
  share("coffee as a % of my total spend in october", "2026-10", { categories: ["coffee"] }),
  share(
    "What proportion of my grocery spending is Trader Joe's this year?",
    "thisYear",
    { merchants: ["Trader Joe's"], categories: ["groceries"] },
    { categories: ["groceries"] },
  ),
  share(
    "What percent of my coffee money went to Starbucks in Q3?",
    "lastQuarter",
    { merchants: ["Starbucks"] },
    { categories: ["coffee"] },
  ),
  share("fuel's share of my spending last quarter?", "lastQuarter", { categories: ["fuel"] }),
  share(
    "what % of ride share spending is Uber this year",
    "thisYear",
    { merchants: ["Uber"] },
    { categories: ["taxi_and_rideshare"] },
  ),
  share("What percentage of my 2025 spending went to rent?", "lastYear", { categories: ["rent"] }),
  share("Which percent of spending was subscriptions to streaming and music in October?", "2026-10", {
    categories: ["streaming_and_media"],
  }),
]);

const series = (ask: string, first: string, last: string, scope: Scope) =>
  turn(ask, {
    any: [
      { money: monthNames(first, last).map((name) => moneyText(spent({ ...scope, range: clip(name) }))) },
    ],
  });

const clip = (name: string) => {
  const days = daysOf(name as "2026-01");
  return { start: days.start, end: days.end > DAYS.today.end ? DAYS.today.end : days.end };
};

export const SERIES = questionsOf("series", [
  series("Show my grocery spending by month this year", "2026-01", "2026-11", { categories: ["groceries"] }),
  series("monthly spending since july", "2026-07", "2026-11", {}),
  series("How did my restaurant spending develop per month in the last 6 months?", "2026-05", "2026-10", {
    categories: ["restaurants"],
  }),
  series("coffee per month in 2025", "2025-01", "2025-12", { categories: ["coffee"] }),
  series("What did I spend each month of Q3?", "2026-07", "2026-09", {}),
  series("Starbucks month by month this year", "2026-01", "2026-11", { merchants: ["Starbucks"] }),
  series("trend of my utilities over the last 12 months", "2025-11", "2026-10", {
    categories: ["utilities"],
  }),
  series("electronics by month from july to september 2026", "2026-07", "2026-09", {
    categories: ["electronics"],
  }),
  series("Chart my fuel spending per month in 2026", "2026-01", "2026-11", { categories: ["fuel"] }),
]);
