import { isNamedPeriod, resolvePeriod } from "../../../domain/period";
import { answerSeries, type SeriesAsked } from "../answers/recurring";
import { asOfLine, paragraphs } from "../answers/wording";
import { subjectsBeside } from "../beside";
import type { ParsedQuestion } from "../parsed-question";
import type { Subject } from "../question";
import { resultsOf } from "../tool-round";
import { ABOUT_ONE, ABOUT_SERIES, ABOUT_THEM, INCOME, PAST, PRICES, WORDS } from "./recurring-words";
import { topic } from "./topic";

/** Subscriptions, bills and pay: what they cost, when they come, and what got dearer. */
export const recurring = topic<SeriesAsked>({
  name: "recurring",
  isAbout: (parsed) => !isOther(parsed) && (isAboutSeries(parsed.plain) || isAboutOne(parsed)),
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

const isAboutSeries = (plain: string): boolean => ABOUT_SERIES.test(plain) && !ABOUT_THEM.test(plain);

function isAboutOne(parsed: ParsedQuestion): boolean {
  const { plain } = parsed;
  if (!ABOUT_ONE.test(plain) || PAST.test(plain)) return false;
  if (isAboutIncome(plain)) return true;
  const subjects = subjectsBeside(parsed, WORDS);
  return subjects.length > 0 && !(PRICES.test(plain) && subjects.some(isVaried));
}

const isAboutIncome = (plain: string): boolean =>
  INCOME.test(plain) && !/\braise (?:its|the|their|my) /.test(plain);

function read(parsed: ParsedQuestion): SeriesAsked | undefined {
  const { plain, periods, today } = parsed;
  const isAboutPrices = PRICES.test(plain);
  const isOfNow = periods.every(
    (period) =>
      isAboutPrices ||
      /\brenew(?:s|ing)?\b/.test(plain) ||
      (typeof period === "string" && /^(?:today|this_month)$/.test(period)),
  );
  if (!isOfNow) return undefined;
  const isIncome = isAboutIncome(plain);
  const subjects = isIncome ? [] : subjectsBeside(parsed, WORDS);
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

function extremeIn(plain: string): SeriesAsked["extreme"] {
  if (/\b(?:biggest|largest|dearest|priciest|highest|most)\b/.test(plain)) return "most";
  return /\b(?:cheapest|smallest|lowest|least)\b/.test(plain) ? "least" : undefined;
}

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
