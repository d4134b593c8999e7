import type { RefusalReason } from "./answers/fixed";

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
      `${START}(?:transfer|send|wire|move|withdraw|deposit|pay off|pay|zelle|venmo)\\b(?!ments?\\b)(?!s\\b)(?!.*\\b(?:how much|category|to category)\\b)`,
    ),
  ],
  [
    "change",
    new RegExp(`${START}(?:cancel|delete|remove|rename|edit|block|close|dispute|unsubscribe|freeze)\\b`),
  ],
  [
    "future_spending",
    /\b(?:will i|am i (?:going|likely) to|going to) (?:spend|earn|pay in total|buy)\b|\b(?:predict|project) my (?:spending|expenses)\b/,
  ],
];

/** Why the offline analyst cannot do this at all, if so. */
export const findRefusal = (plain: string): RefusalReason | undefined =>
  RULES.find(([, pattern]) => pattern.test(plain))?.[0];
