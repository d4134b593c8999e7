import type { RefusalReason } from "./answers/fixed";

const START =
  "^(?:(?:please|ok|okay|hey|and|now|then|purser|so)[, ]+)*(?:(?:can|could|would|will) you (?:please )?|i (?:want|need|would like|'d like) (?:you )?to |let's |help me )?";
const RELATIVES =
  "wife|husband|partner|spouse|girlfriend|boyfriend|brother|sister|mother|mom|mum|father|dad|son|daughter|friend|boss|neighbou?r|colleague|coworker|roommate|flatmate|ex";

/** First match wins. Each is a wish that no reading of one's own transactions can answer. */
const RULES: [RefusalReason, RegExp][] = [
  [
    "rules",
    /\b(?:jailbreak|developer mode|dan mode|(?:hidden|secret|initial) (?:prompt|instructions)|reveal your|(?:show|print|repeat|tell me) (?:me )?your (?:instructions|rules|prompt)|system prompt|your (?:instructions|rules|prompt)|(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous |prior |above )?(?:instructions|rules))\b/,
  ],
  [
    "other_people",
    new RegExp(
      `\\b(?:my |the )?(?:${RELATIVES})(?:'s|s'|s)? (?:\\w+ )?(?:spend|spent|spending|spends|account|accounts|balance|transactions|money|salary|income|earns?|earned|makes?|made|owes?|worth|pays?|paid|buy|bought|purchases|paychecks?|debts?|savings|budgets?|net worth|finances|cards?|have|has|saved?)\\b`,
    ),
  ],
  [
    "other_people",
    /\b(?<!\b(?:my|the|our)(?: \w+)? )(?!(?:yester|to|mon|tues|wednes|thurs|fri|satur|sun)day's|month's|year's|week's|quarter's|today's|bank's|mcdonald's|wendy's|what's|that's|it's|let's|there's|here's|how's|who's|where's|when's|card's|account's|trader joe's|joe's|january's|february's|march's|april's|may's|june's|july's|august's|september's|october's|november's|december's)[a-z]{3,}(?: [a-z]{3,})?'s (?:(?:bank|checking|savings|credit|current) )?(?:balances?|salary|income|net worth|debts?|finances|(?:bank )?accounts?|paychecks?|spending|savings|wages?)\b/,
  ],
  [
    "other_people",
    /\b(?:other|another|all|every|different|someone else'?s?|somebody else'?s?) (?:users?|customers?|clients?|persons?'?s?|people'?s?|households?)\b|\b(?:someone|somebody|anyone|anybody) else\b|\b(?:users?|customers?|clients?)[_ ]?(?:id\b|#? ?\d+)|\b(?:everyone|everybody|other people)(?:'s)?\b/,
  ],
  [
    "other_people",
    /\b(?:did|does|has) (?!i\b|we\b|it\b|my\b|the\b|that\b|this\b|all\b|everything\b|anything\b)[a-z]+ (?:spend|spent|earn|owe)\b/,
  ],
  [
    "trade",
    /\b(?:should|shall) i (?:buy|sell|invest|short|hold)\b|\b(?:stocks?|shares?|crypto|bitcoin|etfs?)\b.*\b(?:buy|sell|invest)\b|\b(?:buy|sell|trade|invest(?: in)?)\b.*\b(?:stocks?|shares?|crypto|bitcoin|etfs?)\b/,
  ],
  ["trade", new RegExp(`${START}(?:sell|invest|trade|short)\\b`)],
  [
    "trade",
    /\b(?:should|shall|would) (?:i|we)\b.*\b(?:invest|put|move|buy|sell|hold)\b.*\b(?:in|into|on|stocks?|shares?|crypto|bitcoin|ethereum|gold|etfs?|funds?|bonds?|options?)\b|\bis .* a (?:good|bad) (?:buy|investment)\b|\bwhich (?:stocks?|funds?|shares?|etfs?|crypto\\w*) (?:should|to)\b|\b(?:good|best|right) (?:time|moment) to (?:buy|sell|invest)\b|\b(?:stock|investment) (?:tips?|advice|picks?|recommendations?)\b/,
  ],
  [
    "move_money",
    new RegExp(
      `${START}(?:transfer|send|wire|move|withdraw|deposit|pay off|pay down|pay back|pay(?! (?:received|raise|rise|in|for|this|last|per|by|vs|so|stubs?|slips?|history|increase|over|since|total|each|every|from|was|is|came)\\b)|zelle|venmo|lend|loan|donate|give (?=\\w+ [$€£]? ?\\d)|make (?:a |the |my )?(?:\\w+ )?(?:payment|transfer|deposit)|set up (?:a |an )?(?:auto ?pay|transfer|automatic (?:payment|transfer)|direct debit|standing order|recurring transfer))\\b(?!ments?\\b)(?!s\\b)(?!.*\\b(?:how (?:much|many|long)|category|to category)\\b)`,
    ),
  ],
  [
    "change",
    new RegExp(
      `${START}(?:cancel|delete|remove|erase|wipe|rename|edit|block|close|dispute|unsubscribe|freeze|lock|order (?:me )?a|apply for|open (?:a|an|me)|sign (?:me )?up|(?:increase|raise|lower|reduce) (?:my |the )?(?:credit |card )+limit)\\b`,
    ),
  ],
  [
    "other_people",
    /\b(?:average|typical|normal) (?:american|person|household|family|user|adult|couple|people|man|woman)\b|\bpeople (?:my age|like me)\b/,
  ],
  [
    "other_people",
    /\bhow (?:much (?:money |debt |cash )?|rich )(?:does|do|is|has|did) (?!it\b|my\b|the\b|that\b|this\b|an?\b|each\b|one\b|i\b|we\b|all\b|they\b|you\b|there\b)[a-z]+(?: [a-z]+)? (?:earn|have|make|owe|own|worth)\b/,
  ],
  ["other_people", new RegExp(`\\bhow (?:rich|wealthy|broke|poor) (?:is|are) (?:my |the )?(?:${RELATIVES})`)],
  [
    "secrets",
    /\b(?:passwords?|pass ?codes?|log ?in(?: details| credentials)|pin(?: code| number)?s?|cvv|cvc|social security|ssn|(?:account|card) numbers?|routing numbers?|security (?:code|question)s?|credentials)\b(?!.*\b(?:spen[dt]|cost|paid)\b)/,
  ],
  [
    "trade",
    /\b(?:what|which) (?:stocks?|shares?|funds?|crypto\w*|coins?|etfs?|investments?) (?:will|would|is going|are going|to buy|to sell)\b|\b(?:when|what|which|where|how) (?:should|shall|would you|do you) (?:i |suggest |recommend |think )*(?:buy|sell|invest|trade|put my (?:money|savings))\b|\b(?:is|are) (?:it|now|this|bitcoin|crypto|gold|ethereum|[a-z]{2,5}) (?:a )?(?:good|bad|smart|safe|right|worth)\b.*\b(?:buy|buying|sell|invest\w*|time|stock|bet)\b|\b(?:recommend|suggest|pick|advise)\b.*\b(?:stocks?|funds?|etfs?|investments?|shares|crypto|coins?|bonds?)\b|\bshould i (?:re)?(?:finance|mortgage|take out|open|close|get (?:a|another) (?:loan|credit card|mortgage))\b|\b(?:stock|market|bitcoin|crypto|share) (?:prices?|market)? ?(?:go(?:ing)? up|crash|rise|fall|predict\w*)\b|\bwill (?:the )?(?:stocks?|market|bitcoin|crypto|[a-z]{2,4} stock)\b|\bshould i (?:be )?(?:dump|liquidat|rebalanc|day ?trad)\w*\b/,
  ],
  [
    "off_topic",
    /\b(?:weather|temperature|rain(?:ing)?|snow(?:ing)?|poems?|jokes?|songs?|lyrics|recipes?|stor(?:y|ies)|translate|translation|capital (?:city )?of|president|prime minister|election|football|soccer|basketball|baseball|super bowl|world cup|(?:the )?(?:game|match) (?:last night|yesterday|tonight)|who won|horoscope|movies? (?:to|should)|news|headlines|exchange rates?|(?:do|file|prepare) my tax(?:es| return)|cook|wikipedia|google|homework|essay|(?:python|javascript|java|sql|html|css|code|script|program) (?:function|code|script|program|to|for|that|in)|meaning of life|what time is it|who (?:is|was) (?:the |elon|donald|joe|taylor)|how (?:tall|far|old) (?:is|are) (?!my|the data|this|it)|square root|write (?:me )?(?:a|an|some) (?!note|rule|memo)|alarm|reminder|remind me|email|book (?:me )?(?:a |an )?(?:flight|hotel|table|restaurant|ticket))\b(?!.*\b(?:spen[dt]\w*|cost|pay|paid|bought|subscriptions?|afford|budget|purchases?|charges?|charged|transactions?|how much)\b)(?<!\b(?:spen[dt]\w*|cost|pay|paid|bought|subscriptions?|afford|budget|purchases?|charges?|charged|transactions?|how much)\b.*)/,
  ],
  [
    "off_topic",
    /\bhow (?:do|can|could|should|would|to) ?(?:i|you|we|one)? (?:evade|avoid|dodge|cheat|hide|launder|deduct|file|claim)\b.*\b(?:tax(?:es)?|irs|money|assets|income)\b/,
  ],
  [
    "future_spending",
    /\b(?:will i|am i (?:going|likely) to|going to) (?:spend|earn|pay in total|buy)\b|\b(?:predict|project) my (?:spending|expenses)\b/,
  ],
];

/** Why the offline analyst cannot do this at all, if so. */
export const findRefusal = (plain: string): RefusalReason | undefined =>
  RULES.find(([, pattern]) => pattern.test(plain))?.[0];
