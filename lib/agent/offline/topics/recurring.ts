import type { RecurringResult, RecurringSeries } from "../../../contract/results/recurring-result";
import { formatDate } from "../../../domain/calendar";
import { categoryLabel } from "../../../domain/categories";
import { matchNames } from "../../../domain/nearest-names";
import {
  asOfLine,
  bold,
  boldMoney,
  countOf,
  joinWords,
  paragraphs,
  plainName,
  table,
} from "../answers/wording";
import { subjectsBeside } from "../beside";
import type { ParsedQuestion } from "../parsed-question";
import type { Subject } from "../question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const WORDS =
  /\b(?:subscriptions?|subscribed|subscribe|memberships?|recurring|regular(?:ly)?|repeat(?:ing)?|standing orders?|direct debits?|renew(?:s|al|als|ing)?|bills?|fixed costs?|charges?|charged?|payments?|pay|due|next|upcoming|coming|prices?|raised?|rise|rises|risen|increase[ds]?|changed?|went up|gone up|become|became|more expensive|dearer|get|got|paid|paying|paychecks?|paydays?|salary|wages?|income|any|each|every|per|a|month|year|week|monthly|yearly|annually|annual|cost|costs|total|list|all|again|will|does|is|it|how often|hit|arrive|comes?|land|expect(?:ed)?|active|current|ended|cancell?ed|still|have|went|up|down|hike[ds]?|one|ones|date|when|day|services?|set|its|their|raise|cancel|stopped|pricier|gotten|gone|getting|many|number|last)\b/g;

const ABOUT_SERIES =
  /\bsubscri(?:ption|be|bed)\w*\b|\bmemberships?\b|\brecurring\b|\bstanding orders?\b|\bdirect debits?\b|\bfixed (?:costs?|expenses?)\b|\bregular (?:payments?|bills?|expenses?|income)\b|\brenew(?:s|al|als|ing)?\b|\b(?:rais\w+|increas\w+|chang\w+|hik\w+) (?:its|their|the|my|any) prices?\b|\bprices?\b.*\b(?:gone up|went up|go up|increas\w+|chang\w+|ris\w+|rose)\b|\b(?:got|gotten|become|became|getting) (?:more expensive|dearer|pricier)\b|\bprice (?:rises?|hikes?|increases?|changes?)\b/;
/** "What does the gym cost me each month", "how much is Netflix a year", "when will Netflix charge me next". */
const ABOUT_ONE =
  /^(?:and |so |ok )*what (?:am|do) i pay(?:ing)? for (?!the (?:most|least))|^(?:and |so |ok )*(?:what(?:'s| is| does| do)?|how much (?:is|are|does|do)|how much) (?:i pay for )?(?:my |the )?.*\b(?:cost(?:s)?|is|are|pay|charge)?\b.*\b(?:each|every|per|a|by the) (?:month|year)\b|\bwhen (?:will|does|do|is|are) .*\b(?:charge|charged|billed|bill|due|next|renew|come out|debited|taken|hit|land|arrive)\b|\bnext .*\b(?:due|payment|charge|bill|payday|pay ?check|salary)\b|\bwhen (?:do|will|am) i (?:next )?(?:get |getting |be )?paid\b|\bwhen(?:'s| is) (?:my )?(?:next )?pay ?(?:day|check)\b|\bnext pay ?(?:day|check)\b/;
/** "When do they renew?": the ones that were just asked about. */
const ABOUT_THEM = /^(?!.*\b(?:subscri|recurring|membership)).*\b(?:they|them|those|these)\b/;
const PAST =
  /\b(?:spen[dt]|spending|did|was|were|averages?|avg|typical(?:ly)?|last|budget|earn\w*|save|saved|saving|goal|afford|minimum|interest|owe|loan|until|till|before|since|if)\b/;

type Asked = {
  subjects: Subject[];
  kinds: string[];
  direction: "in" | "out";
  isAboutPrices: boolean;
  isAboutNext: boolean;
  isEnded: boolean;
};

/** Subscriptions, bills and pay: what they cost, when they come, and what got dearer. */
export const recurring = topic<Asked>({
  read,
  plan: ({ direction, kinds }) => [
    { name: "list_recurring", args: { direction, ...(kinds.length > 0 && { kinds }) } },
  ],
  answer: (asked, results, facts) => {
    const [result] = resultsOf(results, "recurring");
    return result ? paragraphs(answerSeries(asked, result), asOfLine(result.asOf, facts)) : "";
  },
});

function read(parsed: ParsedQuestion): Asked | undefined {
  const { plain, periods } = parsed;
  if (
    (parsed.wishes.wantsCount && !/\bsubscri|\brecurring\b/.test(plain)) ||
    parsed.wishes.isExcluding ||
    parsed.wishes.isShare
  )
    return undefined;
  const isSeries = ABOUT_SERIES.test(plain) && !ABOUT_THEM.test(plain) && periods.length === 0;
  const isOne = ABOUT_ONE.test(plain) && !PAST.test(plain) && periods.length === 0;
  if (!isSeries && !isOne) return undefined;
  if (/\b(?:spend|spent|budget)\b/.test(plain) && !/\bsubscri|\brecurring/.test(plain)) return undefined;
  if (/\bbills\b/.test(plain) && /\bdue|upcoming|coming\b/.test(plain)) return undefined;
  const isIncome = /\b(?:income|pay ?checks?|pay ?day|salary|wages|get paid|be paid|getting paid)\b/.test(
    plain,
  );
  const subjects = isIncome ? [] : subjectsBeside(parsed, WORDS);
  if (!isSeries && !isIncome && subjects.length === 0) return undefined;
  return {
    subjects,
    kinds: kindsOf(plain, subjects),
    direction: isIncome ? "in" : "out",
    isAboutPrices:
      /\bmore expensive\b|\bdearer\b|\bprices?\b|\braised?\b|\bris(?:e|es|en)\b|\bincreas\w+\b|\bwent up\b|\bgone up\b|\bhik\w+\b|\bchang\w+\b/.test(
        plain,
      ),
    isEnded: /\bcancel\w*\b|\bended\b|\bstopped\b|\bno longer\b/.test(plain),
    isAboutNext: /\bnext\b|\bwhen\b|\brenew/.test(plain),
  };
}

function kindsOf(plain: string, subjects: readonly Subject[]): string[] {
  if (subjects.length > 0) return [];
  if (/\bsubscri|\bmembership/.test(plain) && !/\bbills?\b/.test(plain)) return ["subscription"];
  return /\bbills?\b/.test(plain) && !/\bsubscri/.test(plain) ? ["bill"] : [];
}

const isAbout = ({ name, category }: RecurringSeries, { phrase, categories, merchant }: Subject): boolean =>
  categories.some((id) => id === category || categoryLabel(id) === category) ||
  matchNames(merchant ?? phrase, [name]).length > 0 ||
  matchNames(phrase, [name]).length > 0;

function answerSeries(
  { subjects, kinds, direction, isAboutPrices, isAboutNext, isEnded }: Asked,
  result: RecurringResult,
): string {
  const all = result.series.filter(
    (one) => subjects.length === 0 || subjects.some((subject) => isAbout(one, subject)),
  );
  const going = all.filter(({ status }) => status !== "ended");
  if (subjects.length > 0 && all.length === 0) {
    return `I found no regular payment for “${joinWords(subjects.map(({ phrase }) => plainName(phrase)))}”. Is it called something else at your bank?`;
  }
  if (isAboutPrices) return pricesOf(all);
  if (isEnded) {
    const ended = all.filter(({ status }) => status === "ended");
    return ended.length > 0 ? paragraphs(...ended.map(endOf)) : "None of them has ended.";
  }
  const noun = nounOf(kinds, direction);
  if (going.length === 0)
    return all.length > 0 ? paragraphs(...all.slice(0, 3).map(endOf)) : `I found no regular ${noun}.`;
  if (going.length <= 3 && (subjects.length > 0 || direction === "in" || isAboutNext))
    return paragraphs(...going.map(lineOf));
  const totals = subjects.length === 0 ? result.totals.filter((total) => total.direction === direction) : [];
  return paragraphs(
    totals.length > 0 &&
      `Your ${countOf(going.length, noun === "income" ? "regular income" : noun)}: ${boldMoney(totals.map(({ perMonth }) => perMonth))} per month, ${boldMoney(totals.map(({ perYear }) => perYear))} per year.`,
    table(
      ["Name", "Amount", "How often", "Per month", "Next"],
      going.map((one) => [
        plainName(one.name),
        one.amount.formatted,
        one.cadence.replace("_", " "),
        one.perMonth?.formatted ?? "",
        one.nextDate ? formatDate(one.nextDate) : "",
      ]),
    ),
  );
}

const nounOf = ([kind]: readonly string[], direction: "in" | "out"): string =>
  kind ?? (direction === "in" ? "income" : "payment");

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

function pricesOf(series: readonly RecurringSeries[]): string {
  const changed = series.filter(({ priceChanges }) => priceChanges.length > 0);
  if (changed.length === 0) return "I found no change of price among them.";
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
