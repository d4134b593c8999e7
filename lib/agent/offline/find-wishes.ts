import type { SpendingGrouping } from "../../domain/spending";
import { findRange, hasRange } from "./find-range";
import type { Range, SpendingQuestion, TransactionsQuestion } from "./question";
import { NUMBER_PATTERN, numberOf, take } from "./read-text";

/** How the answer is wanted: grouped, listed, sorted, limited. `undefined` where nothing was said. */
export type Wishes = {
  groupBy: SpendingGrouping | undefined;
  sort: TransactionsQuestion["sort"] | undefined;
  limit: number | undefined;
  range: Range;
  /** Rows are wanted, not a total. */
  wantsRows: boolean;
  wantsCount: boolean;
  isIncome: boolean;
  isRefunds: boolean;
  isPending: boolean;
  cannot: SpendingQuestion["cannot"];
  /** A verb or noun of spending: the question stands on its own feet. */
  isSpending: boolean;
  accounts: string[];
  rest: string;
};

const ROWS =
  "transactions?|purchases?|payments?|charges?|expenses?|orders?|withdrawals?|deposits?|refunds?|transfers?|entries|items?|things?";
const PLACES = "merchants?|stores?|shops?|places?|companies|vendors?|retailers?";
const GROUPINGS: [SpendingGrouping, RegExp][] = [
  [
    "month",
    /\b(?:by|per|each|every|for each) month\b|\bmonth (?:by|over) month\b|\bmonthly\b|\ba month\b|\bover time\b|\btrends?\b/,
  ],
  [
    "merchant",
    new RegExp(
      `\\b(?:by|per|each|for each) (?:${PLACES})\\b|\\btop (?:\\w+ )?(?:${PLACES})\\b|\\b(?:which|what) (?:${PLACES})\\b|\\bwhere (?:do|did|have) i (?:spend|spent|shop|shopped|buy)\\b`,
    ),
  ],
  [
    "category",
    /\b(?:by|per|each|for each) (?:category|categories|type|kind)\b|\b(?:top|biggest|largest) (?:\w+ )?(?:spending )?categor(?:y|ies)\b|\b(?:which|what) categor(?:y|ies)\b|\bbreak ?downs?\b|\bbreak (?:it|them|that|this|my spending) down\b|\bwhere (?:did|does|is|has) (?:all )?my money\b|\bwhat (?:do|did|have) i (?:spend|spent) (?:the )?(?:most|money) on\b|\bon what\b|\bspending habits\b/,
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
const LARGEST = extreme("largest|biggest|most expensive|highest|priciest|top");
const SMALLEST = extreme("smallest|cheapest|lowest|least expensive");
const NEWEST = new RegExp(
  `\\b(?:last|latest|recent|most recent|newest) ${NUMBER_PATTERN} (?:\\w+ ){0,2}?(?:${ROWS})\\b|\\b${NUMBER_PATTERN} (?:latest|most recent|newest|last|recent) (?:\\w+ ){0,2}?(?:${ROWS})\\b`,
);
const LATEST_ONE =
  /\bwhen did i last\b|\bwhen was (?:my |the )?last\b|\blast time i\b|\b(?:my|the) (?:last|latest|most recent) (?:\w+ )?(?:transaction|purchase|payment|charge|order|expense)\b/;
const OLDEST = new RegExp(`\\b(?:first|oldest|earliest) (?:ever )?(?:${ROWS})\\b`);
const COUNTED = new RegExp(
  `\\b(?:show|list|see|give|get|find)(?: me)?(?: my| the)? (\\d{1,2})(?= (?:\\w+ ){0,2}?(?:${ROWS})\\b)|\\b(?:top|biggest|largest) ${NUMBER_PATTERN}\\b`,
);
const LIST = new RegExp(
  `\\bwhat (?:did|have) i (?:buy|bought|purchased?|ordered?)\\b|\\beverything i (?:bought|purchased|ordered|spent)\\b|\\b(?:show|list|find|see|search|display|view|get|give|pull up|look up|what were|what are|which)\\b(?:.*)\\b(?:${ROWS})\\b|\\b(?:recent|latest) (?:${ROWS})\\b|\\b(?:list|show) (?:me )?(?:them|those|these|it|that)\\b|\\bwhich ones\\b|^(?:my |all |the )*(?:\\w+ ){0,3}(?:transactions|purchases|payments|charges|orders|refunds|deposits|transfers)(?= ?[,§?.!]| in | from | at | on | over | under | above | since |$)`,
);

const SINGLE =
  /\b(?:purchase|transaction|payment|charge|expense|order|withdrawal|deposit|refund|item|thing)\b/;

function findOrder(text: string) {
  let sort: Wishes["sort"];
  let limit: number | undefined;
  const limitOf = (match: RegExpExecArray) => {
    const count = match[1] ?? match[2];
    return count ? numberOf(count) : SINGLE.test(match[0]) ? 1 : 5;
  };
  let rest = take(text, LARGEST, (match) => {
    sort = "largest";
    limit = limitOf(match);
  });
  rest = take(rest, SMALLEST, (match) => {
    sort = "smallest";
    limit = limitOf(match);
  });
  rest = take(rest, NEWEST, (match) => {
    sort = "newest";
    limit = numberOf(match[1] ?? match[2] ?? "5");
  });
  rest = take(rest, LATEST_ONE, () => {
    if (!sort) [sort, limit] = ["newest", 1];
  });
  rest = take(rest, OLDEST, (match) => {
    if (!sort) [sort, limit] = ["oldest", SINGLE.test(match[0]) ? 1 : 5];
  });
  rest = take(rest, COUNTED, (match) => {
    limit ??= numberOf(match[1] ?? match[2] ?? "");
  });
  return { sort, limit, rest };
}

const ACCOUNT =
  /\b(?:with|on|from|using|in|through|via) (?:my |the )?((?:[\w]+ ){0,2}(?:checking|savings|credit card|debit card|card|account))(?! payments?)(?: account)?\b|\b(?:ending in|account|card) (\d{4})\b/;

/** @param text plain text whose periods are marked */
export function findWishes(text: string): Wishes {
  const grouping = findGrouping(text);
  const ranged = findRange(grouping.rest);
  const order = findOrder(ranged.rest);
  const top = new RegExp(`\\b(?:top|biggest|largest) ${NUMBER_PATTERN}\\b`).exec(text)?.[1];
  const accounts: string[] = [];
  const rest = take(order.rest, ACCOUNT, (match) => {
    accounts.push((match[2] ?? match[1] ?? "").replace(/\b(?:account|my|the)\b/g, "").trim());
  });
  const wantsCount = new RegExp(
    `\\bhow many (?:\\w+ ){0,2}?(?:${ROWS}|times)\\b|\\bhow often\\b|\\bnumber of (?:\\w+ )?(?:${ROWS})\\b`,
  ).test(text);
  return {
    groupBy: grouping.groupBy,
    sort: order.sort,
    limit: order.limit ?? (top ? numberOf(top) : undefined),
    range: ranged.range,
    wantsRows:
      order.sort !== undefined || (hasRange(ranged.range) && !/\bhow much\b/.test(text)) || LIST.test(text),
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
    cannot: findCannot(text),
    isSpending:
      /\b(?:spend|spends|spent|spending|spendings|cost|costs|expenses?|expenditures?|pay|paid|bought|buy|purchases?|blow|blew|drop|went|outgoings?|how much)\b/.test(
        text,
      ),
    accounts: accounts.filter(Boolean),
    rest,
  };
}

export const EXCLUSION =
  "excluding|except(?: for)?|without|not (?:counting|including)|apart from|other than|aside from|outside of|besides|leaving out|leave out|ignoring|minus|but not|(?:everything|anything|all) but";

function findCannot(text: string): Wishes["cannot"] {
  if (/\b(?:average|avg|mean|typical(?:ly)?|usually)\b/.test(text)) return "average";
  if (/\b(?:percent|percentage|share|proportion|ratio)\b|%/.test(text)) return "percentage";
  return new RegExp(`\\b(?:${EXCLUSION})(?![\\w])`).test(text) ? "exclusion" : undefined;
}
