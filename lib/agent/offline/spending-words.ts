/** Base and past forms of verbs that mean spending when somebody does them to money. */
const VERBS: readonly [base: string, past: string][] = [
  ["burn", "burned|burnt"],
  ["drop", "dropped|droped"],
  ["blow", "blew|blown|blowed"],
  ["splash", "splashed"],
  ["splurge", "splurged"],
  ["shell", "shelled"],
  ["fork", "forked"],
  ["cough", "coughed"],
  ["lay", "laid"],
  ["dish", "dished"],
  ["dole", "doled"],
  ["fritter", "frittered"],
  ["squander", "squandered"],
  ["waste", "wasted"],
  ["sink", "sunk|sank"],
  ["pour", "poured"],
  ["plow|plough", "plowed|ploughed"],
  ["pump", "pumped"],
  ["throw", "threw|thrown"],
  ["chuck", "chucked"],
  ["lavish", "lavished"],
  ["part with", "parted with"],
  ["rack", "racked"],
  ["ring", "rang|rung"],
  ["chalk", "chalked"],
  ["run", "ran"],
  ["go", "went|gone"],
  ["get", "got|gotten"],
  ["hand", "handed"],
  ["fling", "flung"],
  ["chew", "chewed"],
  ["dump", "dumped"],
  ["drain", "drained"],
  ["expend", "expended"],
  ["disburse", "disbursed"],
];
/** These mean something else without the little word: "ran up", "went through", "got through", "handed over". */
const NEEDS_PARTICLE = /^(?:rack|ring|chalk|run|go|get|hand|chew|lay|cough|dole|dish|shell|fork)/;
const PARTICLES = "out|over|up|away|down|through";
const SOMEBODY =
  "(?:(?:did|do|have|had|has|will) )?(?:i|we)(?:'ve|'d| have| had| am|'m)?(?: (?:really|already|just|actually|ever|all|usually|typically|normally))?";

function verbRules([base, past]: (typeof VERBS)[number]): [RegExp, string][] {
  // Money runs out by itself.
  const particle =
    base === "run"
      ? " (?:up|through)"
      : NEEDS_PARTICLE.test(base)
        ? ` (?:${PARTICLES})`
        : `(?: (?:${PARTICLES}))?`;
  const object = "(?! (?:from|since|by|to \\d|more than usual$))(?: my way through)?";
  return [
    [new RegExp(`\\b(${SOMEBODY}) (?:${base})${particle}\\b${object}`, "g"), "$1 spend"],
    [new RegExp(`\\b(${SOMEBODY}) (?:${past})${particle}\\b${object}`, "g"), "$1 spent"],
  ];
}

const MY = "(?:my|our|the|this|that)";
const PURSE = "(?:pockets?|wallets?|purses?|accounts?|bank(?: account)?s?|cards?)";

/** What people say for spending, and the words that the rules know. In this order. */
export const SPENDING_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:what(?:'s| is| was| were|re)|how (?:big|bad|much) (?:is|was)) (?:the |my )?(?:total |full |overall )?damage\b/g,
    "how much did i spend",
  ],
  [/\b(?:total |overall )?damages?(?= (?:in|for|on|this|last|so|at|from|during|§)|[?:, ]*$)/g, "spending"],
  [/\bmon(?:ies|eys)\b/g, "money"],
  [
    /^(?:and |so )?what (?:came|went|has come|has gone) out(?: of (?:my|the) (?:bank )?accounts?)?(?= (?:on|in|last|this|yesterday|today|during|between|since)\b)/g,
    "what did i spend",
  ],
  [
    /\bhow (?:much|many) (?:of (?:my|our) )?(?:dough|moolah|bucks|coin|dosh|dollars|funds|loot|quid)\b(?= (?:did|do|have|has|had|was|went|is)\b)/g,
    "how much",
  ],
  [/\b(?:set|sets|setting) (?:me|us) back\b/g, "cost me"],
  [/\b(?:take|took|taken|takes|cost|costs) (?:me|us) for\b/g, "cost me"],
  [
    new RegExp(
      `\\b(money|cash|much)((?: (?:has|have|had|did|that))?) (?:left|leave|leaves|gone (?:out )?(?:of|from)|go(?:es)? (?:out )?(?:of|from)|went (?:out )?(?:of|from)|flew (?:out )?(?:of|from)|fl(?:y|own) out of|c[oa]me out of|drained (?:out of|from)) ${MY} ${PURSE}\\b`,
      "g",
    ),
    "$1 spent",
  ],
  [
    /\b(?:money|cash) (?:going |that went |which went |gone |went )?out\b(?!.*\b(?:came|money|cash|coming|comes|going) in\b)(?! of)(?<!\bin\b.*)/g,
    "spending",
  ],
  [/\b(?:outlays?|disbursements?|outgo|spendature|expenditures?|spendings|expenditure)\b/g, "spending"],
  ...VERBS.flatMap(verbRules),
  [/\b(spen[dt]) (?:into|towards?|onto) /g, "$1 on "],
  [/\b(?:we|i) (?:have|'ve) been spending\b/g, "i spent"],
  [
    /^(?:and |so )?(?:i'd like |i want |i need |give me |show me |what(?:'s| is| was) )?(?:the |my |our )?(?:grand |overall )?totals?(?: amount)? (?=(?:for|of|in|on|at|from|during|last|this|§)(?! (?:my |all )?(?:accounts?|checking|savings|cash|cards?|loans?|goals?|budgets?|investments?|holdings|income|earn|balance|debt|net|savings|bills? due|subscription|paychecks?|salary|refund|interest earned)))/g,
    "total spending ",
  ],
];
