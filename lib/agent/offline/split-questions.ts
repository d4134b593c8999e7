import { withoutStatement } from "./statements";

const ASKING =
  "how|what|what's|whats|when|which|who|where|did|do|does|am|is|are|was|were|can|could|will|show|list|give|compare";

/** After a question mark, after a sentence when a question follows, and before "and how much ...". */
const BORDERS = [
  // Two of them side by side without an "and": "what's my net worth, how much do i owe".
  new RegExp(
    `(?<=^(?:${ASKING})\\b[^,]{8,}), (?=(?:how (?:much|many)|what(?:'s| is| are| did| do)|when|where)\\b)`,
  ),
  /(?<=\?)\s+/,
  new RegExp(`(?<=[a-z0-9][.!;])\\s+(?=(?:and |also |then )*(?:${ASKING})\\b)`),
  /(?:,|;) and (?=[a-z' ]{3,30} (?:in|this|last|since|for|over|during) )/,
  new RegExp(`(?:,|;)? (?:and|also|plus)(?: also)? (?=(?:${ASKING}) )`),
];

/** "By how much?": said by the answer before it. */
const SAID_ALREADY =
  /^(?:and )?(?:by how much|how (?:much|many|often)(?: (?:in total|altogether|overall|all together|in all))?|when|how much (?:more|less)|how much is that|and why not|please|thanks?(?: you)?)[ ?.!]*$/;
/** "What's the difference" and the like lean on both parts: never apart. */
const ONE = /^(?:and )?(?:compare|which\b.*\b(?:more|less|most|least)|what (?:came|comes|is coming) in)\b/;

const TOPIC =
  "(?:(?:current |total |monthly |credit |card |bank |account |checking |savings |upcoming |next |latest )*(?:net worth|balances?|savings rate|cash ?flow|subscriptions?|(?:recurring )?bills?|budgets?|goals?|debts?|utili[sz]ation|income|spending|holdings|investments|accounts?|portfolio|paychecks?|anomalies|loans?|cards?)(?: (?:this|last) (?:month|year|week)| due| status| balances?)?)";
const LEAD =
  "(?:(?:show|give|list|tell|what(?:'s| is| are)|how (?:is|are)|summary of|overview of)(?: me)? )?(?:my |the |our |all )*";
const LISTED = new RegExp(
  `^${LEAD}${TOPIC}(?:(?:,|;| and| plus| &| as well as)+ (?:my |the |also )*${TOPIC})+[ ?.!]*$`,
);
const BETWEEN = /(?:,|;| and\b| plus\b| &| as well as\b)+ (?:my |the |also )*/;

/** "Net worth, subscriptions and upcoming bills": each is a question of its own; income against spending is one. */
function listedTopics(plain: string): string[] | undefined {
  if (
    !LISTED.test(plain) ||
    /\b(?:checking|savings) (?:and|plus|&) |\bincome\b.*\bspending\b|\bspending\b.*\bincome\b/.test(plain)
  )
    return undefined;
  const parts = plain.replace(new RegExp(`^${LEAD}`), "").split(BETWEEN);
  return parts.length > 1 ? parts.map((part) => `my ${part}`) : undefined;
}

/** "Top 3 merchants and top 3 categories last month": the time is said once for both. */
const TWO_RANKINGS =
  /^((?:\S+ ){0,4}(?:top|biggest|largest) (?:\S+ )?\w+) and (?:my |the )?((?:top|biggest|largest) (?:\S+ )?(?:merchants|shops|stores|categories|purchases|transactions|expenses))( .*)?$/;

/** The questions of one message, each to be read by itself. At most five. */
export function splitQuestions(text: string): string[] {
  const plain = withoutStatement(text);
  if (ONE.test(plain)) return [plain];
  const both = TWO_RANKINGS.exec(plain);
  if (both) return [`${both[1]}${both[3] ?? ""}`, `${both[2]}${both[3] ?? ""}`];
  let parts = listedTopics(plain) ?? [plain];
  for (const border of BORDERS) parts = parts.flatMap((part) => part.split(border));
  const [first = plain, ...others] = parts.map((part) => part.trim()).filter(Boolean);
  const further = others.filter((part) => !SAID_ALREADY.test(part));
  return [first, ...further].slice(0, 5);
}
