import type { SpendingGrouping } from "../../domain/spending";
import { findAccountsUsed } from "./accounts-used";
import { findRange, hasRange } from "./find-range";
import type { Average, Range } from "./question";
import { mark, NUMBER_PATTERN, numberOf, take } from "./read-text";

/** How the answer is wanted: grouped, listed, sorted, limited. `undefined` where nothing was said. */
export type Wishes = {
  groupBy: SpendingGrouping | undefined;
  sort: "newest" | "oldest" | "largest" | "smallest" | undefined;
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

const ROWS =
  "transactions?|purchases?|payments?|charges?|expenses?|orders?|withdrawals?|deposits?|refunds?|transfers?|entries|items?|things?|pay ?che(?:ck|que)s?|rides?|visits?|bills?|meals?|trips?|fill-?ups?|tickets?|subscriptions?|runs|stops";
const PLACES = "merchants?|stores?|shops?|places?|companies|vendors?|retailers?";
const GROUPINGS: [SpendingGrouping, RegExp][] = [
  [
    "month",
    /\b(?:which|what) months?\b(?=.*\b(?:most|least|highest|lowest|more)\b)|\b(?:most expensive|priciest|cheapest|highest|lowest|biggest|best|worst)(?: \w+)? months?\b|\b(?:by|per|each|every|for each) month\b|\bmonth (?:by|over) month\b|\bmonthly\b|\ba month\b|\bover time\b|\btrends?\b|\b(?:for every|from month to|month on) month\b|\bover the months\b|\bhow (?:has|have|did|is|are|was)\b(?=.*\b(?:develop\w*|evolv\w*|progress\w*|fluctuat\w*|var(?:y|ied|ies)|mov(?:ed|ing))\b)/,
  ],
  ["week", /\b(?:by|each|every|for each) week\b|\bweek (?:by|over) week\b|\bweekly\b/],
  [
    "day",
    /\b(?:which|what) days?\b(?=.*\b(?:most|least|highest)\b)(?! of the week)|\b(?:most expensive|priciest|biggest|highest)(?: \w+)? day\b(?! of the week)|\b(?:by|each|every|for each) day\b|\bday (?:by|over) day\b|\bdaily\b/,
  ],
  [
    "account",
    /\b(?:by|per|each|for each) (?:account|card|bank account)\b|\b(?:which|what) (?:account|card)s? (?:do|did|have|was|is)\b/,
  ],
  [
    "merchant",
    new RegExp(
      `\\b(?:by|per|each|for each) (?:${PLACES})\\b|\\btop (?:\\w+ )?(?:${PLACES})\\b|\\b(?:which|what) (?:${NUMBER_PATTERN} )?(?:${PLACES})\\b|\\b(?:which|what) (?:\\w+ )?(?=(?:\\w+ )?(?:${PLACES}|restaurants?|cafes?|bars?|supermarkets?)\\b.*\\b(?:most|least|more)\\b)|\\btop (?:${NUMBER_PATTERN} )?(?=(?:\\w+ )?(?:${PLACES}|restaurants?|cafes?|bars?|supermarkets?|airlines?|hotels?)\\b)|\\bwhere (?:do|did|have) i (?:spend|spent|shop|shopped|buy|leave)\\b|\\brank(?:ed|ing)?\\b(?=.*\\b(?:${PLACES})\\b)|\\bfavou?rite (?:${PLACES})\\b|\\b(?:${PLACES}) (?:by|ranked|sorted|ordered|where|that got|i spent|i spend)\\b|\\bwho (?:did|do|have|has|got|gets|took|takes)\\b(?=.*\\bmost\\b)|\\b(?:${NUMBER_PATTERN} )?(?:biggest|largest|main) (?:${PLACES})\\b`,
    ),
  ],
  [
    "category",
    /\b(?:by|per|each|for each) (?:category|categories|type|kind)\b|\b(?:top|biggest|largest) (?:\w+ )?(?:spending )?categor(?:y|ies)\b|\b(?:which|what) categor(?:y|ies)\b|\bbreak ?downs?\b|\bbreak (?:it|them|that|this|my spending) down\b|\bwhere (?:did|does|is|has) (?:(?:most|all|the most|much) )?(?:of )?my money\b|\bwhat (?:do|did|have) i (?:spend|spent) (?:the )?(?:most|money) on\b|\bon what\b|\bspending habits\b|\brank(?:ed|ing)?\b(?=.*\bcategor(?:y|ies)\b)|\bcategories (?:from|by|ranked|sorted|ordered|in order)\b|\bsplit\b(?=.*\bcategor(?:y|ies)\b)|\bcategory[- ]?wise\b|\bper[- ]category\b|\bspending (?:distribution|mix|structure|profile|split|pie)\b|\b(?:made|makes?|making) up (?:my|the|our) (?:spending|expenses)\b|\bwhere(?:'s| is| are| does| do| did| has| have)?(?: (?:all|most|the bulk|the majority|much))?(?: of)? (?:my|our|the) (?:hard-earned )?(?:money|cash|spending)\b|\bwhat (?:do|did|am|are|have|was|were) (?:i|we) (?:spend|spent|spending)(?: (?:my|our|the|most|more|all|of|money|cash))* on(?= ?(?:[§?.!,]|$))|\b(?:main|major|key) (?:expenses|costs|spending areas|areas of spending|categories)\b|\bmoney pits?\b/,
  ],
];

function findGrouping(text: string) {
  const found = GROUPINGS.find(([, pattern]) => pattern.test(text));
  return found ? { groupBy: found[0], rest: take(text, found[1]) } : { groupBy: undefined, rest: text };
}

/** "largest purchase", "top five expenses", "five largest purchases". The number is the first or the second group. */
const extreme = (words: string) =>
  new RegExp(
    `\\b(?:${words})(?: ${NUMBER_PATTERN})?(?: single)? (?:${ROWS})\\b|\\b${NUMBER_PATTERN} (?:${words}) (?:${ROWS})\\b`,
  );
const BIG = "largest|biggest|most expensive|highest|priciest|dearest|costliest|top";
const LARGEST = extreme(BIG);
const SMALL = "smallest|cheapest|lowest|least expensive|tiniest";
const SMALLEST = extreme(SMALL);
/** "biggest Uber ride", "top 4 coffee purchases", "the most expensive dinner": whatever is between stays to be read. */
const apart = (words: string) =>
  new RegExp(
    `\\b(?:(?:${words})(?: ${NUMBER_PATTERN})?|${NUMBER_PATTERN} (?:${words}))(?: single| one)?(?= (?!(?:merchants?|stores?|shops?|places?|categor(?:y|ies)|restaurants|cafes|bars|supermarkets|spending|months?|weeks?|days?|accounts?|cards?)\\b)(?:\\w+[' -]?\\w* ?){1,4})`,
  );
const NEWEST = new RegExp(
  `\\b(?:last|latest|recent|most recent|newest) ${NUMBER_PATTERN} (?:\\w+ ){0,2}?(?:${ROWS})\\b|\\b${NUMBER_PATTERN} (?:latest|most recent|newest|last|recent) (?:\\w+ ){0,2}?(?:${ROWS})\\b`,
);
const LATEST_ONE =
  /\bwhen did i last\b|\bwhen was (?:my |the )?last\b|\blast time i\b|\b(?:my|the) (?:last|latest|most recent)(?= (?:\w+ )?(?:transaction|purchase|payment|charge|order|expense|pay ?check|pay ?cheque|salary|deposit|refund|withdrawal|ride|visit|bill)\b)/;
/** "The most recent Petco purchase": whatever is between stays to be read. */
const LATEST_APART =
  /\b(?:my |the |our )?(?:most recent|latest|newest|very last|last)(?= (?!(?:few|\d)\b)(?:[\w'&]+ ){1,4}(?:transaction|purchase|payment|charge|order|expense|deposit|refund|withdrawal|ride|visit|bill|trip|meal|haircut|fill-?up|run|stop|shop)\b(?! ago))|\blast time\b|^(?:my |the )?(?:last|latest|most recent) (?=\w+(?: \w+)?[ ?.!]*$)/;
const LATEST_FEW =
  /\b(?:last|latest|most recent|recent) (?:few )?(?=(?:\w+ )?(?:transactions|purchases|payments|charges|orders|expenses|deposits|refunds|transfers|pay ?checks|withdrawals|visits|rides)\b)/;
const OLDEST_ONE =
  /\bwhen did (?:i|we) (?:very )?first(?: ever)?\b|\bwhen was (?:my |the )?(?:very )?first\b|\b(?:my|the) (?:very )?(?:first|earliest|oldest)(?: ever)?(?= (?:[\w'&]+ ){0,4}(?:transaction|purchase|payment|charge|order|expense|deposit|refund|withdrawal|ride|visit|bill|trip|meal|haircut|fill-?up|run|stop|shop)\b)|\bfirst (?:ever )?(?:time|visit|purchase|order|trip|ride)\b/;
const OLDEST = new RegExp(`\\b(?:first|oldest|earliest) (?:ever )?(?:${ROWS})\\b`);
const COUNTED = new RegExp(
  `\\b(?:show|list|see|give|get|find)(?: me)?(?: my| the)? (\\d{1,2})(?= (?:\\w+ ){0,2}?(?:${ROWS})\\b)|\\b(?:top|biggest|largest) ${NUMBER_PATTERN}\\b`,
);
const LIST = new RegExp(
  `\\bwhat (?:did|have) i (?:buy|bought|purchased?|ordered?)\\b|\\beverything i (?:bought|purchased|ordered|spent)\\b|\\b(?:show|list|find|see|search|display|view|get|give|pull up|look up|what were|what are|which)\\b(?:.*)\\b(?:${ROWS})\\b|\\b(?:recent|latest) (?:${ROWS})\\b|\\bwhich ones\\b|\\bwhat (?:\\w+ )?(?:transactions|purchases|payments|charges|orders|refunds|deposits|transfers)\\b|^(?:my |all |the )*(?:\\w+ ){0,3}(?:transactions|purchases|payments|charges|orders|refunds|deposits|transfers)(?= ?[,§?.!]| in | from | at | on | over | under | above | since |$)`,
);

const POINTED = /\b(?:list|show) (?:me )?(?:them|those|these|it|that)\b/;

const SINGLE = new RegExp(`\\b(?:${ROWS})(?<!s)\\b`);

const ORDERS: Record<string, NonNullable<Wishes["sort"]>> = {
  oldest: "oldest",
  earliest: "oldest",
  newest: "newest",
  latest: "newest",
  largest: "largest",
  biggest: "largest",
  highest: "largest",
  smallest: "smallest",
  cheapest: "smallest",
  lowest: "smallest",
};
const SORTED = new RegExp(
  `,? ?\\b(?:sorted (?:by )?|with the )?(${Object.keys(ORDERS).join("|")}) (?:ones? )?first\\b`,
);

function findOrder(text: string) {
  let sort: Wishes["sort"];
  let limit: number | undefined;
  const limitOf = (match: RegExpExecArray) => {
    const count = match[1] ?? match[2];
    return count ? numberOf(count) : SINGLE.test(match[0]) ? 1 : 5;
  };
  const sorted = take(text, SORTED, (match) => {
    sort = ORDERS[match[1] ?? ""];
  });
  let rest = take(sorted, LARGEST, (match) => {
    sort = "largest";
    limit = limitOf(match);
  });
  rest = take(rest, SMALLEST, (match) => {
    sort = "smallest";
    limit = limitOf(match);
  });
  const single =
    new RegExp(`\\b(?:${ROWS})(?<!s)\\b`).test(text) || !new RegExp(`\\b(?:${ROWS})\\b`).test(text);
  const limitApart = (match: RegExpExecArray) => {
    const count = match[1] ?? match[2];
    return count ? numberOf(count) : single ? 1 : 5;
  };
  if (!sort) {
    rest = take(rest, apart(BIG), (match) => {
      [sort, limit] = ["largest", limitApart(match)];
    });
  }
  if (!sort) {
    rest = take(rest, apart(SMALL), (match) => {
      [sort, limit] = ["smallest", limitApart(match)];
    });
  }
  rest = take(rest, NEWEST, (match) => {
    sort = "newest";
    limit = numberOf(match[1] ?? match[2] ?? "5");
  });
  rest = take(rest, LATEST_ONE, () => {
    if (!sort) [sort, limit] = ["newest", 1];
  });
  rest = take(rest, LATEST_APART, () => {
    if (!sort) [sort, limit] = ["newest", 1];
  });
  rest = take(rest, OLDEST_ONE, () => {
    if (!sort) [sort, limit] = ["oldest", 1];
  });
  rest = take(rest, LATEST_FEW, () => {
    if (!sort) [sort, limit] = ["newest", 5];
  });
  rest = take(rest, OLDEST, (match) => {
    if (!sort) [sort, limit] = ["oldest", SINGLE.test(match[0]) ? 1 : 5];
  });
  rest = take(rest, COUNTED, (match) => {
    limit ??= numberOf(match[1] ?? match[2] ?? "");
  });
  return { sort, limit, rest };
}

/** @param text plain text whose periods are marked */
export function findWishes(text: string): Wishes {
  const grouping = findGrouping(text);
  const ranged = findRange(grouping.rest);
  const order = findOrder(ranged.rest);
  const numbered = new RegExp(
    `\\b(?:top|biggest|largest|which|what) ${NUMBER_PATTERN}\\b|\\b${NUMBER_PATTERN} (?:biggest|largest|top|main)\\b`,
  ).exec(text);
  const top = numbered?.[1] ?? numbered?.[2];
  const worded = order.rest.replaceAll(/\bin (?:every|each|all|any|both) currenc(?:y|ies)\b/g, (words) =>
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
    isRefunds: /\brefund(?:s|ed)?\b|\bmoney back\b/.test(text),
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
function wantsRows(text: string, sort: Wishes["sort"], range: Range, isGrouped: boolean): boolean {
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
