import type { SpendingGrouping } from "../../domain/spending";
import { NUMBER_PATTERN, take } from "./read-text";
import { PLACES } from "./row-words";

const GROUPINGS: [SpendingGrouping, RegExp][] = [
  [
    "month",
    /\b(?:which|what) months?\b(?=.*\b(?:most|least|highest|lowest|more)\b)|\b(?:most expensive|priciest|cheapest|highest|lowest|biggest|best|worst)(?: \w+)? months?\b|\b(?:by|per|each|every|for each) month\b|\bmonth (?:by|over) month\b|\bmonthly\b|\ba month\b|\bover time\b|\btrends?\b|\b(?:for every|from month to|month on) month\b|\bover the months\b|\bhow (?:has|have|did|is|are|was)\b(?=.*\b(?:develop\w*|evolv\w*|progress\w*|fluctuat\w*|var(?:y|ied|ies)|mov(?:ed|ing))\b)/,
  ],
  ["week", /\b(?:by|each|every|for each) week\b|\bweek (?:by|over) week\b|\bweekly\b/],
  [
    "day",
    /\b(?:which|what) days?\b(?=.*\b(?:most|least|highest)\b)(?! of the week)|\b(?:most expensive|priciest|biggest|highest)(?: \w+)? day\b(?! of the week)|\b(?:by|each|every|for each) day\b|\bday (?:by|over) day\b|\bdaily\b/,
  ],
  [
    "account",
    /\b(?:by|per|each|for each) (?:account|card|bank account)\b|\b(?:which|what) (?:account|card)s? (?:do|did|have|was|is)\b/,
  ],
  [
    "merchant",
    new RegExp(
      `\\b(?:by|per|each|for each) (?:${PLACES})\\b|\\btop (?:\\w+ )?(?:${PLACES})\\b|\\b(?:which|what) (?:${NUMBER_PATTERN} )?(?:${PLACES})\\b|\\b(?:which|what) (?:\\w+ )?(?=(?:\\w+ )?(?:${PLACES}|restaurants?|cafes?|bars?|supermarkets?)\\b.*\\b(?:most|least|more)\\b)|\\btop (?:${NUMBER_PATTERN} )?(?=(?:\\w+ )?(?:${PLACES}|restaurants?|cafes?|bars?|supermarkets?|airlines?|hotels?)\\b)|\\bwhere (?:do|did|have) i (?:spend|spent|shop|shopped|buy|leave)\\b|\\brank(?:ed|ing)?\\b(?=.*\\b(?:${PLACES})\\b)|\\bfavou?rite (?:${PLACES})\\b|\\b(?:${PLACES}) (?:by|ranked|sorted|ordered|where|that got|i spent|i spend)\\b|\\bwho (?:did|do|have|has|got|gets|took|takes)\\b(?=.*\\bmost\\b)|\\b(?:${NUMBER_PATTERN} )?(?:biggest|largest|main) (?:${PLACES})\\b`,
    ),
  ],
  [
    "category",
    /\b(?:by|per|each|for each) (?:category|categories|type|kind)\b|\b(?:top|biggest|largest) (?:\w+ )?(?:spending )?categor(?:y|ies)\b|\b(?:which|what) categor(?:y|ies)\b|\bbreak ?downs?\b|\bbreak (?:it|them|that|this|my spending) down\b|\bwhere (?:did|does|is|has) (?:(?:most|all|the most|much) )?(?:of )?my money\b|\bwhat (?:do|did|have) i (?:spend|spent) (?:the )?(?:most|money) on\b|\bon what\b|\bspending habits\b|\brank(?:ed|ing)?\b(?=.*\bcategor(?:y|ies)\b)|\bcategories (?:from|by|ranked|sorted|ordered|in order)\b|\bsplit\b(?=.*\bcategor(?:y|ies)\b)|\bcategory[- ]?wise\b|\bper[- ]category\b|\bspending (?:distribution|mix|structure|profile|split|pie)\b|\b(?:made|makes?|making) up (?:my|the|our) (?:spending|expenses)\b|\bwhere(?:'s| is| are| does| do| did| has| have)?(?: (?:all|most|the bulk|the majority|much))?(?: of)? (?:my|our|the) (?:hard-earned )?(?:money|cash|spending)\b|\bwhat (?:do|did|am|are|have|was|were) (?:i|we) (?:spend|spent|spending)(?: (?:my|our|the|most|more|all|of|money|cash))* on(?= ?(?:[§?.!,]|$))|\b(?:main|major|key) (?:expenses|costs|spending areas|areas of spending|categories)\b|\bmoney pits?\b/,
  ],
];

/** How totals are to be divided, if they are; the words for it are marked. */
export function findGrouping(text: string) {
  const found = GROUPINGS.find(([, pattern]) => pattern.test(text));
  return found ? { groupBy: found[0], rest: take(text, found[1]) } : { groupBy: undefined, rest: text };
}
