import type { CalendarDate } from "../../../contract/money";
import type { RecurringResult, RecurringSeries } from "../../../contract/results/recurring-result";
import { formatDate } from "../../../domain/calendar";
import { categoryLabel } from "../../../domain/categories";
import { matchNames } from "../../../domain/nearest-names";
import type { Subject } from "../question";
import { bold, boldMoney, countOf, joinWords, paragraphs, plainName, table } from "./wording";

/** What is asked of what comes regularly. */
export type SeriesAsked = {
  subjects: Subject[];
  kinds: string[];
  direction: "in" | "out";
  isAboutPrices: boolean;
  isAboutNext: boolean;
  isEnded: boolean;
  /** The dearest or the cheapest of them is asked for. */
  extreme: "most" | "least" | undefined;
  /** Changes of price from this day on. */
  since: CalendarDate | undefined;
};

const isAbout = ({ name, category }: RecurringSeries, { phrase, categories, merchant }: Subject): boolean =>
  categories.some((id) => id === category || categoryLabel(id) === category) ||
  matchNames(merchant ?? phrase, [name]).length > 0 ||
  matchNames(phrase, [name]).length > 0;

/** Regular payments or pay in words. Every number is one of the result's. */
export function answerSeries(
  { subjects, kinds, direction, isAboutPrices, isAboutNext, isEnded, extreme, since }: SeriesAsked,
  result: RecurringResult,
): string {
  const all = result.series.filter(
    (one) => subjects.length === 0 || subjects.some((subject) => isAbout(one, subject)),
  );
  const going = all.filter(({ status }) => status !== "ended");
  if (subjects.length > 0 && all.length === 0) {
    return `I found no regular payment for “${joinWords(subjects.map(({ phrase }) => plainName(phrase)))}”. Is it called something else at your bank?`;
  }
  if (isAboutPrices) return pricesOf(all, since);
  if (isEnded) return endedOf(all);
  const noun = nounOf(kinds, direction);
  if (going.length === 0)
    return all.length > 0 ? paragraphs(...all.slice(0, 3).map(endOf)) : `I found no regular ${noun}.`;
  if (going.length <= 3 && (subjects.length > 0 || direction === "in" || isAboutNext))
    return paragraphs(...going.map(lineOf));
  const totals = subjects.length === 0 ? result.totals.filter((total) => total.direction === direction) : [];
  return paragraphs(
    extreme && extremeLine(going, extreme),
    totals.length > 0 &&
      `Your ${counted(going.length, noun)}: ${boldMoney(totals.map(({ perMonth }) => perMonth))} per month, ${boldMoney(totals.map(({ perYear }) => perYear))} per year.`,
    seriesTable(going),
  );
}

function endedOf(all: readonly RecurringSeries[]): string {
  const ended = all.filter(({ status }) => status === "ended");
  return ended.length > 0 ? paragraphs(...ended.map(endOf)) : "None of them has ended.";
}

const seriesTable = (going: readonly RecurringSeries[]): string =>
  table(
    ["Name", "Amount", "How often", "Per month", "Next"],
    going.map((one) => [
      plainName(one.name),
      one.amount.formatted,
      one.cadence.replace("_", " "),
      one.perMonth?.formatted ?? "",
      one.nextDate ? formatDate(one.nextDate) : "",
    ]),
  );

/** By what a month of it costs; of several currencies none is the dearest. */
function extremeLine(going: readonly RecurringSeries[], extreme: "most" | "least"): string | undefined {
  const known = going.flatMap(({ perMonth, ...one }) => (perMonth ? { ...one, perMonth } : []));
  if (new Set(known.map(({ perMonth }) => perMonth.currency)).size !== 1) return undefined;
  const ranked = known.toSorted((a, b) => b.perMonth.amountMinor - a.perMonth.amountMinor);
  const found = extreme === "most" ? ranked[0] : ranked.at(-1);
  return (
    found &&
    `The ${extreme} expensive is ${bold(plainName(found.name))}: ${bold(found.amount.formatted)} ${found.cadence.replace("_", " ")}.`
  );
}

const nounOf = ([kind]: readonly string[], direction: "in" | "out"): string =>
  kind ?? (direction === "in" ? "income" : "recurring payment");

/** What is counted are series, not single payments. */
function counted(count: number, noun: string): string {
  if (noun === "income") return countOf(count, "regular income");
  return noun === "recurring payment"
    ? countOf(count, "subscription or bill", "subscriptions and bills")
    : countOf(count, noun);
}

const endOf = ({ name, lastAmount, lastDate }: RecurringSeries): string =>
  `${plainName(name)} has ended: the last was ${bold(lastAmount.formatted)} on ${formatDate(lastDate)}.`;

function lineOf(one: RecurringSeries): string {
  const verb = one.direction === "in" ? "brings" : "costs";
  const about = one.isVariable ? "usually " : "";
  const sums = [
    one.perMonth && `${one.perMonth.formatted} per month`,
    one.perYear && `${one.perYear.formatted} per year`,
  ].filter(Boolean);
  const next = one.nextDate
    ? ` The next is ${one.isOverdue ? "overdue since" : "expected on"} ${formatDate(one.nextDate)}.`
    : "";
  return `${plainName(one.name)} ${verb} ${about}${bold(one.amount.formatted)} ${one.cadence.replace("_", " ")}${sums.length > 0 ? ` (${joinWords(sums.filter((text) => typeof text === "string"))})` : ""}.${next}`;
}

/** @param since a change before it is not meant; all when left out */
function pricesOf(all: readonly RecurringSeries[], since: CalendarDate | undefined): string {
  const series = all.map((one) => ({
    ...one,
    priceChanges: one.priceChanges.filter(({ date }) => since === undefined || date >= since),
  }));
  const changed = series.filter(({ priceChanges }) => priceChanges.length > 0);
  if (changed.length === 0)
    return paragraphs("I found no change of price among them.", all.length < 3 && all.map(lineOf).join(" "));
  return paragraphs(
    ...changed.map((one) =>
      one.priceChanges
        .map(
          ({ date, from, to, difference }) =>
            `${plainName(one.name)} went from ${bold(from.formatted)} to ${bold(to.formatted)} on ${formatDate(date)} (${difference.formatted}).`,
        )
        .join(" "),
    ),
  );
}
