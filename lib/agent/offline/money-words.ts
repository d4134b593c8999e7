const PAY = "(?:pay ?checks?|pay ?cheques?|salary|wages?|pay)\\b";

/** What people say for income, accounts and debts, and the words that the rules know. In this order. */
export const MONEY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bcash\b(.*?) (?:take|took|taken|get|got|pull|pulled|draw|drew) out\b/g, "cash$1 withdraw"],
  [/\bhow regularly\b/g, "how often"],
  [
    /\b(did|does|has|have) (?:work|my (?:job|work|employer|company|boss)) (?:pay|paid|paying) (?:me|us)\b/g,
    "$1 i earn",
  ],
  [
    /\brefund(?:ed)?(?: me)? (?:from|by) (?:the )?(?:irs|hmrc|tax ?man)\b|\b(?:irs|hmrc|tax ?man) refund(?:ed)?(?: me)?\b|\b(?:back|refund(?:ed)?) (?:in|on|from|for) (?:my |the )?tax(?:es)?\b/g,
    "tax refund",
  ],
  [
    /(?<=\b(?:earn\w*|ma[dk]e|income|salary|pay|paychecks?|bring home|brought home|take home|took home)\b.*),? (?:after|net of|less) (?:all )?tax(?:es)?\b/g,
    "",
  ],
  [
    /\b(?:annual|yearly) (income|salary|earnings|pay)\b(?!.*\b(?:in|for|last|this|since|over|20\d\d|per|by)\b)/g,
    "$1 over the last 12 months",
  ],
  [
    /\binterest (?:did|do|does|has|have|is|was) (?:my |the )?(?:savings|checking|brokerage|accounts?)(?: accounts?)? (?:earn\w*|ma[dk]e|paid|pay|brought in|generated?|got)\b/g,
    "interest income did i get",
  ],
  [/\bincome (?:that )?(?:went|goes|go|going) (?:to|into|toward) savings\b/g, "income that i saved"],
  [/\bhow (?:big|large|high) (is|was|were|are)\b/g, "how much $1"],
  [
    /\b(?:have|did|am|are|has|was) (?:i|we) (?:already )?(?:gone|go|going|went) over (?:on|for|with|in)\b/g,
    "am i over my budget for",
  ],
  [/\bpay (?:i )?(?:received|got|that came in)\b/g, "income received"],
  [
    /\bhow much (?:money )?(?:came|has come|comes|come) in(?:to)?(?: (?:to )?(?:my|the|our) (?:bank )?accounts?)?(?! (?:and|vs|versus|than|minus|or))/g,
    "how much did i earn",
  ],
  [/\b(?:interest|dividends?) (?:i (?:got|earned|received|made)|(?:earned|received))\b/g, "interest income"],
  [
    /\b(get|got|receive|received|earn|earned|make|made) (?:in |from |of |any |some )*interest\b/g,
    "$1 interest income",
  ],
  [/\b(?:hang|hung|hold|held) on(?: |-)?to\b/g, "keep"],
  [
    /\bhow much (?:would|could|can|do|will|might) i save(?: (?:a|per|each|every) (?:month|year))? (?:if i (?:were to )?|by )(?:cancel(?:l?ed|l?ing)?|dropp?(?:ed|ing)?|cut(?:ting)?|stopp?(?:ed|ing)?|quit(?:ting)?|(?:got|getting|get) rid of) (?:my |the )?/g,
    "how much a year is the subscription of ",
  ],
  [
    /\b(?:throw|throwing|put|putting|chuck|add|adding) (?=(?:an )?(?:extra )?[$€£]?\d.*\b(?:at|towards?|on|onto|into|against|to)\b.*\b(?:cards?|loans?|debts?|mortgage)\b)/g,
    "pay ",
  ],
  [/\b(?:the|a|an|my|its|their|what|higher|lower|highest|lowest|best|worst) aprs?\b/g, "the interest rate"],
  [
    /\b(?:put|putting|set|setting|stash(?:ed|ing)?|squirrel(?:ed|ing)?|sock(?:ed|ing)?|tuck(?:ed|ing)?) (?:money |cash |anything |something )?(?:aside|away)(?= (?:this|last|in|each|every|per|a|so|for|during|since|over|on average|from (?:my|each))\b|[ ?.!]*$)/g,
    "saved",
  ],
  [/\b(when|how|where|who)'s\b/g, "$1 is"],
  [/\b(?:my )?(?:net |total |monthly |annual )?take[- ]?home(?: pay| income| salary)?\b/g, "my income"],
  [
    /\b(?:bring|brought|brings|bringing|take|took|taken|pull|pulled|rake|raked) (?:home|in)\b(?! (?:the|a|my|20\d\d|q[1-4]|h[12]|last|this|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b)/g,
    "earn",
  ],
  [/\bmoney (?:i|we) (?:received|got|made|earned)\b/g, "income"],
  [/\bmake (?=a (?:month|year|week)\b|per |on average|each |every )/g, "earn "],
  [
    /(?<!\b(?:purchases?|payments?|transactions?|orders?|withdrawals?|deposits?|transfers?|charges|trips?|visits?|returns?|stops?)\b.{0,30})\b(do|did|have|am) (i|we) (?:make|making|made)(?= (?:in|this|last|so|since|from|over|total|per|a|each|every|on average|altogether|during|for|until|by|total)\b|[ ?.!]*$)/g,
    "$1 $2 earn",
  ],
  [
    new RegExp(
      `\\b(?:did|has|have) (?:my |the )?(${PAY}) (?:come|came|arrive[d]?|land(?:ed)?|hit|go(?:ne)?|been (?:paid|deposited)|get (?:in|deposited)|drop(?:ped)?)(?: in| through| yet| already)*`,
      "g",
    ),
    "show my income deposits",
  ],
  [
    /\b(?:did|have) (?:i|we) (?:get|been|gotten) paid(?: yet| already)?(?=[ ?.!]*$| (?:yet|this|already|today|last))/g,
    "show my income deposits",
  ],
  [
    /\bwhen (?:was i|did i|have i)(?: been| get| got)?(?: last)? paid(?: last)?(?= |[?.!]|$)(?: time)?/g,
    "when did i last get paid",
  ],
  [
    new RegExp(
      `\\bwhen (?:was|did|is) (?:my |the )?(?:last|latest|most recent|previous) ${PAY}(?: (?:come|came|arrive[d]?|land(?:ed)?|hit|day))?(?: in)?`,
      "g",
    ),
    "when did i last get paid",
  ],
  [
    /\bwhere (?:does|did|do|is|has) (?:all )?(?:my|our|the) (?:money|income) (?:come|came|coming)(?: in)? from\b/g,
    "what is my income by source",
  ],
  [
    /\b(?:what(?:'s| is| are|re)? )?(?:my )?(?:biggest|main|largest|top|primary|different|all)? ?(?:sources?|streams?) of income\b/g,
    "what is my income by source",
  ],
  [
    /\b(?:what(?:'s| is| are|re)? )?(?:my )?(?:biggest|main|largest|top|primary|different)? ?income (?:sources?|streams?)\b/g,
    "what is my income by source",
  ],
  [/\bwho (?:pays|paid|has paid|is paying) me(?: the most| most)?\b/g, "what is my income by source"],
  [/\b(?:by|per|for each) (?:source|payer|employer)\b/g, "by merchant"],
  [
    /\b(?:credit )?card (?:debt|balances?) (?:in total|total|altogether|together)\b/g,
    "credit card debt in total",
  ],
  [/\b(?:do i|am i) owing\b/g, "do i owe"],
  [/\bhow (?:deep )?in debt am i\b|\bhow indebted am i\b|\bhow deep in debt\b/g, "how much debt do i have"],
  [
    /\b(?:total|overall|all(?: of)?(?: my)?) (?:debts?|liabilities)\b|\bwhat are my debts\b/g,
    "my total debt",
  ],
];
