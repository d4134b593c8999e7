import { findCategories } from "../../../domain/categories";
import type { ParsedQuestion } from "../parsed-question";
import type { PlannedCall } from "../tool-round";

const POLITE =
  "(?:please |can you |could you |would you |will you |i want (?:you )?to |i(?:'d| would) like (?:you )?to |i need (?:you )?to |let's |help me (?:to )?|go ahead and |just )*";
export const AMOUNT = "[$€£]? ?\\d[\\d,]*(?:\\.\\d+)?(?: ?k\\b)?(?: ?(?:dollars?|usd|bucks?|euros?))?";
export const AS = "(?:as|to|into|in|under|with|be)";
export const clean = (text: string | undefined): string =>
  (text ?? "")
    .replaceAll(
      /^(?:all |a |an |my |the |any |every |everything |anything |from |at |that says |payments? |transactions? |purchases? |charges? )+|(?: (?:transactions?|purchases?|payments?|charges?|orders?|category|bills?))+$|["'“”?.!]/g,
      "",
    )
    .trim();

export type Rule = {
  pattern: RegExp;
  read: (match: RegExpExecArray, parsed: ParsedQuestion) => PlannedCall | undefined;
};

export const rule = (pattern: string, read: Rule["read"]): Rule => ({
  pattern: new RegExp(`^${POLITE}(?:${pattern})[ ?.!]*$`),
  read,
});

/** The category that a phrase names, else the phrase: the tool says which ones it may be. */
export const categoryOf = (phrase: string): string => onlyOne(findCategories(phrase)) ?? phrase;

/** "Travel" is several: the tool asks which. */
const onlyOne = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);

export const withoutTime = (text: string | undefined): string =>
  (text ?? "").replace(
    / (?:in|from|of|on|during|last|this) (?:last |this )?(?:month|week|year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yesterday|\d)\w*.*$/,
    "",
  );
