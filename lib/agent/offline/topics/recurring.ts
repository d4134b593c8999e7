import type { CalendarDate } from "../../../contract/money";
import type { RecurringResult, RecurringSeries } from "../../../contract/results/recurring-result";
import { formatDate } from "../../../domain/calendar";
import { categoryLabel } from "../../../domain/categories";
import { matchNames } from "../../../domain/nearest-names";
import { isNamedPeriod, resolvePeriod } from "../../../domain/period";
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
  /\b(?:subscriptions?|subscribed|subscribe|memberships?|recurring|regular(?:ly)?|repeat(?:ing)?|standing orders?|direct debits?|renew(?:s|al|als|ing)?|bills?|fixed costs?|charges?|charged?|payments?|pay|due|next|upcoming|coming|prices?|raised?|rise|rises|risen|increase[ds]?|changed?|went up|gone up|become|became|more expensive|dearer|get|got|paid|paying|paychecks?|paydays?|salary|wages?|income|any|each|every|per|a|month|year|week|monthly|yearly|annually|annual|cost|costs|total|list|all|again|will|does|is|it|how often|hit|arrive|comes?|land|expect(?:ed)?|active|current|ended|cancell?ed|still|have|went|up|down|hike[ds]?|one|ones|date|when|day|services?|set|its|their|raise|cancel|stopped|pricier|gotten|gone|getting|many|number|last|automatic(?:ally)?|auto-?\w*|fixed|commitments?|obligations?|expenses?|outgoings?|fees?|memberships?|services|things?|stuff|goes|going|comes|coming|leaves|taken|out|off|could|can|should|drop|cut|unsubscribe|rid|most|biggest|largest|cheapest|smallest|highest|priciest|dearest|least|together|usual(?:ly)?|normal(?:ly)?|typical|big|large|days?|until|till|often|frequently|bigger|higher|lately|recently|did|more|raise|rises|risen|rose|jump(?:ed|s)?|bump|money|take|takes|debit(?:ed|s)?|billed|billing|billing|charging|account|card|now|these|time|before|they|used|to|than|than before|current|going|rate|cost(?:ing)?|price[ds]?|expire[sd]?|due date|renewal|dates?|worth|everything|anything|every|what|which|was|were|been|signed|gets?|biggest|repeating|this|in|too|much|many|altogether|sum|long|how|am|i|do|be|being|for|on|me|my)\b/g;

const ABOUT_SERIES = new RegExp(
  [
    "\\bsubscri(?:ption|be|bed)\\w*\\b|\\bmemberships?\\b|\\brecurring\\b|\\bstanding orders?\\b|\\bdirect debits?\\b|\\bauto-?(?:pay|pays|renew\\w*|bill\\w*|debits?)\\b|\\brepeating\\b",
    "\\bfixed (?:monthly )?(?:costs?|expenses?|outgoings|payments?|bills?|charges)\\b|\\bregular(?:ly)? (?:monthly )?(?:payments?|bills?|expenses?|outgoings|charges?|income|pay)\\b|\\bmonthly (?:bills?|payments?|commitments?|obligations?|charges|fees|outgoings)\\b|\\bbills? (?:every|each|per|a) month\\b|\\bcommitments?\\b",
    "\\bout\\b(?: of (?:my|the) \\w+)? (?:automatically|every month|each month|monthly|regularly)\\b|\\brenew(?:s|al|als|ing)?\\b|\\b(?:goes|go|going|comes|coming|taken|leaves|leaving) out (?:automatically|every month|each month|monthly|regularly)\\b|\\bautomatic(?:ally)?\\b.*\\b(?:payments?|charge[ds]?|bill(?:s|ed)?|pay|out|every|each|taken|debit\\w*)\\b",
    "\\b(?:charg|bill|pay|debit)\\w*\\b(?! off)(?!.*\\b(?:cards?|loans?|debts?)\\b).*\\b(?:every|each) month\\b|\\b(?:every|each) month\\b.*\\b(?:charg|bill|debit)\\w*\\b|\\bpay(?:ing)? for (?:every|each|monthly|regularly|automatically)|\\b(?:before|after|since) (?:the|its|their) (?:last |latest )?(?:price )?(?:increase|rise|raise|hike|change)\\b",
    "\\bwhat (?:can|could|should) i (?:cancel|cut|drop|unsubscribe)\\b|\\b(?:cancel|get rid of|cut) (?:any|which|what)\\b|\\bstreaming services\\b(?!.*\\bspen)",
    "\\b(?:rais\\w+|increas\\w+|chang\\w+|hik\\w+) (?:its|their|the|my|any) prices?\\b|\\bprices?\\b.*\\b(?:gone up|went up|go up|going up|increas\\w+|chang\\w+|ris\\w+|rose|up|hik\\w+)\\b|\\bprice (?:rises?|hikes?|increases?|changes?|jumps?)\\b",
    "\\b(?:got|gotten|become|became|getting|any|anything|more|get) (?:more expensive|dearer|pricier)\\b|\\bcharg\\w+ (?:me )?more (?:than (?:before|they used to|it used to|last|usual)|now)\\b|\\b(?:bills?|services?|payments?) (?:\\w+ )?(?:went up|gone up|go up|going up|increas\\w+|rise|risen|rose|jumped)\\b",
    "\\b(?:pay|salary|wage) (?:raise|rise|increase|bump)\\b|\\b(?:get|got|gotten|had|have) (?:a |any )?(?:pay )?(?:raise|rise)\\b|\\b(?:salary|pay|paychecks?|wages?) (?:\\w+ )?(?:gone up|went up|go up|increased?|rise|risen|rose|changed?|bigger|higher)\\b|\\bmy (?:last |latest )?raise\\b",
  ].join("|"),
);
/** "What does the gym cost me each month", "how much is Netflix a year", "when will Netflix charge me next". */
const NEXT =
  "(?:charge|charged|charges|billed|bills?|due|next|renews?|come out|comes out|debited|taken|hit|land|arrive|coming|expire)";
const PAY = "(?:salary|wages?|pay ?checks?|pay ?day|pay ?cheques?|pay)";
const ABOUT_ONE = new RegExp(
  [
    "^(?:am|do) i (?:still |currently |even )?(?:pay|paying|subscribed?)(?: for| to) ",
    "^(?:and |so |ok )*what (?:am|do) i pay(?:ing)? for (?!the (?:most|least))",
    "^(?:and |so |ok )*(?:what(?:'s| is| does| do)?|how much (?:is|are|does|do)|how much) (?:i pay for )?(?:my |the )?.*\\b(?:cost(?:s)?|is|are|pay|charge)?\\b.*\\b(?:each|every|per|a|by the) (?:month|year)\\b",
    "\\b(?:monthly|yearly|annual|current|going) (?:costs?|prices?|fees?|rates?|charges?|bills?|payments?) (?:of|for|to)\\b|\\b(?:price|fee) (?:of|for) (?:my |the )?\\w+|^(?:my |the )?\\w+(?: \\w+)? (?:price|fee|subscription|membership|renewal)(?: (?:now|today|these days|cost))?[ ?.!]*$",
    `\\bwhen (?:will|does|do|is|are|am) .*\\b${NEXT}\\b|\\bnext .*\\b(?:due|payment|charge|bill|payday|pay ?check|salary|renewal)\\b|^(?:my |the )?(?:\\w+ ){1,3}(?:due|due date|renewal date|renews?)(?: date| when)?[ ?.!]*$`,
    `\\bwhen (?:do|will|am) i (?:next )?(?:get |getting |be )?paid\\b|\\bwhen (?:is|does|will) (?:my )?(?:next )?${PAY}\\b|\\bnext ${PAY}\\b|^pay ?day[ ?.!]*$|\\b(?:days|long) (?:until|till|to|before) (?:my )?(?:next )?${PAY}\\b|\\bhow (?:often|frequently|regularly) (?:do|am) i (?:get )?paid\\b|\\bhow (?:often|regularly) do i earn\\b`,
    `^(?:what(?:'s| is)|how (?:much|big|large) is) my (?:usual |normal |regular |current |typical |net )?${PAY}(?: (?:usually|normally|now|these days|worth|each time|like))?[ ?.!]*$|\\bhow much (?:do|am) i (?:get )?paid (?:each|every|per|a) (?:time|pay ?day|fortnight|two weeks|check|pay ?check)\\b|^how much (?:do|am) i (?:get|getting|usually get|normally get) paid[ ?.!]*$`,
    "^(?:does|do|is|are) .*\\bcost(?:ing|s)? (?:me )?more (?:now|than (?:it|they) used to|than (?:before|last year)|these days)",
    "^(?:did|has|have|is|are|was|were) (?:my |the )?(?!spending\\b|i\\b|we\\b|total\\b|balance|net\\b|there\\b|it\\b)(?:\\w+ ){1,3}?(?:(?:bill|price|cost|subscription|fee) )?(?:gone up|went up|go up|going up|increased?|raised?|rise|risen|more expensive|pricier|dearer|cost(?:ing)? more|charging (?:me )?more)(?: (?:lately|recently|in price|this year|again))?[ ?.!]*$",
  ].join("|"),
);
/** "When do they renew?": the ones that were just asked about. */
const ABOUT_THEM = /^(?!.*\b(?:subscri|recurring|membership)).*\b(?:they|them|those|these)\b/;
const PAST =
  /\b(?:spen[dt]|spending|averages?|avg|last|budget|earn\w*|save|saved|saving|goal|afford|minimum|interest|owe|loan|until|till|before|since|if)\b/;

type Asked = {
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

/** Subscriptions, bills and pay: what they cost, when they come, and what got dearer. */
export const recurring = topic<Asked>({
  read,
  goOn: (next, previous) => {
    const { plain, wishes, periods } = next;
    if (wishes.isExcluding || periods.length > 0) return undefined;
    const subjects = next.subjects.length > 0 ? subjectsBeside(next, WORDS) : [];
    return {
      ...previous,
      subjects: subjects.length > 0 ? subjects : previous.subjects,
      isAboutPrices: PRICES.test(plain),
      isAboutNext: /\bnext\b|\bwhen\b|\brenew/.test(plain),
      extreme: extremeIn(plain.replace("more expensive", "")),
    };
  },
  plan: ({ direction, kinds }) => [
    { name: "list_recurring", args: { direction, ...(kinds.length > 0 && { kinds }) } },
  ],
  answer: (asked, results, facts) => {
    const [result] = resultsOf(results, "recurring");
    return result ? paragraphs(answerSeries(asked, result), asOfLine(result.asOf, facts)) : "";
  },
});

function read(parsed: ParsedQuestion): Asked | undefined {
  const { plain, periods, today } = parsed;
  if (isOther(parsed)) return undefined;
  const isAboutPrices = PRICES.test(plain);
  const isOfNow = periods.every(
    (period) => isAboutPrices || (typeof period === "string" && /^(?:today|this_month)$/.test(period)),
  );
  const isSeries = ABOUT_SERIES.test(plain) && !ABOUT_THEM.test(plain);
  if (!isOfNow || !(isSeries || (ABOUT_ONE.test(plain) && !PAST.test(plain)))) return undefined;
  const isIncome = INCOME.test(plain) && !/\braise (?:its|the|their|my) /.test(plain);
  const subjects = isIncome ? [] : subjectsBeside(parsed, WORDS);
  const isAboutSomething = subjects.length > 0 && !(isAboutPrices && subjects.some(isVaried));
  if (!isSeries && !isIncome && !isAboutSomething) return undefined;
  const [since] = periods.flatMap((period) =>
    typeof period === "object"
      ? period.start
      : isNamedPeriod(period)
        ? resolvePeriod(period, today).start
        : [],
  );
  return {
    subjects,
    kinds: kindsOf(plain, subjects),
    direction: isIncome ? "in" : "out",
    isAboutPrices,
    extreme: extremeIn(plain),
    since,
    isEnded: /\bcancel(?:l?ed)\b|\bended\b|\bstopped\b|\bno longer\b/.test(plain),
    isAboutNext: /\bnext\b|\bwhen\b|\brenew/.test(plain),
  };
}

const INCOME =
  /\b(?:income|pay ?checks?|pay ?cheques?|pay ?day|salary|wages?|(?:get|be|getting|i) paid|raise(?!d)|pay (?:rise|raise|increase|bump)|my pay)\b/;

/** What is spent, budgeted or saved, what is due, and what is to be changed have topics of their own. */
function isOther({ plain, wishes }: ParsedQuestion): boolean {
  const isNamed = /\bsubscri|\brecurring\b/.test(plain);
  if ((wishes.wantsCount && !isNamed) || wishes.isExcluding || wishes.isShare) return true;
  if (/\b(?:mark|tag|treat) |\b(?:richer|poorer|worth|ago)\b/.test(plain)) return true;
  if (/\bbills\b/.test(plain) && /\b(?:due|upcoming|coming|before|until|still)\b/.test(plain)) return true;
  return (
    !isNamed &&
    /\b(?:spend|spent|budgets?|utili\w+|apr|interest|cash ?flow|sav(?:e|ed|ing|ings))\b/.test(plain)
  );
}

function extremeIn(plain: string): Asked["extreme"] {
  if (/\b(?:biggest|largest|dearest|priciest|highest|most)\b/.test(plain)) return "most";
  return /\b(?:cheapest|smallest|lowest|least)\b/.test(plain) ? "least" : undefined;
}

const PRICES =
  /\b(?:more expensive|pricier)\b|\bdearer\b|\bprices? (?!of\b|for\b|now\b|today\b|is\b|[?])|\bpriced up\b|\braised?\b|\b(?:ris(?:e|es|en)|rose)\b|\bincreas\w+\b|\b(?:went|gone|go|going) up\b|\bhik\w+\b|\bchang\w+\b|\b(?:charg|cost)\w* (?:me )?more\b/;

/** "Have groceries gone up?" is about what is spent on them, not about a price. */
const isVaried = ({ categories }: Subject): boolean =>
  categories.length > 0 &&
  !categories.some((id) =>
    /rent|mortgage|utilit|internet|phone|insurance|stream|gym|subscription|fitness|software|music|entertainment/.test(
      id,
    ),
  );

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
  { subjects, kinds, direction, isAboutPrices, isAboutNext, isEnded, extreme, since }: Asked,
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
