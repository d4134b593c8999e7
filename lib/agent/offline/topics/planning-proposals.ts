import { addMonths } from "../../../domain/calendar";
import { findCategories } from "../../../domain/categories";
import { amountIn } from "../beside";
import { findSubjects } from "../find-subjects";
import type { ParsedQuestion } from "../parsed-question";
import type { PlannedCall } from "../tool-round";
import { AMOUNT, categoryOf, clean, type Rule, rule } from "./proposal-rule";

/** Budgets and goals. In this order: what holds more words first. */
export const PLANNING_RULES: readonly Rule[] = [
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
    `(?:set|create|make|add|give me|put|start|i want|i need)?(?: me)?(?: up)? ?(?:a |an |my |the )?(?:new |monthly )*(${AMOUNT})(?: (?:a|per|each|every) month| monthly|-a-month)? (?:budget|limit|cap)(?: (?:for|on|to) (.+))`,
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
  rule(
    `(?:set|make|create|give me|start)(?: up)? (?:a |an |my )?(${AMOUNT})(?: (?:a|per) month| monthly)? (.+?) budget`,
    (match) => budget(match[2], match[1]),
  ),
  rule(
    `(?:limit|cap|keep|hold) me (?:to|at|under|below) (${AMOUNT})(?: (?:a|per|each|every) month| monthly)? (?:on|for) (.+)`,
    (match) => budget(match[2], match[1]),
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
];

const budget = (category: string | undefined, amount: string | undefined): PlannedCall => ({
  name: "propose_budget",
  args: {
    category: categoryOf(clean(category).replace(/ (?:a|per|each) month$| monthly$/, "")),
    amount: amountIn(amount ?? "") ?? 0,
  },
});

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
