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
  | "named"
  /** All that can be spent at once, in one sum per currency. */
  | "cash_total";

const RULES: [AccountScope, RegExp][] = [
  [
    "net_worth",
    /\bnet ?worth\b|\b(?:total|my|overall) wealth\b|\bassets\b.*\b(?:liabilities|debts?)\b|\b(?:total|all) (?:my )?assets\b|\bam i worth\b|\bhow rich\b/,
  ],
  [
    "cash_total",
    /\bchecking (?:and|plus|&|\+) savings\b|\bsavings? (?:and|plus|&|\+) checking\b|\b(?:liquid|available|accessible) (?:cash|funds|money|assets)\b|\bliquidity\b|\bcash (?:position|total|balance|available|reserves?|in (?:the )?bank)\b|\btotal cash\b|\b(?:all|both) (?:my |of my )?(?:bank )?accounts\b.*\b(?:together|combined|total|sum)\b/,
  ],
  [
    "credit",
    /\b(?:balance|owed?|due|debt)\b.*\b(?:credit )?cards?\b|\bcredit card debt\b|\bcredit cards?(?: account)? balances?\b|\bon my (?:credit )?cards? balance\b/,
  ],
  [
    "debt",
    /^(?:what (?:are|is) )?(?:my |all |the |total )*(?:debts?|liabilities|loans?)[ ?.!]*$|\bwhat(?:'s| is)? (?:do )?i owed?\b|\b(?:do|did) i owe\b|\bi owe\b|\b(?:total|my|much|in|any|outstanding|current|remaining|existing) debts?\b(?! payment)|\bin the red\b/,
  ],
  [
    "savings",
    /^(?:is|are|do|does|has|have) (?:my |the |there |i )(?:\w+ ){0,3}savings?(?: account)? (?:above|over|below|under|more than|less than|at least|bigger than)\b|^(?:how much |what(?:'s| is| are) |how(?:'s| is| are) |in |is in |my |the |total )*savings?(?: total| account| now| look(?:ing)? like| at)?[ ?.!]*$|\b(?:how much|what'?s?|balance|money|is|have|left)\b.*\b(?:in|of|on) (?:my |the )?savings?\b|\bsavings? (?:account )?balances?\b|\bhow much savings\b/,
  ],
  [
    "checking",
    /^(?:is|are|do|does|has|have) (?:my |the |there |i )(?:\w+ ){0,3}checking(?: account)? (?:above|over|below|under|more than|less than|at least)\b|^(?:how much |what(?:'s| is) |how(?:'s| is) |in |is in |my |the |total )*checking(?: total| account| now| today| doing| look(?:ing)?(?: like)?)*[ ?.!]*$|\b(?:how much|what'?s?|balance|money|is|have|left)\b.*\b(?:in|of|on) (?:my |the )?(?:checking|current account)\b|\bchecking (?:account )?balances?\b/,
  ],
  [
    "investment",
    /\b(?:investment|brokerage|portfolio|retirement|401k|ira)\b.*\b(?:balances?|worth|value|accounts?|have)\b|\b(?:in|of) my (?:portfolio|brokerage|investments?|401k|ira)\b/,
  ],
  [
    "cash",
    /\bmoney (?:i have|i've got|have i got|in total|total)\b|\bhow (?:much )?(?:cash|money) (?:is|i) (?:there|have|left|available|got)\b|\bam i (?:rich|poor|flush|skint|loaded)\b|\bhow much(?: money| cash)? (?:is )?(?:in|at) (?:the|my) banks?\b|\bcash (?:i have|on hand|at hand|available)\b|\bhow much (?:money |cash )?(?:can i|could i) (?:access|withdraw)\b|\bhow much (?:money|cash) (?:do (?:i|we) have|have (?:i|we) got)\b|\bhow much (?:do|have) (?:i|we) (?:have|got)(?! (?:spent|paid|earned|made|bought))\b|\bmoney (?:is |do i have )?in the bank\b|\bmoney do i have\b|\bam i broke\b|\bcash (?:do i have|on hand)\b/,
  ],
  [
    "all",
    /\bclosed accounts?\b|\bwhich account\b.*\b(?:most|least|highest|lowest|biggest)\b|\baccounts? (?:overview|summary|list|totals?)\b|\beach (?:of my )?accounts?\b|\bhow much (?:money )?is (?:in|on) (?:each|every|all)\b|\bbalances?\b|\b(?:list|show|what are|which are|see|what|which) (?:me )?(?:all )?(?:of )?(?:my |the )?(?:\w+ )?accounts\b|\bmy (?:bank )?accounts\b|\b(?:banks?|accounts?|cards?)\b.*\b(?:linked|connected|do i have|i have)\b/,
  ],
  [
    "named",
    /\bhow many (?:euros?|dollars|pounds)\b.*\b(?:have|got|left)\b|\b(?:euro|eur|foreign(?: currency)?|dollar) (?:account|balance|money)\b|\bbalance (?:of|in|on|at|for)\b|\b(?:loan|mortgage|card) balance\b|\bhow (?:much|many \w+)\b.*\b(?:is|are|do (?:i|we) (?:still )?(?:have|owe)|have i got|money|left|sits?|sitting)\b.*\b(?:in|on|of)\b|\bhow much of (?:my|the) .*\bloan\b.*\b(?:left|remain\w*|open)\b|\bhow much .*\b(?:left|remain\w*) on (?:my|the) .*\bloan\b|\bwhat(?:'s| is) (?:in|on) (?:my|the)\b/,
  ],
];

const OTHER_WORDS =
  /\b(?:spend|spent|spending|bought|buy|purchases?|transactions?|paid|pay|earn\w*|income|budget\w*|interest|goals?|limit|credit (?:do|left)|subscriptions?)\b/;

/** Which accounts a question about balances means, if it is one. */
export function findAccountScope(plain: string): AccountScope | undefined {
  if (OTHER_WORDS.test(plain)) return undefined;
  return RULES.find(([, pattern]) => pattern.test(plain))?.[0];
}
