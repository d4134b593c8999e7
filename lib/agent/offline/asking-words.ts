const ENDS = "(?=[ ?.!,;]|$)";
const LEFT_OUT =
  "(?:aside|excluded|not included|not counted|left out|taken out|removed|notwithstanding|exempted)(?=[ ]*(?:[,?.!§]|$|in |for |last |this |since |during |over |from |what |how ))";
const BIG = "most expensive|priciest|biggest|largest|highest|costliest|dearest|heftiest|steepest";
const SMALL = "cheapest|smallest|lowest|least expensive|tiniest";
const PAST = "(?:'ve|'d| have| had)?(?: ever)? (?:paid|spent|shelled out|dropped|forked out|been charged)";

/** How people ask, whatever it is about, and the words that the rules know. In this order. */
export const ASKING_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(what|how|where|when|who)'d\b/g, "$1 did"],
  [/\b(what|how|where)'ve\b/g, "$1 have"],
  [/,? ?(?:\.{2,}|…|-)? ?\b(?:i meant?|i\.e\.|that is to say|in other words|or rather)(?!\w),? ?/g, ", "],
  [
    /\b(?:the (?:hell|heck)|on earth|actually|in general|generally|on the whole|all in all|all told|basically|honestly|literally|seriously|freaking|bloody|damn(?:ed)?|kindly) /g,
    "",
  ],
  [/ ?\(([^()]{1,40})\)/g, ", $1,"],
  [/\bright now\b/g, "now"],
  [/\bbar (?=(?:the|my|our) \w+(?:[ ?.!,]*$|,| (?:and|in|for|last|this)\b))/g, "excluding "],
  [/\bwhich (cards?|loans?|debts?|accounts?)\b(.*?) ?\bowe more\b/g, "which $1$2 owe the most"],
  [
    /\b(first|second|last) half of (.+?) (or|and|vs\.?|versus|than|to) (?:in |during )?(?:the )?(first|second|last) half(?! of)\b/g,
    "$1 half of $2 $3 the $4 half of $2",
  ],
  [
    /\b(?:what|which) (?:categor(?:y|ies) |things? )?(?:of (?:my |our )?spending )?(?:have |has )?(?:went|gone|go|going|grew|grown|increased|rose|risen|jumped|climbed|shot|changed|dropped|fell|fallen|decreased|shrank)(?: up| down)?(?: the)?(?: most)? (?:since|from|compared (?:to|with)|vs\.?|versus) (?=(?:last|the previous) (?:week|month|quarter|year)\b)/g,
    "what changed in my spending compared to ",
  ],
  [
    /\b(?:what|which) (?:categor(?:y|ies) |things? )?(?:have |has )?(?:went up|gone up|went down|gone down|grew|grown|increased|rose|risen|jumped|changed|dropped|fell|decreased)(?: the)? most\b/g,
    "what changed in my spending",
  ],
  [
    /\b(?:things?|stuff) (?:that |which )?(?:i|we) spen[dt] (?:the )?(?:most )?(?:money )?on(?: (?:the )?most)?\b/g,
    "categories",
  ],
  [
    /\b(did|has|have|is|are) my (\w+) habits? (?:get|got|gotten|getting|become|becoming)(?: any)? (?:worse|better|bigger|smaller|out of hand)\b/g,
    "$1 my $2 spending change",
  ],
  [
    /\b(?:small|little|tiny|big|large|minor|major) (?=(?:purchases|transactions|payments|charges|things|orders)\b.*\b(?:under|over|below|above|less than|more than|between)\b)/g,
    "",
  ],
  [
    /\b(?:been |get(?:ting)? |got )?hit (?:by|with) (?=(?:any |the |a |some )*(?:\w+ )?(?:fees?|charges?|interest)\b)/g,
    "charged ",
  ],
  [/,? as (?:a|the|one) (?:family|household|couple)\b/g, ""],
  [
    /\b(?:the |my |our )?(?:kids'?|kid's|children'?s|child's) (?=(?:childcare|day ?care|nursery|babysit\w+)\b)/g,
    "",
  ],
  [
    /\b(grocery|groceries|food|restaurant|takeout|takeaway|coffee|bar|bars|shopping|clothing|uber|taxi|amazon|pharmacy|vet) bills?(?: been| look(?:ed|ing)?)?(?: like)?(?= |[?.!]*$)(?!.*\b(?:due|upcoming|next)\b)/g,
    "$1 spending",
  ],
  [/\b((?:last|this) (?:week|weekend|month|quarter|year)|yesterday|today)'s\b/g, "$1"],
  // Most and least of all.
  [
    new RegExp(
      `\\b(?:what(?:'s| is| was) )?(?:the |my )?most (?:money )?(?:that )?(?:i|we)${PAST} (?:for|on|at) (?:a|an|one|any|a single) `,
      "g",
    ),
    "what was my largest ",
  ],
  [
    new RegExp(
      `\\b(?:what(?:'s| is| was) )?(?:the |my )?least (?:money )?(?:that )?(?:i|we)${PAST} (?:for|on|at) (?:a|an|one|any|a single) `,
      "g",
    ),
    "what was my smallest ",
  ],
  [
    new RegExp(
      `\\b(${BIG}|${SMALL}) (?:single )?(?:spend|splurge|outlay|buy|hit|bite|one-off|outgoing)(s?)${ENDS}(?! categor)`,
      "g",
    ),
    "$1 purchase$2",
  ],
  [
    /\b(?:heftiest|steepest|greatest|costliest|most costly|maximum|max|record)(?= (?:single )?(?:purchase|payment|transaction|charge|expense|bill|amount))/g,
    "largest",
  ],
  [
    /\b(?:min(?:imum)?(?! payments?\b)|tiniest|littlest|least costly)(?= (?:single )?(?:purchase|payment|transaction|charge|expense|bill|amount))/g,
    "smallest",
  ],
  [
    /\b(?:what|which) (?:single |one )?(transaction|purchase|expense|payment|charge)s? (?:that )?(?:hurt|cost|stung|hit)(?: me| us)?(?: the)? most\b/g,
    "what was the largest $1",
  ],
  [
    /\b(?:sorted|ordered|ranked|listed|in order|ranking)(?: of| by) (?:the )?(?:amount|size|value|spend|spending|total|totals|cost|price)\b/g,
    "ranked",
  ],
  [/\b(show|list|find|see|display|pull up|get|give)( me)? (?:every|each)(?: single)? /g, "$1$2 all "],
  [
    /\b(?:haven't|hasn't|have not|has not|isn't|aren't|still to|yet to|waiting to|(?<=\bnot )yet)(?: yet)? (?:been )?(?:post(?:ed)?|clear(?:ed)?|settled?|process(?:ed)?|gone through|go through)\b(?: yet)?/g,
    "pending",
  ],
  [
    /(?<=\b(?:last|latest|first|recent|largest|biggest)\b.*),? (?:and )?when(?: was it| was that)?(?: and (?:for )?how much(?: was it| did it cost)?)?(?=[ ?.!]*$)/g,
    "",
  ],
  [
    /\?\s+(?:(?:say|take|just|only|for|in|let's say|during|use)[ ,]*)*((?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|q[1-4]|h[12]|20\d\d|(?:this|last|the last|the past|past) [a-z0-9 ]{2,20})(?:,? (?:of )?20\d\d)?)(?=[ ?.!]*$)/g,
    ", in $1",
  ],
  // The latest and the first.
  [
    /\bwhen(?: was| is)? (?:it )?(?:the )?(?:last|latest|most recent) (?:time|occasion)(?: that)?(?: (?:i|we)(?:'ve| have| had)?(?: last)?)?\b/g,
    "when did i last",
  ],
  [/\bwhen (?:did|have|had) (?:i|we) (?:most recently|previously|lastly|last time)\b/g, "when did i last"],
  [/\bwhen last (?:did|have) (?:i|we)\b/g, "when did i last"],
  [
    /\bhow long (?:ago (?:did|was|is|have)(?: (?:i|we|my))?(?: last)?|(?:is it |has it been )?since)(?: my| i| we)?(?: last)?\b/g,
    "when did i last",
  ],
  [
    /\bwhen(?: was)? (?:it )?(?:the |my )?(?:very )?first time(?: (?:i|we)(?:'ve| have)?(?: ever)?)?\b/g,
    "when did i first",
  ],
  [/\bsince when (?:have|do|did|am|are) (?:i|we)(?: been)?\b/g, "when did i first"],
  [
    /\bwhen did (?:i|we) (?:start|begin)(?: to)? (?=(?:\w+ing\b|go\b|buy\b|shop\b|use\b|spend\b|pay\b))/g,
    "when did i first ",
  ],
  [/\bwhen did (i|we) (?=(?:buy|shop|go|visit|order|eat|pay|purchase)\b)/g, "when did $1 last "],
  [/\b(?:eat|eating|ate|dine|dining|dined|shop|shopping|shopped)(?: food)? (?=at\b)/g, "go "],
  [/\b(?:in|for|during) each (?:of )?(?=(?:the )?(?:last|past)\b[^?]*\bmonths?\b)/g, "by month over "],
  [/\bdid (?:the|my) banks? (?:take|charge|cost|deduct|get)(?: me| from me)?\b/g, ""],
  // How often.
  [/\bhow (?:frequently|regularly)\b|\bwith what frequency\b|\bon how many occasions\b/g, "how often"],
  [/(?<![\w&])(?:no\.?|nr\.?|#) of\b|\bnumber of times\b(?= (?:i|we)\b)/g, "number of"],
  [/\bwhat number of\b/g, "how many"],
  // Parts of a whole.
  [
    /\bhow (?:big|large|great|much|significant|high)(?: of)? (?:a|an|is the|was the|is my|was my) (?:share|slice|chunk|part|portion|piece|percentage|proportion|fraction)\b/g,
    "what share",
  ],
  [/\b(?:what|which) (?:slice|chunk|part|portion|piece|cut|bit|percent)\b(?= of\b)/g, "what share"],
  [
    /\bhow much of (?:my|our|the|all my|all) (?:total |overall |entire |monthly )?(?:spending|spend|expenses|expenditure|outgoings|money spent|money)\b(?= (?:is|was|were|are|went|goes|go|did|has gone|gets)\b)/g,
    "what share of my spending",
  ],
  // What is left out.
  [
    new RegExp(
      `(?:^|, ?|\\bwith )((?!(?:what|how|which)\\b)(?:[a-z'&]+ ){1,4})(?:being )?(?:is |are )?${LEFT_OUT}`,
      "g",
    ),
    ", excluding $1",
  ],
  [
    /\b(?:setting|leaving|putting|put|leave|set) aside\b|\b(?:disregarding|disregard|omitting|omit|skipping|skip|barring|forgetting(?: about)?|forget about|sans|excl\.?(?!\w)|exc\.|exclude|not considering|net of|save for|stripping out|taking out|take away|never mind|ignore|if (?:i|you|we) (?:exclude|ignore|leave out|take out|skip|don't count|do not count|remove|take away|strip out))\b/g,
    "excluding",
  ],
  [
    /\b(?:that|which) (?:is|are|was|were)(?:n't| not) (?:for |on |from |at |about )?|\b(?:but|and) (?:not|no|none of)(?: the| my)? (?:on |from |at |for )?/g,
    "excluding ",
  ],
  // Cards and accounts.
  [
    /\b(?:on|with|by|via|using|through) (?:my |the |a )?(?:plastic|credit cards?|credit|(?:all )?(?:my )?(?:credit )?cards)\b(?! (?:bill|balance|debt|payment|interest|limit|utili))/g,
    "with my credit card",
  ],
  [/\b(?:on|with|by|via|using|through|from) (?:my |the |a )?debit(?: card)?\b/g, "with my checking account"],
  [
    /(?<=^|, |what'?s my |what was my |show me my |my |the |total |§ ?)debit(?: card)? (?=spen|purchases|total|expenses|transactions|charges)/g,
    "checking account ",
  ],
];
