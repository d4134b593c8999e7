import { NUMBER_PATTERN, numberOf, take } from "./read-text";
import { ROWS } from "./row-words";

/** Which rows come first. */
export type Order = "newest" | "oldest" | "largest" | "smallest";

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
    `\\b(?:(?:${words})(?: ${NUMBER_PATTERN})?|${NUMBER_PATTERN} (?:${words}))(?: single| one)?(?= (?!\\d|(?:only|please|instead|too|then)\\b|(?:merchants?|stores?|shops?|places?|categor(?:y|ies)|restaurants|cafes|bars|supermarkets|spending|months?|weeks?|days?|accounts?|cards?)\\b)(?:\\w+[' -]?\\w* ?){1,4})`,
  );
const NEWEST = new RegExp(
  `\\b(?:last|latest|recent|most recent|newest) ${NUMBER_PATTERN} (?:\\w+ ){0,2}?(?:${ROWS})\\b|\\b${NUMBER_PATTERN} (?:latest|most recent|newest|last|recent) (?:\\w+ ){0,2}?(?:${ROWS})\\b`,
);
const LATEST_ONE =
  /\bwhen (?:did|was|have) (?:i|we) last\b|\bwhen was (?:my |the )?last\b|\blast time i\b|\b(?:my|the) (?:last|latest|most recent)(?= (?:\w+ )?(?:transaction|purchase|payment|charge|order|expense|pay ?check|pay ?cheque|salary|deposit|refund|withdrawal|ride|visit|bill)\b)/;
/** "The most recent Petco purchase": whatever is between stays to be read. */
const LATEST_APART =
  /\b(?:my |the |our )?(?:most recent|latest|newest|very last|last)(?= (?!(?:few|\d)\b)(?:[\w'&]+ ){1,4}(?:transaction|purchase|payment|charge|order|expense|deposit|refund|withdrawal|ride|visit|bill|trip|meal|haircut|fill-?up|run|stop|shop|thing|item)\b(?! ago)| (?:thing|item)\b)|\blast time\b|^(?:my |the )?(?:last|latest|most recent) (?=\w+(?: \w+)?[ ?.!]*$)/;
const LATEST_FEW =
  /\b(?:last|latest|most recent|recent) (?:few )?(?=(?:\w+ )?(?:transactions|purchases|payments|charges|orders|expenses|deposits|refunds|transfers|pay ?checks|withdrawals|visits|rides)\b)/;
const OLDEST_ONE =
  /\bwhen did (?:i|we) (?:very )?first(?: ever)?\b|\bwhen was (?:my |the )?(?:very )?first\b|\b(?:my|the) (?:very )?(?:first|earliest|oldest)(?: ever)?(?= (?:[\w'&]+ ){0,4}(?:transaction|purchase|payment|charge|order|expense|deposit|refund|withdrawal|ride|visit|bill|trip|meal|haircut|fill-?up|run|stop|shop)\b)|\bfirst (?:ever )?(?:time|visit|purchase|order|trip|ride)\b/;
const OLDEST = new RegExp(`\\b(?:first|oldest|earliest) (?:ever )?(?:${ROWS})\\b`);
const COUNTED = new RegExp(
  `\\b(?:show|list|see|give|get|find)(?: me)?(?: my| the)? (\\d{1,2})(?= (?:\\w+ ){0,2}?(?:${ROWS})\\b)|\\b(?:top|biggest|largest) ${NUMBER_PATTERN}\\b`,
);

const SINGLE = new RegExp(`\\b(?:${ROWS})(?<!s)\\b`);

const ORDERS: Record<string, Order> = {
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

/** Which rows come first, and how many of them are wanted; the words for it are marked. */
export function findOrder(text: string) {
  let sort: Order | undefined;
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
