import type { CalendarDate } from "../../contract/money";
import { datePartsOf } from "../../domain/calendar";

const MONTHS =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const UNIT = "(?:day|week|month|quarter|year)";
const TH = "(?:st|nd|rd|th)";
const TO = "(?:to|through|thru|until|till|til|and|-|up to)";
const NOW = "(?:now|date|today|the present(?: day)?|this (?:day|point|moment)|present|right now)";
const BEGINNING = "(?:the )?(?:very )?(?:start|beginning|outset|dawn|first(?: day)?|1st)";
const YEAR = "(?:,? (?:20\\d\\d))";

/** What people say for a time, and the words that the rules of periods know. In this order. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w'])'([12]\d)(?!\d)(?!s)/g, "20$1"],
  [/\b([qh][1-4])[ /-]?'?(2\d)\b(?!\d)/g, "$1 20$2"],
  [/\b(20\d\d)[ /-]?([qh][1-4])\b/g, "$2 $1"],
  [
    /\b(?:the )?(?:whole|entire|entirety|full|complete)(?: of)?(?: the)? (?=(?:calendar )?(?:last|this|month|year|week|quarter|20\d\d|20\d\d)|(?:month of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/g,
    "",
  ],
  [
    /\ball (?:of )?(?=(?:last|this) (?:year|month|week|quarter)\b|20\d\d\b|(?:january|february|march|april|june|july|august|september|october|november|december)\b)/g,
    "in ",
  ],
  [
    /\b(?:for|in|over|during|within) the (year|month|week|quarter)(?! (?:of|before|after|to|ending|beginning|starting|containing|from|20\d\d)\b)/g,
    "this $1",
  ],
  [/\bat (?:the )?(?:very )?(start|beginning) of the (year|month|quarter)\b/g, "at the $1 of this $2"],
  [new RegExp(`\\bthe first of (?=${MONTHS}\\b)`, "g"), "1 "],
  [new RegExp(`\\bthe second of (?=${MONTHS}\\b)`, "g"), "2 "],
  [/\bcalendar (year|month|week|quarter)\b/g, "$1"],
  [new RegExp(`\\b(?:the )?month of (?=${MONTHS}\\b)`, "g"), ""],
  [
    /\b(?:throughout|all through|over the course of|in the course of|(?:back|way back) in|during the course of) /g,
    "in ",
  ],
  [/\bin (?:in|during|over) /g, "in "],
  [/\bearlier (?=(?:on )?(?:today|this|in)\b)/g, ""],
  [
    /\bthis past (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)/g,
    "last ",
  ],
  [/\bthis past (?=\d|week|month|year)/g, "past "],
  [/\b(?:last|past|previous) (?:few|some) (day|week|month|year)s\b/g, "last 3 $1s"],
  [/\b(?:last|past|previous) (?:couple|pair)(?: of)? (day|week|month|quarter|year)s?\b/g, "last 2 $1s"],
  [/\b(?:last|past|previous) fortnight\b/g, "last 14 days"],
  [
    /\b(?:last|past|previous) half(?:[- ]a)?[- ]year\b|\b(?:last|past|previous) half of (?:a|the) year\b/g,
    "last 6 months",
  ],
  [/\b(?:last|past) year and a half\b|\b(?:last|past) 1\.5 years\b/g, "last 18 months"],
  [
    /\b(?:the )?(\d{1,3}) (day|week)s (?:before|up to|until|to|through|ending) (?:today|now)\b/g,
    "last $1 $2s",
  ],
  [/\b(?:year[- ](?:over|on)[- ]year|yoy|y\/y)\b/g, "compared to the same period last year"],
  [
    /\b(?:in |during |for |over |within )?(?:this|the current|my current) pay (?:period|cycle)\b/g,
    "since my last paycheck",
  ],
  [
    new RegExp(`\\b(?:since|from|starting(?: from)?) ${BEGINNING} of (?:the |this )?(${UNIT})\\b`, "g"),
    "since this $1",
  ],
  [
    new RegExp(
      `\\b(?:since|from|starting(?: from)?) ${BEGINNING} of (?!.*\\b(?:to|until|till|through)\\b)`,
      "g",
    ),
    "since ",
  ],
  [new RegExp(`\\bfrom ${BEGINNING} of (?=.*\\b(?:to|until|till|through)\\b)`, "g"), "from "],
  [/\bup to (?=the (?:end|close) of\b)/g, "until "],
  [
    new RegExp(
      `\\b(?:from|between) (?!\\d+ ?(?:to|and)\\b)((?!me\\b)(?:(?!\\bto\\b|\\band\\b)[^\\s,]+ ){1,5})(?:to|until|till|til|up to|through|and|up until) ${NOW}\\b`,
      "g",
    ),
    "since $1",
  ],
  [
    new RegExp(
      `(?<=\\b(?:this|since|20\\d\\d|year|month|week|${MONTHS})\\b.*)(?:,? so far)?,?(?<!\\byear) \\b(?:up )?(?:until|till|til|to|up to) ${NOW}\\b`,
      "g",
    ),
    "",
  ],
  [new RegExp(`\\b(${MONTHS}) the (\\d{1,2})${TH}\\b`, "g"), "$1 $2"],
  [
    new RegExp(
      `\\b(?:from |between )?(?:the )?(\\d{1,2})${TH}? (?:of )?(${MONTHS})(${YEAR})? ${TO} (?:the )?(\\d{1,2})${TH}? (?:of )?(${MONTHS})\\b(${YEAR})?`,
      "g",
    ),
    "$2 $1$3 to $5 $4$6",
  ],
  [
    new RegExp(
      `\\b(?:from |between )?(?:the )?(\\d{1,2})${TH}? ${TO} (?:the )?(\\d{1,2})${TH}? (?:of )?(${MONTHS})\\b(${YEAR})?`,
      "g",
    ),
    "$3 $1 to $3 $2$4",
  ],
  [
    new RegExp(
      `\\b(?:from )?(${MONTHS}) (\\d{1,2})${TH}? ${TO} (?:the )?(\\d{1,2})${TH}\\b(?! (?:of )?${MONTHS})(${YEAR})?`,
      "g",
    ),
    "$1 $2 to $1 $3$4",
  ],
];

const LONE_RANGE = new RegExp(
  `\\b(?:from |between )?the (\\d{1,2})${TH} ${TO} (?:the )?(\\d{1,2})${TH}(?=(?: of (?:this|last|the) month)?(?: (?:and|in|at|on|of|for)\\b|[ ?.!,]*$|,))( of (?:this|last|the) month)?`,
  "g",
);
const LONE_DAY = new RegExp(
  `(?<=\\b(?:on|since|until|till|before|after|from|by) )the (\\d{1,2})${TH}(?=(?: of (?:this|last|the) month)?(?: (?:and|in|at|on|for|to|until)\\b|[ ?.!,]*$|,))( of (?:this|last|the) month)?`,
  "g",
);

const A_DAY = `${MONTHS} \\d{1,2}${TH}?${YEAR}?`;
const TWO_DAYS = new RegExp(
  `\\b(?:from )?(${A_DAY}) (?:until|till|til|through|thru|up to|up until) (${A_DAY})\\b`,
  "g",
);

/** "2026-09-05" as "sep 5 2026". */
const withoutNumbers = (text: string): string =>
  text.replaceAll(
    /(?<![\w-])(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])/g,
    (_, year, month, day) => [NAMES[Number(month) - 1], Number(day), year].join(" "),
  );

/**
 * Times in the words that ./period-rules.ts and ./find-dates.ts know. "The 5th" without a month is the latest that has
 * been.
 */
export const inUsualPeriodWords = (text: string, today: CalendarDate): string =>
  REWORDED.reduce((said, [pattern, words]) => said.replaceAll(pattern, words), withoutNumbers(text))
    .replaceAll(TWO_DAYS, "$1 to $2")
    .replaceAll(LONE_RANGE, (words, first, last, ofMonth) => {
      const month = monthOfDay(Number(last), ofMonth, text, today);
      return month ? `${month} ${first} to ${month} ${last}` : words;
    })
    .replaceAll(LONE_DAY, (words, day, ofMonth) => {
      const month = monthOfDay(Number(day), ofMonth, text, today);
      return month ? `${month} ${day}` : words;
    });

/** The one month that is named anywhere; nothing when there are two. */
function monthOfDay(
  lastDay: number,
  ofMonth: string | undefined,
  text: string,
  today: CalendarDate,
): string | undefined {
  const named = text.match(new RegExp(`\\b${MONTHS}\\b`, "g")) ?? [];
  if (ofMonth === undefined && named.length > 0) return named.length === 1 ? named[0] : undefined;
  const { month, day } = datePartsOf(today);
  const isBefore = ofMonth === undefined ? lastDay > day : ofMonth.includes("last");
  return NAMES[(month - 1 - Number(isBefore) + 12) % 12];
}
