import type { RefusalReason } from "./question";

const START =
  "^(?:(?:please|ok|okay|hey|and|now|then|purser|so)[, ]+)*(?:(?:can|could|would|will) you (?:please )?|i (?:want|need|would like|'d like) (?:you )?to |let's |help me )?";
const RELATIVES =
  "wife|husband|partner|spouse|girlfriend|boyfriend|brother|sister|mother|mom|mum|father|dad|son|daughter|friend|boss|neighbou?r|colleague|coworker|roommate|flatmate|ex";

/** First match wins. Each is a wish that no reading of one's own transactions can answer. */
const RULES: [RefusalReason, RegExp][] = [
  [
    "rules",
    /\b(?:system prompt|your (?:instructions|rules|prompt)|(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous |prior |above )?(?:instructions|rules))\b/,
  ],
  [
    "other_people",
    new RegExp(
      `\\b(?:my |the )?(?:${RELATIVES})(?:'s|s')? (?:\\w+ )?(?:spend|spent|spending|account|accounts|balance|transactions|money|salary|earn|buy|bought|purchases)\\b`,
    ),
  ],
  [
    "other_people",
    /\b(?:other|another|all|every|different|someone else'?s?|somebody else'?s?) (?:users?|customers?|clients?|persons?'?s?|people'?s?|households?)\b|\b(?:someone|somebody|anyone|anybody) else\b|\buser[_ ]?id\b/,
  ],
  [
    "other_people",
    /\b(?:did|does|has) (?!i\b|we\b|it\b|my\b|the\b|that\b|this\b|all\b|everything\b|anything\b)[a-z]+ (?:spend|spent|earn|owe)\b/,
  ],
  [
    "trade",
    /\b(?:should|shall|can) i (?:buy|sell|invest|short|hold)\b|\b(?:stocks?|shares?|crypto|bitcoin|etfs?)\b.*\b(?:buy|sell|invest)\b|\b(?:buy|sell|trade|invest(?: in)?)\b.*\b(?:stocks?|shares?|crypto|bitcoin|etfs?)\b/,
  ],
  ["trade", new RegExp(`${START}(?:sell|invest|trade)\\b`)],
  [
    "move_money",
    new RegExp(
      `${START}(?:transfer|send|wire|move|withdraw|deposit|pay off|pay)\\b(?!ments?\\b)(?!.*\\bhow much\\b)`,
    ),
  ],
  [
    "change",
    new RegExp(
      `${START}(?:cancel|delete|remove|change|rename|recategori[sz]e|categori[sz]e|mark|edit|block|close|dispute)\\b`,
    ),
  ],
  [
    "change",
    new RegExp(
      `${START}(?:create|add|set|make)(?: up)? (?:a |an |my |the )?(?:\\w+ )?(?:budget|rule|goal|category|reminder|alert|transaction|account)\\b`,
    ),
  ],
  [
    "savings",
    /\b(?:i|we|i've|we've|i'm|we're|much|to|been|being|money|was|were) (?:(?:really|actually|ever|have|able to) )?(?:save|saved|saving)\b(?! account)|\bsavings? rate\b/,
  ],
  [
    "forecast",
    /\b(?:will i|am i going to|going to spend|next (?:week|month|quarter|year)|tomorrow|predict|forecast|project(?:ed|ion)|afford|budget|by the end of)\b/,
  ],
];

/** Why the offline analyst cannot do this at all, if so. */
export const findRefusal = (plain: string): RefusalReason | undefined =>
  RULES.find(([, pattern]) => pattern.test(plain))?.[0];
