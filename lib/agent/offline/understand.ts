import type { PeriodInput } from "../tools/period-input";
import type { Calendar } from "./bounds";
import { carriedPeriods, carriedTexts } from "./carry-over";
import { changedBy } from "./changed-by";
import { findPeriods } from "./find-periods";
import { findRefusal } from "./find-refusal";
import { findSubjects } from "./find-subjects";
import { findUnread } from "./find-unread";
import { EXCLUSION, findWishes } from "./find-wishes";
import { fixedReading, readFixed } from "./fixed-readings";
import { goesOn, standsAlone, startsAsAddition } from "./goes-on";
import { areIncome } from "./income-subjects";
import { lookBack } from "./look-back";
import type { ParsedQuestion } from "./parsed-question";
import { percentOf, withPercent } from "./percent-of";
import { toPlainText } from "./read-text";
import { splitQuestions } from "./split-questions";
import { LATE_TOPICS, TOPICS } from "./topics/all-topics";
import { proposals } from "./topics/proposals";
import type { Reading } from "./topics/topic";

/**
 * What the last of a conversation's messages asks, read in the light of those before it: one reading per question in it.
 * Refusals, thanks and greetings in between do not end the subject.
 * @param messages as the person typed them, oldest first
 */
export function understand(messages: readonly string[], calendar: Calendar): Reading[] {
  const earlier: Reading[] = [];
  let readings: Reading[] = [fixedReading({ kind: "unknown" })];
  for (const message of messages) {
    readings = [];
    for (const part of splitQuestions(toPlainText(message))) {
      const reading = understandOne(part, calendar, earlier, readings.length > 0);
      readings.push(reading);
      if (reading.parsed) earlier.push(reading);
    }
  }
  return withoutDoubles(readings);
}

/** "How much is it, and when is it due?" is answered once when one answer says both. */
function withoutDoubles(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ calls }) => {
    const key = JSON.stringify(calls);
    const isNew = calls.length === 0 || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function understandOne(
  plain: string,
  calendar: Calendar,
  earlier: readonly Reading[],
  isFurther: boolean,
): Reading {
  const previous = earlier.at(-1);
  const fixed = readFixed(plain, calendar, previous !== undefined);
  if (fixed) return fixed;
  const alone = parse(plain, calendar, previous?.parsed);
  // "Move the rent to housing" moves no money.
  const proposed = proposals.read(alone);
  if (proposed) return proposed;
  const reason = findRefusal(plain);
  if (reason) return fixedReading({ kind: "refusal", reason });
  const share = percentOf(plain);
  const whole = share && understandOne(share.of, calendar, earlier, isFurther);
  if (share && whole?.parsed) return withPercent(whole, share.percent);
  const parsed = lookBack(
    alone,
    earlier.flatMap((one) => one.parsed ?? []),
  );
  return previous ? readAfter(parsed, previous, calendar, isFurther) : readFirst(parsed);
}

function readFirst(parsed: ParsedQuestion): Reading {
  const own = firstReading(TOPICS, parsed);
  if (!own && pointsBack(parsed)) return fixedReading({ kind: "pointless" });
  const reading = own ?? firstReading(LATE_TOPICS, parsed);
  return reading ? unlessUnread(reading, parsed, []) : notUnderstood(parsed.plain, undefined);
}

/** In the light of the question before: by itself, as a change of it, or with its words. */
function readAfter(
  parsed: ParsedQuestion,
  previous: Reading,
  calendar: Calendar,
  isFurther: boolean,
): Reading {
  const adds =
    isFurther || startsAsAddition(parsed.plain) || standsAlone(parsed) || OF_THAT.test(parsed.plain);
  const inPlace = whyOf(adds ? withPeriodOf(parsed, previous) : parsed, previous.parsed);
  const own = firstReading(TOPICS, inPlace);
  const further = !own && goesOn(parsed) ? previous.goOn(parsed) : undefined;
  const reading =
    own ??
    further ??
    carriedOver(parsed, previous, calendar) ??
    otherwiseOn(parsed, previous) ??
    firstReading(LATE_TOPICS, inPlace);
  return reading
    ? unlessUnread(reading, parsed, further ? [/same|last/] : [])
    : notUnderstood(parsed.plain, previous);
}

/** The reading, or a question back about the conditions that it would leave out. */
function unlessUnread(reading: Reading, parsed: ParsedQuestion, besides: readonly RegExp[]): Reading {
  const { takesIn } = reading;
  const unread = findUnread(parsed, typeof takesIn === "string" ? takesIn : [...takesIn, ...besides]);
  return unread.length > 0 ? fixedReading({ kind: "unclear", words: unread }) : reading;
}

/** What is left unsaid is taken from the words of the question before: only for topics that know what they are about. */
function carriedOver(parsed: ParsedQuestion, previous: Reading, calendar: Calendar): Reading | undefined {
  if (!previous.parsed || standsAlone(parsed)) return undefined;
  for (const text of carriedTexts(parsed, previous.parsed)) {
    const merged = parse(text, calendar, undefined);
    const reading = firstReading(TOPICS, { ...merged, periods: carriedPeriods(parsed, merged) });
    if (reading) return reading;
  }
  return undefined;
}

/** "Only from Acme", after a total of income: what its own topic cannot take, those can that take almost anything. */
const otherwiseOn = (parsed: ParsedQuestion, previous: Reading): Reading | undefined =>
  previous.parsed && parsed.subjects.length > 0 && goesOn(parsed)
    ? firstReading(LATE_TOPICS, changedBy(previous.parsed, parsed))
    : undefined;

/** "How much did it cost?" with nothing before it that "it" could be. */
const pointsBack = ({ unplaced, subjects, wishes, plain }: ParsedQuestion): boolean =>
  subjects.length === 0 &&
  wishes.accounts.length === 0 &&
  plain.split(" ").length <= 8 &&
  !/\bbills?\b/.test(plain) &&
  /\b(?:it|that|there(?! (?:is|are|was))|them|those|these)\b|^(?:and|what about|how about|what'?s the total|the total)\b/.test(
    unplaced,
  );

function notUnderstood(plain: string, previous: Reading | undefined): Reading {
  const isPointing = !previous && POINTING.test(plain) && plain.split(" ").length <= 8;
  return fixedReading({ kind: isPointing ? "pointless" : "unknown" });
}

const POINTING = /\b(?:it|its|that|this|those|them|these|they|there|the (?:card|loan|account|fund|same))\b/;

function firstReading(topics: typeof TOPICS, parsed: ParsedQuestion): Reading | undefined {
  for (const { read } of topics) {
    const reading = read(parsed);
    if (reading) return reading;
  }
  return undefined;
}

/** "And how much did I spend?" is about the time that was talked of. */
const withPeriodOf = (parsed: ParsedQuestion, { parsed: before }: Reading): ParsedQuestion =>
  parsed.periods.length > 0 || !before || IS_OF_NOW.test(parsed.plain)
    ? parsed
    : { ...parsed, periods: before.periods };

const OF_THAT = /\b(?:of|from|out of) (?:that|it|this)\b/;

/** "And what is my checking balance?" is about now, whatever was talked of. */
const IS_OF_NOW =
  /\b(?:what(?:'s| is| are)|how much (?:is|are)) (?:in )?(?:my|the)\b.*\b(?:balances?|net ?worth|savings|checking|accounts?|debts?)\b|\bhow much (?:money )?do i (?:have|owe)\b/;

/** The words of a question and of those that it leans on itself; of a long conversation the latest. */
const wordsOf = ({ subjects, plain, before }: ParsedQuestion): string =>
  [...subjects.map(({ phrase }) => phrase), plain, before].join(" , ").slice(0, 400);

/** "Apart from rent, what ..." leaves out what stands before the comma; else all that follows is left out. */
function exclusionIn(text: string): { about: string; left: string } {
  const match = new RegExp(`\\b(?:${EXCLUSION})(?![\\w])`).exec(text);
  if (!match) return { about: text, left: "" };
  const after = text.slice(match.index + match[0].length);
  const comma = match.index < 5 ? after.indexOf(",") : -1;
  return comma < 0
    ? { about: text.slice(0, match.index), left: after }
    : { about: after.slice(comma), left: after.slice(0, comma) };
}

/** "Why?" is about all that the answer before was about. */
function whyOf(parsed: ParsedQuestion, before: ParsedQuestion | undefined): ParsedQuestion {
  if (!parsed.wishes.isWhy || !before || parsed.subjects.length > 0) return parsed;
  const { plain, wishes } = parsed;
  const merged = changedBy(before, parsed);
  return { ...merged, plain, wishes: { ...merged.wishes, isWhy: wishes.isWhy } };
}

function parse(plain: string, calendar: Calendar, previous: ParsedQuestion | undefined): ParsedQuestion {
  const before: PeriodInput | undefined = previous?.periods.at(-1);
  const { periods, rest } = findPeriods(plain, calendar, before);
  const wishes = findWishes(rest);
  const { about, left } = exclusionIn(wishes.rest);
  const subjects = findSubjects(about);
  return {
    plain,
    before: previous && POINTING.test(plain) ? wordsOf(previous) : "",
    today: calendar.today,
    unplaced: rest,
    periods,
    wishes: { ...wishes, isIncome: wishes.isIncome || areIncome(subjects) },
    subjects,
    excluded: findSubjects(left),
  };
}
