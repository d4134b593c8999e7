/** What is left out of a question before its subject is looked for: the words that make it one of this kind. */
export const WORDS =
  /\b(?:subscriptions?|subscribed|subscribe|memberships?|recurring|regular(?:ly)?|repeat(?:ing)?|standing orders?|direct debits?|renew(?:s|al|als|ing)?|bills?|fixed costs?|charges?|charged?|payments?|pay|due|next|upcoming|coming|prices?|raised?|rise|rises|risen|increase[ds]?|changed?|went up|gone up|become|became|more expensive|dearer|get|got|paid|paying|paychecks?|paydays?|salary|wages?|income|any|each|every|per|a|month|year|week|monthly|yearly|annually|annual|cost|costs|total|list|all|again|will|does|is|it|how often|hit|arrive|comes?|land|expect(?:ed)?|active|current|ended|cancell?ed|still|have|went|up|down|hike[ds]?|one|ones|date|when|day|services?|set|its|their|raise|cancel|stopped|pricier|gotten|gone|getting|many|number|last|automatic(?:ally)?|auto-?\w*|fixed|commitments?|obligations?|expenses?|outgoings?|fees?|memberships?|services|things?|stuff|goes|going|comes|coming|leaves|taken|out|off|could|can|should|drop|cut|unsubscribe|rid|most|biggest|largest|cheapest|smallest|highest|priciest|dearest|least|together|usual(?:ly)?|normal(?:ly)?|typical|big|large|days?|until|till|often|frequently|bigger|higher|lately|recently|did|more|raise|rises|risen|rose|jump(?:ed|s)?|bump|money|take|takes|debit(?:ed|s)?|billed|billing|billing|charging|account|card|now|these|time|before|they|used|to|than|than before|current|going|rate|cost(?:ing)?|price[ds]?|expire[sd]?|due date|renewal|dates?|worth|everything|anything|every|what|which|was|were|been|signed|gets?|biggest|repeating|this|in|too|much|many|altogether|sum|long|how|am|i|do|be|being|for|on|me|my|about|forgot(?:ten)?|forget|unused|use|using|even|of|running|ongoing|signed up|apps?)\b/g;

export const ABOUT_SERIES = new RegExp(
  [
    "\\bsubscri(?:ption|be|bed)\\w*\\b|\\bmemberships?\\b|\\brecurring\\b|\\bstanding orders?\\b|\\bdirect debits?\\b|\\bauto-?(?:pay|pays|renew\\w*|bill\\w*|debits?)\\b|\\brepeating\\b",
    "\\bfixed (?:monthly )?(?:costs?|expenses?|outgoings|payments?|bills?|charges)\\b|\\bregular(?:ly)? (?:monthly )?(?:payments?|bills?|expenses?|outgoings|charges?|income|pay)\\b|\\bmonthly (?:bills?|payments?|commitments?|obligations?|charges|fees|outgoings)\\b|\\bbills? (?:every|each|per|a) month\\b|\\bcommitments?\\b",
    "\\bout\\b(?: of (?:my|the) \\w+)? (?:automatically|every month|each month|monthly|regularly)\\b|\\brenew(?:s|al|als|ing)?\\b|\\b(?:goes|go|going|comes|coming|taken|leaves|leaving) out (?:automatically|every month|each month|monthly|regularly)\\b|\\bautomatic(?:ally)?\\b.*\\b(?:payments?|charge[ds]?|bill(?:s|ed)?|pay|out|every|each|taken|debit\\w*)\\b",
    "\\b(?:charg|bill|pay|debit)\\w*\\b(?! off)(?!.*\\b(?:cards?|loans?|debts?)\\b).*\\b(?:every|each) month\\b|\\b(?:every|each) month\\b.*\\b(?:charg|bill|debit)\\w*\\b|\\bpay(?:ing)? for (?:every|each|monthly|regularly|automatically)|\\b(?:before|after|since) (?:the|its|their) (?:last |latest )?(?:price )?(?:increase|rise|raise|hike|change)\\b",
    "\\bwhat (?:can|could|should) i (?:cancel|cut|drop|unsubscribe)\\b|\\b(?:cancel|get rid of|cut) (?:any|which|what)\\b|\\bstreaming services\\b(?!.*\\bspen)",
    "\\b(?:rais\\w+|increas\\w+|chang\\w+|hik\\w+) (?:its|their|the|my|any) prices?\\b|\\bprices?\\b.*\\b(?:gone up|went up|go up|going up|increas\\w+|chang\\w+|ris\\w+|rose|up|hik\\w+)\\b|\\bprice (?:rises?|hikes?|increases?|changes?|jumps?)\\b",
    "\\b(?:got|gotten|become|became|getting|any|anything|more|get) (?:more expensive|dearer|pricier)\\b|\\bcharg\\w+ (?:me )?more (?:than (?:before|they used to|it used to|last|usual)|now)\\b|\\b(?:bills?|services?|payments?) (?:\\w+ )?(?:went up|gone up|go up|going up|increas\\w+|rise|risen|rose|jumped)\\b",
    "\\b(?:pay|salary|wage) (?:raise|rise|increase|bump)\\b|\\b(?:get|got|gotten|had|have) (?:a |any )?(?:pay )?(?:raise|rise)\\b|\\b(?:salary|pay|paychecks?|wages?) (?:\\w+ )?(?:gone up|went up|go up|increased?|rise|risen|rose|changed?|bigger|higher)\\b|\\bmy (?:last |latest )?raise\\b",
  ].join("|"),
);
/** "What does the gym cost me each month", "how much is Netflix a year", "when will Netflix charge me next". */
const NEXT =
  "(?:charge|charged|charges|billed|bills?|due|next|renews?|come out|comes out|debited|taken|hit|land|arrive|coming|expire)";
const PAY = "(?:salary|wages?|pay ?checks?|pay ?day|pay ?cheques?|pay)";
export const ABOUT_ONE = new RegExp(
  [
    "^(?:am|do) i (?:still |currently |even )?(?:pay|paying|subscribed?)(?: for| to) ",
    "^(?:and |so |ok )*what (?:am|do) i pay(?:ing)? for (?!the (?:most|least))",
    "^(?:and |so |ok )*(?:what(?:'s| is| does| do)?|how much (?:is|are|does|do)|how much) (?:i pay for )?(?:my |the )?.*\\b(?:cost(?:s)?|is|are|pay|charge)?\\b.*\\b(?:each|every|per|a|by the) (?:month|year)\\b",
    "\\b(?:monthly|yearly|annual|current|going) (?:costs?|prices?|fees?|rates?|charges?|bills?|payments?) (?:of|for|to)\\b|\\b(?:price|fee) (?:of|for) (?:my |the )?\\w+|^(?:my |the )?\\w+(?: \\w+)? (?:price|fee|subscription|membership|renewal)(?: (?:now|today|these days|cost))?[ ?.!]*$",
    `\\bwhen (?:will|does|do|is|are|am) .*\\b${NEXT}\\b|\\bnext .*\\b(?:due|payment|charge|bill|payday|pay ?check|salary|renewal)\\b|^(?:my |the )?(?:\\w+ ){1,3}(?:due|due date|renewal date|renews?)(?: date| when)?[ ?.!]*$`,
    `\\bwhen (?:do|will|am) i (?:next )?(?:get |getting |be )?paid\\b|\\bwhen (?:is|does|will) (?:my )?(?:next )?${PAY}\\b|\\bnext ${PAY}\\b|^pay ?day[ ?.!]*$|\\b(?:days|long) (?:until|till|to|before) (?:my )?(?:next )?${PAY}\\b|\\bhow (?:often|frequently|regularly) (?:do|am) i (?:get )?paid\\b|\\bhow (?:often|regularly) do i earn\\b`,
    `^(?:what(?:'s| is)|how (?:much|big|large) is) my (?:usual |normal |regular |current |typical |net )?${PAY}(?: (?:usually|normally|now|these days|worth|each time|like))?[ ?.!]*$|\\bhow much (?:do|am) i (?:get )?paid (?:each|every|per|a) (?:time|pay ?day|fortnight|two weeks|check|pay ?check)\\b|^how much (?:do|am) i (?:get|getting|usually get|normally get) paid[ ?.!]*$`,
    "^(?:does|do|is|are) .*\\bcost(?:ing|s)? (?:me )?more (?:now|than (?:it|they) used to|than (?:before|last year)|these days)",
    "^(?:did|has|have|is|are|was|were) (?:my |the )?(?!spending\\b|i\\b|we\\b|total\\b|balance|net\\b|there\\b|it\\b)(?:\\w+ ){1,3}?(?:(?:bill|price|cost|subscription|fee) )?(?:gone up|went up|go up|going up|increased?|raised?|rise|risen|more expensive|pricier|dearer|cost(?:ing)? more|charging (?:me )?more)(?: (?:lately|recently|in price|this year|again))?[ ?.!]*$",
  ].join("|"),
);
/** "When do they renew?": the ones that were just asked about. */
export const ABOUT_THEM = /^(?!.*\b(?:subscri|recurring|membership)).*\b(?:they|them|those|these)\b/;
export const PAST =
  /\b(?:spen[dt]|spending|averages?|avg|last|budget|earn\w*|save|saved|saving|goal|afford|minimum|interest|owe|loan|until|till|before|since|if)\b/;

export const INCOME =
  /\b(?:income|pay ?checks?|pay ?cheques?|pay ?day|salary|wages?|(?:get|be|getting|i) paid|raise(?!d)|pay (?:rise|raise|increase|bump)|my pay)\b/;

export const PRICES =
  /\b(?:more expensive|pricier)\b|\bdearer\b|\bprices? (?!of\b|for\b|now\b|today\b|is\b|[?])|\bpriced up\b|\braised?\b|\b(?:ris(?:e|es|en)|rose)\b|\bincreas\w+\b|\b(?:went|gone|go|going) up\b|\bhik\w+\b|\bchang\w+\b|\b(?:charg|cost)\w* (?:me )?more\b/;
