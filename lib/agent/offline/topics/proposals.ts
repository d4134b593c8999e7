import { addMonths } from "../../../domain/calendar";
import { findCategories } from "../../../domain/categories";
import { bold, inPeriod, paragraphs, plainName, plainText } from "../answers/wording";
import { amountIn } from "../beside";
import type { ParsedQuestion } from "../parsed-question";
import { type PlannedCall, resultsOf } from "../tool-round";
import { topic } from "./topic";

const POLITE = "(?:please |can you |could you |i want to |i'd like to |let's |help me )*";
const AMOUNT = "[$€£]? ?\\d[\\d,]*(?:\\.\\d+)?(?: ?k\\b)?(?: ?(?:dollars|usd|bucks|euros?))?";
const AS = "(?:as|to|into|in|under|with|be)";
const clean = (text: string | undefined): string =>
  (text ?? "")
    .replaceAll(
      /^(?:all |a |an |my |the |any |every |everything |anything |from |at |that says |payments? |transactions? |purchases? |charges? )+|(?: (?:transactions?|purchases?|payments?|charges?|orders?|category|bills?))+$|["'“”?.!]/g,
      "",
    )
    .trim();

type Rule = {
  pattern: RegExp;
  read: (match: RegExpExecArray, parsed: ParsedQuestion) => PlannedCall | undefined;
};

const rule = (pattern: string, read: Rule["read"]): Rule => ({
  pattern: new RegExp(`^${POLITE}(?:${pattern})[ ?.!]*$`),
  read,
});

const budget = (category: string | undefined, amount: string | undefined): PlannedCall => ({
  name: "propose_budget",
  args: {
    category: categoryOf(clean(category).replace(/ (?:a|per|each) month$| monthly$/, "")),
    amount: amountIn(amount ?? "") ?? 0,
  },
});

const categoryOf = (phrase: string): string => onlyOne(findCategories(phrase)) ?? phrase;

/** "Travel" is several: the tool asks which. */
const onlyOne = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);

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

/** In this order: what holds more words first. */
const RULES: readonly Rule[] = [
  rule(
    `(?:set|create|make|add|give me|put|start)(?: up)? (?:a |an |my |the )?(?:new |monthly )*budget (?:of |at |to |for )?(${AMOUNT})(?: (?:a|per|each|every) month| monthly)? (?:for|on|to) (.+)`,
    (match) => budget(match[2], match[1]),
  ),
  rule(
    `(?:set|create|make|add|change|raise|lower|put|limit|cap)(?: up)? (?:a |an |my |the )?(?:new |monthly )*(?:budget (?:for|on) )?(.+?)(?: budget)? (?:to|of|at|is|with) (${AMOUNT})(?: (?:a|per|each|every) month| monthly)?`,
    (match) =>
      /\bbudget\b|^(?:please )?(?:limit|cap)\b/.test(match[0]) ? budget(match[1], match[2]) : undefined,
  ),
  rule(`budget (${AMOUNT})(?: (?:a|per) month)? (?:for|on) (.+)`, (match) => budget(match[2], match[1])),
  rule(
    `(?:set|create|make|add|start)(?: up)? (?:a |an |my )?(?:new )?(?:savings? )?goal (?:of |to save |for )?(${AMOUNT})(?: (?:for|towards?) (.+?))?(?: by (.+))?`,
    (match, parsed) => goal(match[2], match[1], parsed),
  ),
  rule(
    `(?:set|create|make|add|start)(?: up)? (?:a |an |my )?(?:new )?(.+?) (?:savings? )?goal (?:of|for|with) (${AMOUNT})(?: by (.+))?`,
    (match, parsed) => goal(match[1], match[2], parsed),
  ),
  rule(`(?:i want to )?save (${AMOUNT}) (?:for|towards?) (.+?)(?: by (.+))?`, (match, parsed) =>
    goal(match[2], match[1], parsed),
  ),
  rule(`(?:save|put aside|put away) (?:up )?(${AMOUNT}) by (.+)`, (match, parsed) =>
    goal(undefined, match[1], parsed),
  ),
  rule(
    `(?:always|from now on|automatically)(?:,)? (?:put|file|categori[sz]e|classify|count|mark|treat|move) (.+?) (?:${AS}) (.+)`,
    (match) => ({
      name: "propose_rule",
      args: { matchBy: "text", value: clean(match[1]), category: categoryOf(clean(match[2])) },
    }),
  ),
  rule(
    `(?:make|create|add|set)(?: up)? (?:a |the )?rule (?:that|to|for|so that)?(?: puts?)? ?(.+?) (?:always |should |must |is |are |goes |go )*(?:${AS}) (.+)`,
    (match) => ({
      name: "propose_rule",
      args: { matchBy: "text", value: clean(match[1]), category: categoryOf(clean(match[2])) },
    }),
  ),
  rule(
    "mark (.+?) as (not )?(?:a )?(?:recurring|regular|subscription|repeating)(?: (?:payment|bill))?",
    (match) => ({
      name: "propose_recurring",
      args: { merchant: clean(match[1]), isRecurring: !match[2] },
    }),
  ),
  rule("tag (.+?) (?:as|with) (.+)", (match) => ({
    name: "propose_note",
    args: { merchants: [clean(match[1])], tags: [clean(match[2])] },
  })),
  rule("(?:add|put|write) (?:a |the )?(?:note|memo) [\"“'](.+?)[\"”'] (?:to|on|for) (.+)", (match) => ({
    name: "propose_note",
    args: { merchants: [clean(match[2])], note: match[1] },
  })),
  rule(
    "(?:add|put|write) (?:a |the )?(?:note|memo) (?:to|on|for) (.+?)(?::| saying| that says) (.+)",
    (match) => ({
      name: "propose_note",
      args: { merchants: [clean(match[1])], note: clean(match[2]) },
    }),
  ),
  rule(
    `(?:mark|recategori[sz]e|re-?classify|categori[sz]e|classify|move|put|change|file|count|set) (.+?) (?:${AS})(?: (?:a|an|own|the|category))* (.+)`,
    (match, parsed) => {
      const [what, category] = [clean(match[1]), clean(match[2])];
      const isKnown =
        findCategories(category).length > 0 || /^(?:own )?transfers?(?: between.*)?$/.test(category);
      const pointed = /^(?:this|that|it|these|those|them|this one|that one|this as)?$/.test(what);
      if (!isKnown || !what || pointed) return undefined;
      return recategorise(what, /transfer/.test(category) ? "transfer" : category, parsed);
    },
  ),
];

function goal(
  name: string | undefined,
  target: string | undefined,
  { periods, plain, today }: ParsedQuestion,
): PlannedCall {
  const [period] = periods;
  const date = typeof period === "object" ? period.end : undefined;
  // A date without a year is read as the latest that has been; a goal lies ahead.
  const isOfYear = /(?<![$€£\d,.])(?:19|20)\d\d\b/.test(plain);
  const ahead = date && !isOfYear && date < today ? addMonths(date, 12) : date;
  return {
    name: "propose_goal",
    args: {
      name: clean(name) || "Savings",
      target: amountIn(target ?? "") ?? 0,
      ...(ahead && { targetDate: ahead }),
    },
  };
}

/** Changes as proposals: nothing happens before the person's click. */
export const proposals = topic<PlannedCall>({
  read: (parsed) => {
    for (const { pattern, read } of RULES) {
      const match = pattern.exec(parsed.plain);
      const call = match ? read(match, parsed) : undefined;
      if (call) return call;
    }
    return undefined;
  },
  goOn: () => undefined,
  plan: (call) => [call],
  answer: (_, results) => {
    const [result] = resultsOf(results, "proposal");
    if (!result) return "";
    const { title, effects, period } = result;
    return paragraphs(
      `I propose: ${bold(plainText(title))}. Nothing has changed yet; click to apply it.`,
      effects.length > 0 &&
        `It would change these totals${period ? ` ${inPeriod(period)}` : ""}: ${effects.map(({ label, before, after }) => `${plainName(label)} ${before ? `from ${before.formatted} ` : ""}to ${after.formatted}`).join(", ")}.`,
    );
  },
});
