import type { ParsedQuestion } from "../parsed-question";
import type { PlannedCall } from "../tool-round";
import { clean, type Rule, rule, withoutTime } from "./proposal-rule";

/** What comes regularly, tags and notes. In this order: what holds more words first. */
export const MARKING_RULES: readonly Rule[] = [
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
];

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
