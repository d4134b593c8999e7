export type AccountScope =
  | "all"
  | "cash"
  | "net_worth"
  | "debt"
  | "savings"
  | "checking"
  | "credit"
  | "investment"
  /** Whatever the question calls by name. */
  | "named";

const RULES: [AccountScope, RegExp][] = [
  ["net_worth", /\bnet ?worth\b|\bam i worth\b|\bhow rich\b/],
  [
    "credit",
    /\b(?:balance|owed?|due|debt)\b.*\b(?:credit )?cards?\b|\bcredit card debt\b|\bcredit cards?(?: account)? balances?\b|\bon my (?:credit )?cards? balance\b/,
  ],
  ["debt", /\b(?:do|did) i owe\b|\bi owe\b|\b(?:total|my|much|in|any) debts?\b(?! payment)|\bin the red\b/],
  [
    "savings",
    /\b(?:how much|what'?s?|balance|money|is|have|left)\b.*\b(?:in|of|on) (?:my |the )?savings?\b|\bsavings? (?:account )?balances?\b|\bhow much savings\b/,
  ],
  [
    "checking",
    /\b(?:how much|what'?s?|balance|money|is|have|left)\b.*\b(?:in|of|on) (?:my |the )?(?:checking|current account)\b|\bchecking (?:account )?balances?\b/,
  ],
  [
    "investment",
    /\b(?:investment|brokerage|portfolio|retirement|401k|ira)\b.*\b(?:balances?|worth|value|accounts?|have)\b|\b(?:in|of) my (?:portfolio|brokerage|investments?|401k|ira)\b/,
  ],
  [
    "cash",
    /\bhow much (?:money|cash) (?:do (?:i|we) have|have (?:i|we) got)\b|\bhow much (?:do|have) (?:i|we) (?:have|got)(?! (?:spent|paid|earned|made|bought))\b|\bmoney (?:is |do i have )?in the bank\b|\bmoney do i have\b|\bam i broke\b|\bcash (?:do i have|on hand)\b/,
  ],
  [
    "all",
    /\bbalances?\b|\b(?:list|show|what are|which are|see|what|which) (?:me )?(?:all )?(?:of )?(?:my |the )?(?:\w+ )?accounts\b|\bmy (?:bank )?accounts\b|\b(?:banks?|accounts?|cards?)\b.*\b(?:linked|connected|do i have|i have)\b/,
  ],
  [
    "named",
    /\bhow (?:much|many \w+)\b.*\b(?:is|are|do (?:i|we) (?:still )?(?:have|owe)|have i got|money|left|sits?|sitting)\b.*\b(?:in|on|of)\b|\bhow much of (?:my|the) .*\bloan\b.*\b(?:left|remain\w*|open)\b|\bhow much .*\b(?:left|remain\w*) on (?:my|the) .*\bloan\b|\bwhat(?:'s| is) (?:in|on) (?:my|the)\b/,
  ],
];

const OTHER_WORDS =
  /\b(?:spend|spent|spending|bought|buy|purchases?|transactions?|paid|pay|earn\w*|income|budget\w*|interest|goals?|limit|credit (?:do|left)|subscriptions?)\b/;

/** Which accounts a question about balances means, if it is one. */
export function findAccountScope(plain: string): AccountScope | undefined {
  if (OTHER_WORDS.test(plain)) return undefined;
  return RULES.find(([, pattern]) => pattern.test(plain))?.[0];
}
