import type { SpendingGrouping } from "../../domain/spending";
import { findAccountsUsed } from "./accounts-used";
import { findGrouping } from "./find-grouping";
import { findOrder, type Order } from "./find-order";
import { findRange, hasRange } from "./find-range";
import type { Average, Range } from "./question";
import { mark, NUMBER_PATTERN, numberOf, take } from "./read-text";
import { ROWS } from "./row-words";

/** How the answer is wanted: grouped, listed, sorted, limited. `undefined` where nothing was said. */
export type Wishes = {
  groupBy: SpendingGrouping | undefined;
  sort: Order | undefined;
  limit: number | undefined;
  range: Range;
  /** Rows are wanted, not a total. */
  wantsRows: boolean;
  wantsCount: boolean;
  isIncome: boolean;
  isRefunds: boolean;
  isPending: boolean;
  average: Average | undefined;
  /** A part of a whole, in percent. */
  isShare: boolean;
  isExcluding: boolean;
  isWhy: boolean;
  chart: "bar" | "line" | "donut" | undefined;
  /** A verb or noun of spending: the question stands on its own feet. */
  isSpending: boolean;
  accounts: string[];
  rest: string;
};

const LIST = new RegExp(
  `\\bwhat (?:did|have) i (?:buy|bought|purchased?|ordered?)\\b|\\beverything i (?:bought|purchased|ordered|spent)\\b|\\b(?:show|list|find|see|search|display|view|get|give|pull up|look up|what were|what are|which)\\b(?:.*)\\b(?:${ROWS})\\b|\\b(?:recent|latest) (?:${ROWS})\\b|\\bwhich ones\\b|\\bwhat (?:\\w+ )?(?:transactions|purchases|payments|charges|orders|refunds|deposits|transfers)\\b|^(?:my |all |the )*(?:\\w+ ){0,3}(?:transactions|purchases|payments|charges|orders|refunds|deposits|transfers)(?= ?[,§?.!]| in | from | at | on | over | under | above | since |$)`,
);

const NUMBERED = new RegExp(
  `\\b(?:top|biggest|largest|which|what) ${NUMBER_PATTERN}\\b|\\b${NUMBER_PATTERN} (?:biggest|largest|top|main)\\b`,
);

/** What they number is marked already. */
const NUMBERED_GROUPS = new RegExp(`${NUMBERED.source}|\\b${NUMBER_PATTERN}(?= §)`);

const POINTED = /\b(?:list|show) (?:me )?(?:them|those|these|it|that)\b/;

/** @param text plain text whose periods are marked */
export function findWishes(text: string): Wishes {
  const grouping = findGrouping(text);
  const ranged = findRange(grouping.rest);
  const order = findOrder(ranged.rest);
  const numbered = NUMBERED.exec(text);
  const top = numbered?.[1] ?? numbered?.[2];
  const ranked = grouping.groupBy === undefined ? order.rest : take(order.rest, NUMBERED_GROUPS);
  const worded = ranked.replaceAll(/\bin (?:every|each|all|any|both) currenc(?:y|ies)\b/g, (words) =>
    mark(words, 0, words.length),
  );
  const undrawn = take(
    worded,
    /\b(?:(?:bar|line|pie|donut|doughnut)[ -]?)?(?:charts?|graphs?|plot|diagram)\b|\b(?:visuali[sz]e|draw|pie|donut)\b/,
  );
  const { accounts, rest } = findAccountsUsed(undrawn);
  const wantsCount = new RegExp(
    `\\bhow many (?:\\w+ ){0,2}?(?:${ROWS}|times)\\b|\\bhow often\\b|\\bcount (?:of|my|the|all|up)\\b|\\bhow many (?!euros|dollars|accounts?|banks?|cards?|shares|months|days|weeks|years|percent|goals|budgets|subscriptions|people|merchants|stores|shops|places|categories|more|debts|loans|holdings|bills|hours|quarters)(?:[\\w'-]+ ){1,4}?(?:did|do|have|were|was|are|at|in|from|on|with|§)|\\bnumber of (?:[\\w']+ ){0,2}(?:${ROWS}|times)\\b|\\btimes (?:(?:did|have|that) )?(?:i|we)\\b`,
  ).test(text);
  return {
    groupBy: grouping.groupBy,
    sort: order.sort,
    limit: order.limit ?? (top ? numberOf(top) : undefined),
    range: ranged.range,
    wantsRows: wantsRows(text, order.sort, ranged.range, grouping.groupBy !== undefined || CHART.test(text)),
    wantsCount,
    isIncome:
      /\b(?:income|earn|earned|earnings|earning|get paid|got paid|pa(?:id|ys?) me|make in total|salary|salaries|paychecks?|payroll|wages?|money in|made)\b|\bdid i make\b|\bmoney (?:come|came|coming) in\b/.test(
        text,
      ) &&
      !/\bmade? (?:at|with|on)\b/.test(text) &&
      !/\b(?:purchases?|payments?|transactions?|orders?|charges?|transfers?|withdrawals?|deposits?)\b.*\b(?:made|make)\b/.test(
        text,
      ),
    isPending: /\bpending\b|\bnot (?:yet )?posted\b/.test(text),
    isRefunds: /(?<!\btax )\brefund(?:s|ed)?\b|\bmoney back\b/.test(text),
    average: findAverage(text),
    isShare: /\b(?:percent|percentage|share|proportion|ratio|fraction)\b|%/.test(text),
    isExcluding: new RegExp(`\\b(?:${EXCLUSION})(?![\\w])`).test(text),
    isWhy: /\bwhy\b|\bhow come\b|\bwhat (?:changed|drove|caused|explains)\b|\bwhat'?s behind\b/.test(text),
    chart: findChart(text),
    isSpending:
      /\b(?:spend|spends|spent|spending|spendings|cost|costs|expenses?|expenditures?|pay|paid|bought|buy|purchases?|blow|blew|drop|went|outgoings?|how much)\b/.test(
        text,
      ),
    accounts,
    rest,
  };
}

/** "Show my flights" is a list; "my total expenses" and "show my spending" are not. */
function wantsRows(text: string, sort: Order | undefined, range: Range, isGrouped: boolean): boolean {
  if (sort !== undefined) return true;
  if (/\b(?:total|sum|altogether|overall)\b/.test(text) && !/\b(?:list|show)\b/.test(text)) return false;
  if (hasRange(range) && !/\bhow much\b/.test(text)) return true;
  const isPlainList =
    /^(?:please |can you |could you )?(?:list|show)(?: me)?\b/.test(text) &&
    !/\b(?:spen[dt]\w*|total|income|balances?|accounts?|much|break ?down|charts?|graph|costs?|summary)\b/.test(
      text,
    );
  return (!isGrouped && (isPlainList || POINTED.test(text))) || LIST.test(text);
}

export const EXCLUSION =
  "excluding|except(?:ing)?(?: for)?|without|not (?:counting|including)|apart from|other than|aside from|outside of|besides|leaving out|leave out|ignoring|minus|but not|(?:everything|anything|all) but";

const TIMES = "month|week|day";

function findAverage(text: string): Average | undefined {
  const rate = RATE.exec(text)?.[1];
  if (!AVERAGE.test(text)) return rate === "day" || rate === "week" ? rate : rate ? "purchase" : undefined;
  const unit =
    new RegExp(`\\b(?:per|each|every|by|a) (${TIMES})\\b`).exec(text)?.[1] ??
    /\b(month|week|dai)ly\b/.exec(text)?.[1];
  if (unit === "dai") return "day";
  if (unit === "month" || unit === "week" || unit === "day") return unit;
  return SINGLES.test(text) ? "purchase" : "month";
}

/** "How much do I spend a week": of months there are groups instead. */
const RATE =
  /\b(?:how much|what|spen[dt]\w*|costs?)\b.*\b(?:per|a) (day|week|visit|trip|purchase|order|transaction|ride|time|meal)\b/;
const AVERAGE = /\b(?:averages?|averaged|avg|mean|typical(?:ly)?|usually|normally)\b|(?<!than |as )\busual\b/;
const SINGLES =
  /\b(?:purchases?|transactions?|payments?|charges?|orders?|rides?|trips?|visits?|meals?|tickets?|size|bills?|fill-?ups?|deposits?|paychecks?|withdrawals?|per (?:time|go|visit|order|trip))\b/;

const CHART = /\b(?:charts?|graphs?|plot|diagram|visuali[sz]e|visuali[sz]ation|draw)\b/;

function findChart(text: string): Wishes["chart"] {
  if (/\b(?:pie|donut|doughnut)\b/.test(text)) return "donut";
  if (!CHART.test(text)) return undefined;
  return /\bline\b|\bover time\b|\btrend\b/.test(text) ? "line" : "bar";
}
