import { findCategories } from "../../../domain/categories";
import type { ParsedQuestion } from "../parsed-question";
import type { PlannedCall } from "../tool-round";
import { AS, categoryOf, clean, type Rule, rule, withoutTime } from "./proposal-rule";

/** Payments to be filed under a category, now or always. In this order: what holds more words first. */
export const FILING_RULES: readonly Rule[] = [
  rule(
    `(?:always|from now on|automatically)(?:,)? (?:put|file|categori[sz]e|classify|count|mark|treat|move) (.+?) (?:${AS}) (.+)`,
    (match) => ({
      name: "propose_rule",
      args: { matchBy: "text", value: clean(match[1]), category: categoryOf(clean(match[2])) },
    }),
  ),
  rule(
    `(.+?) (?:should|must|needs to|has to|is to) always (?:be|go|count|be filed|be categori[sz]ed|be classified)(?: ${AS})?(?: ${AS})? (.+)`,
    (match) => filingRule(match[1], match[2]),
  ),
  rule(`(.+?) (?:is|are|goes|go|counts?) always (?:${AS} )*(.+)`, (match) => filingRule(match[1], match[2])),
  rule(
    `(?:categori[sz]e|classify|file|put|count|mark|treat|label|move) (?:all |every |any |each |all future |future )(.+?) (?:${AS}) (.+?)(?: (?:from now on|in (?:the )?future|always|automatically|every time))?`,
    (match) =>
      findCategories(clean(match[2])).length > 0 && !/^transfers?$/.test(clean(match[2]))
        ? filingRule(match[1], match[2])
        : undefined,
  ),
  rule(
    `(?:categori[sz]e|classify|file|put|count|mark|treat|label|move) (.+?) (?:${AS}) (.+?),? (?:from now on|in (?:the )?future|always|automatically|every time)`,
    (match) => filingRule(match[1], match[2]),
  ),
  rule(
    `(.+?) (?:should|must|needs to|has to) (?:be|go|count)(?: ${AS})? (.+?),? (?:from now on|in (?:the )?future|every time|always)`,
    (match) => filingRule(match[1], match[2]),
  ),
  rule(
    `(?:make|create|add|set)(?: up)? (?:a |the )?(?:new )?rule(?::|,| that)? ?(.+?) (?:is|are|=|->|goes to|counts as) (?:always )?(.+)`,
    (match) => filingRule(match[1], match[2]),
  ),
  rule(
    "(.+?) (?:is|was|are|were) (?:actually |really )?(?:a |an )?(.+?),? (?:and )?not (?:a |an )?(.+)",
    (match, parsed) => refiled(match[1], match[2], parsed),
  ),
  rule(
    `(.+?) (?:should|must|needs to|ought to|is supposed to) (?:be|go|count)(?: filed| counted| categori[sz]ed| classified)?(?: ${AS})? (.+?)(?:,? (?:and )?not .+)?`,
    (match, parsed) => refiled(match[1], match[2], parsed),
  ),
  rule(
    `(?:make|create|add|set)(?: up)? (?:a |the )?rule (?:that|to|for|so that)?(?: puts?)? ?(.+?) (?:always |should |must |is |are |goes |go )*(?:${AS}) (.+)`,
    (match) => ({
      name: "propose_rule",
      args: { matchBy: "text", value: clean(match[1]), category: categoryOf(clean(match[2])) },
    }),
  ),
];

/** Takes almost any words in: after all others. */
export const WIDE_FILING_RULES: readonly Rule[] = [
  rule(
    `(?:mark|recategori[sz]e|re-?classify|categori[sz]e|classify|move|put|change|file|count|set) (.+?) (?:${AS})(?: (?:a|an|own|the|category))* (.+)`,
    (match, parsed) => {
      const [what, category] = [clean(match[1]), clean(match[2])];
      const isKnown =
        findCategories(category).length > 0 || /^(?:own )?transfers?(?: between.*)?$/.test(category);
      const isMoney = /\b(?:money|cash|funds)\b|^[$€£]?\d/.test(what);
      const pointed = /^(?:this|that|it|these|those|them|this one|that one|this as)?$/.test(what);
      if (!isKnown || !what || pointed || isMoney) return undefined;
      return recategorise(what, /transfer/.test(category) ? "transfer" : category, parsed);
    },
  ),
];

const recategorise = (what: string, category: string, { periods }: ParsedQuestion): PlannedCall => {
  const [from] = findCategories(what);
  return {
    name: "propose_category",
    args: {
      category: categoryOf(category),
      ...(from ? { inCategories: [from] } : { merchants: [what] }),
      ...(periods[0] && { period: periods[0] }),
    },
  };
};

const filingRule = (what: string | undefined, category: string | undefined): PlannedCall | undefined => {
  const [value, into] = [clean(what), clean(category)];
  return value && into && findCategories(into).length > 0
    ? { name: "propose_rule", args: { matchBy: "text", value, category: categoryOf(into) } }
    : undefined;
};

/** "Uber Eats should be restaurants": only when the last words are a category. */
function refiled(
  what: string | undefined,
  category: string | undefined,
  parsed: ParsedQuestion,
): PlannedCall | undefined {
  const [name, into] = [clean(withoutTime(what)), clean(category)];
  const isTransfer = /^(?:own )?transfers?$/.test(into);
  const isQuestion = /^(?:what|which|how|is|are|why|when|who|that|this|it|my|i)\b/.test(what ?? "");
  if (isQuestion || !name || (!isTransfer && findCategories(into).length === 0)) return undefined;
  return recategorise(name, isTransfer ? "transfer" : into, parsed);
}
