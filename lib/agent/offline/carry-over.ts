import type { PeriodInput } from "../tools/period-input";
import type { ParsedQuestion } from "./parsed-question";
import { unmarked } from "./read-text";

/** What can be asked of the thing before, without naming it again. */
const ASPECTS = new Set(
  `if ago add extra limit account accounts active apr asset assets available average bar best big biggest bill bills bottom break bring card cards change changed
  chart charts cheapest combined cost costs credit days debt debts dearest down draw due each earliest expensive fall fallen
  fees first forecast gain gains gained goal goals going graph grew grow growing grown grows happen hold highest history holding holdings
  increase increased income interest it's largest latest least left limit line list lose losing loss losses lost low lowest made maximum
  minimum months most name names oldest ones over owe owed paid payment payments pays percent percentage pie plot price prices priciest
  profit progress projected quarterly raise raised rate rates ratio remaining renew renews rise risen rose second share shares smallest spending
  streaming subscription subscriptions sum third time together top trend up used using utilization utilisation value visualise
  visualize wasting which why worst worth yearly years annual annually monthly weekly used unused pricier price percent%`.split(
    /\s+/,
  ),
);

const MOST_WORDS = 9;

/**
 * "And the limit?", "draw it", "which is losing money?": the question before with the new one's words after it, for what
 * makes no question by itself; the other way round second. Nothing when it names a thing of its own.
 */
export function carriedTexts(next: ParsedQuestion, previous: ParsedQuestion): string[] {
  const words = next.plain.split(" ");
  const isOwn = next.subjects.some(({ phrase }) =>
    phrase.split(" ").some((word) => !ASPECTS.has(word.replaceAll(/\W+$/g, "")) && !/^[$€£]?\d/.test(word)),
  );
  if (words.length > MOST_WORDS || isOwn) return [];
  const before = next.periods.length > 0 ? unmarked(previous.unplaced) : previous.plain;
  const rest = next.plain.replace(/^(?:and|or|so|but|then|also|now|ok(?:ay)?),? /, "");
  const said = before.replace(/[ ?.!,]+$/, "");
  return [`${said} , ${rest}`, `${rest.replace(/[ ?.!,]+$/, "")} , ${said}`].map((text) =>
    text.slice(-MAX_CHARACTERS),
  );
}

/** Of a long conversation the last words. */
const MAX_CHARACTERS = 240;

/** Periods of the carried text, the new ones when there are any. */
export const carriedPeriods = (next: ParsedQuestion, merged: ParsedQuestion): PeriodInput[] =>
  next.periods.length > 0 ? next.periods : merged.periods;
