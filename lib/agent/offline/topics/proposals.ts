import { addMonths } from "../../../domain/calendar";
import { findCategories } from "../../../domain/categories";
import { bold, inPeriod, paragraphs, plainName, plainText } from "../answers/wording";
import { amountIn } from "../beside";
import { findSubjects } from "../find-subjects";
import type { ParsedQuestion } from "../parsed-question";
import { type PlannedCall, resultsOf } from "../tool-round";
import { topic } from "./topic";

const POLITE =
  "(?:please |can you |could you |would you |will you |i want (?:you )?to |i(?:'d| would) like (?:you )?to |i need (?:you )?to |let's |help me (?:to )?|go ahead and |just )*";
const AMOUNT = "[$€£]? ?\\d[\\d,]*(?:\\.\\d+)?(?: ?k\\b)?(?: ?(?:dollars?|usd|bucks?|euros?))?";
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
      /\bbudget\b|^(?:please )?(?:limit|cap)\b/.test(match[0]) ||
      (/\b(?:raise|lower)\b/.test(match[0]) && findCategories(clean(match[1])).length === 1)
        ? budget(match[1], match[2])
        : undefined,
  ),
  rule(
    `(?:set|create|make|add|give me|put|start|i want|i need)?(?: up)? ?(?:a |an |my |the )?(?:new |monthly )*(${AMOUNT})(?: (?:a|per|each|every) month| monthly|-a-month)? (?:budget|limit|cap)(?: (?:for|on|to) (.+))`,
    (match) => budget(match[2], match[1]),
  ),
  rule(
    `(?:i (?:only )?(?:want|plan|intend) to |i should )?(?:spend|keep|cap|limit) (?:no more than |less than |at most |under |a maximum of |up to |below |max )(${AMOUNT})(?: (?:a|per|each|every) month| monthly)? (?:on|for) (.+)`,
    (match) => budget(match[2], match[1]),
  ),
  rule(
    `(?:i (?:only )?(?:want|plan|intend) to )?(?:keep|limit|cap|hold|restrict) (?:my )?(?:spending on )?(.+?)(?: spending| budget)? (?:under|below|to|at|within) (${AMOUNT})(?: (?:a|per|each|every) month| monthly)?`,
    (match) => budget(match[1], match[2]),
  ),
  rule(
    `(?:my )?(?:new )?(.+?) budget (?:should be|is now|to be|:|=|of|to) ?(${AMOUNT})(?: (?:a|per|each|every) month| monthly)?`,
    (match) =>
      /^(?:what|how|is|did|does|am|was|whats)\b/.test(match[1] ?? "")
        ? undefined
        : budget(match[1], match[2]),
  ),
  rule(
    `(?:ok(?:ay)?,? |and |so |then )*(?:raise|lower|set|change|increase|reduce|make|cut|bump|put|move|drop)(?: up| down)? (?:it|that|this|the (?:budget|limit)|that one|that budget)(?: up| down)? (?:to|at|by) (${AMOUNT})(?: (?:a|per|each|every) month| monthly)?`,
    (match, { before }) => {
      const [named] = findSubjects(before).filter(({ categories }) => categories.length === 1);
      return named && !/\bby [$€£\d]/.test(match[0]) ? budget(named.categories[0], match[1]) : undefined;
    },
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
  rule(
    `(?:set|create|make|add|start)(?: up)? (?:a |an |my )?(?:new )?(?:savings? )?goal(?:,|:| called| named| for)? ?(.+?)?(?:,|:|;)? (?:of |for |at |with )?(${AMOUNT})(?:,)?(?: (?:by|until|before) (.+))?`,
    (match, parsed) => goal(match[1], match[2], parsed),
  ),
  rule(
    `i(?:'m| am) saving(?: up)? for (.+?),? (?:about |around )?(${AMOUNT})(?: (?:by|until|before) (.+))?`,
    (match, parsed) => goal(match[1], match[2], parsed),
  ),
  rule(
    `(?:my goal is to |i(?:'m| am) (?:trying|hoping) to |i plan to )?(?:save|saving)(?: up)? (${AMOUNT})(?: (?:for|towards?) (.+?))?(?: (?:by|until|before) (.+))?`,
    (match, parsed) => goal(match[2], match[1], parsed),
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
  rule(
    "(?:that(?:'s| is)|this is|it(?:'s| is)) not a (?:recurring|regular|subscription|repeating)(?: (?:payment|bill))?,? (.+)",
    (match) => ({ name: "propose_recurring", args: { merchant: clean(match[1]), isRecurring: false } }),
  ),
  rule(
    "(.+?) (?:is|are)(?: (not)|n't| actually| really)? (?:a |my |an )?(?:recurring|regular|subscription|repeating)(?: (?:payment|bill|subscription))?",
    (match) =>
      /^(?:what|which|is|are|how|that|this|it)\b/.test(match[1] ?? "")
        ? undefined
        : {
            name: "propose_recurring",
            args: { merchant: clean(match[1]), isRecurring: !/\bnot\b|n't/.test(match[0]) },
          },
  ),
  rule(
    "(?:stop|don't|do not) (?:treat(?:ing)?|count(?:ing)?|list(?:ing)?|show(?:ing)?) (.+?) as (?:a )?(?:recurring|regular|subscription|repeating)(?: (?:payment|bill))?",
    (match) => ({ name: "propose_recurring", args: { merchant: clean(match[1]), isRecurring: false } }),
  ),
  rule(
    "(?:mark|treat|count|flag) (.+?) as (not )?(?:a )?(?:recurring|regular|subscription|repeating)(?: (?:payment|bill))?",
    (match) => ({
      name: "propose_recurring",
      args: { merchant: clean(match[1]), isRecurring: !match[2] },
    }),
  ),
  rule(
    "(?:add|put|give|attach|apply)(?: a| the)? (?:tag |label )?[\"“'#]?([\\w -]+?)[\"”']?(?: tag| label)? (?:to|on) (.+)",
    (match, parsed) => (/\b(?:tag|label)\b/.test(match[0]) ? tagged(match[2], match[1], parsed) : undefined),
  ),
  rule("label (.+?) (?:as|with) (.+)", (match, parsed) => tagged(match[1], match[2], parsed)),
  rule("tag (.+?) (?:as|with) (.+)", (match, parsed) => tagged(match[1], match[2], parsed)),
  rule("(?:add|put|write) (?:a |the )?(?:note|memo) [\"“'](.+?)[\"”'] (?:to|on|for) (.+)", (match) => ({
    name: "propose_note",
    args: { merchants: [clean(match[2])], note: match[1] },
  })),
  rule(
    "(?:(?:add|put|write|leave|make|attach) )?(?:a |the )?(?:note|memo) (?:to|on|for) (.+?)(?::| saying| that says) (.+)",
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

/** "The Marriott charge in June": the time narrows the rows and is no part of the name. */
const tagged = (
  what: string | undefined,
  tag: string | undefined,
  { periods }: ParsedQuestion,
): PlannedCall => ({
  name: "propose_note",
  args: {
    merchants: [clean(withoutTime(what))],
    tags: [clean(tag)],
    ...(periods[0] && { period: periods[0] }),
  },
});

const withoutTime = (text: string | undefined): string =>
  (text ?? "").replace(
    / (?:in|from|of|on|during|last|this) (?:last |this )?(?:month|week|year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yesterday|\d)\w*.*$/,
    "",
  );

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
