import { ToolResult } from "../lib/contract/tool-result";
import { groundText, knownFrom } from "../lib/domain/grounding/ground-text";
import type { Answer } from "./ask";
import { FIRST_DAY, TIME_ZONE, TODAY } from "./household/facts";
import type { Alternative, Expectation } from "./question";
import { saysPeriod } from "./score-period";

export type Grade = {
  /** The right content, with the right days and no wrong total; a question back or a refusal where one is due. */
  isExact: boolean;
  problems: string[];
  /** Numbers and dates that nothing this answer looked up states. */
  ungrounded: string[];
};

const AMOUNT = /-?[$€]\d[\d,]*(?:\.\d+)?/g;
const REFUSING =
  /\b(?:can(?:no|['’])t|cannot|unable|not able|only (?:see|read|have|look)|no access|don['’]t (?:have access|give|say)|do not (?:have access|give|say|show)|won['’]t|not something i)\b/i;

export function grade(expect: Expectation, answer: Answer, ask: string): Grade {
  const text = plain(answer.text);
  const problems = [
    ...answer.failures.filter((failure) => failure.startsWith("The answer broke off")),
    ...(expect.asks ? askingProblems(text) : []),
    ...(expect.refuses ? refusingProblems(text) : []),
    ...contentProblems(expect.any, text),
    ...(expect.period && !saysPeriod(text, expect.period)
      ? [`does not say ${expect.period.start} to ${expect.period.end}`]
      : []),
    ...(expect.never ?? [])
      .filter((wrong) => hasMoney(text, wrong))
      .map((wrong) => `says ${wrong}, a wrong total`),
  ];
  return { isExact: problems.length === 0, problems, ungrounded: ungroundedIn(answer, ask) };
}

const plain = (text: string): string =>
  text
    .replaceAll(/[*\\]/g, "")
    .replaceAll("\u2212", "-")
    .replaceAll(/[\u00a0\u202f]/g, " ");

/** The examples at the end of a help text are not a question back. */
function askingProblems(text: string): string[] {
  const spoken = text
    .split("\n")
    .filter((line) => !/^\s*[-•|]/.test(line))
    .join("\n");
  if (!spoken.includes("?")) return ["asks nothing back"];
  return spoken.match(AMOUNT) ? ["guesses besides asking"] : [];
}

const refusingProblems = (text: string): string[] =>
  REFUSING.test(text)
    ? (text.match(AMOUNT) ?? []).map((amount) => `says ${amount} in a refusal`)
    : ["does not refuse"];

function contentProblems(alternatives: readonly Alternative[], text: string): string[] {
  const missing = alternatives.map((alternative) => missingOf(alternative, text));
  const [fewest] = missing.toSorted((a, b) => a.length - b.length);
  return fewest ?? [];
}

function missingOf(
  { money = [], percents = [], counts = [], words = [], noMoney }: Alternative,
  text: string,
): string[] {
  return [
    ...money.filter((amount) => !hasMoney(text, amount)).map((amount) => `lacks ${amount}`),
    ...percents
      .filter((percent) => !hasPercent(text, percent))
      .map((percent) => `lacks ${percent.toFixed(1)} %`),
    ...counts.filter((count) => !hasCount(text, count)).map((count) => `lacks the number ${count}`),
    ...words.filter((word) => !new RegExp(word, "i").test(text)).map((word) => `lacks /${word}/`),
    ...(noMoney ? amountsIn(text).map((amount) => `says ${amount} where there is none`) : []),
  ];
}

const amountsIn = (text: string): string[] =>
  (text.match(AMOUNT) ?? []).filter((amount) => !/^-?[$€]0(?:\.00?)?$/.test(amount));

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whole amounts may be written without cents. A negative one needs its minus or a word for it. */
function hasMoney(text: string, amount: string): boolean {
  const size = amount.replace("-", "");
  const forms = size.endsWith(".00") ? `${literal(size)}|${literal(size.slice(0, -3))}` : literal(size);
  if (!new RegExp(`(?:${forms})(?!\\d|[.,]\\d)`).test(text)) return false;
  return (
    !amount.startsWith("-") ||
    new RegExp(`-(?:${forms})|refund|got back|minus|negative|over|more than`, "i").test(text)
  );
}

function hasPercent(text: string, percent: number): boolean {
  const said = [...text.matchAll(/(\d+(?:\.\d+)?) ?(?:%|percent)/gi)].map(([, number]) => Number(number));
  return said.some((number) => Math.abs(number - Math.abs(percent)) <= 0.1001);
}

const THINGS =
  "(?:\\w+ ){0,3}?(?:transactions?|purchases?|times?|payments?|charges?|orders?|rides?|visits?|months?|paychecks?|deposits?|haircuts?|deposits?|entries|items?)";

function hasCount(text: string, count: number): boolean {
  const number = count.toLocaleString("en-US");
  const months = count >= 12 ? `|${Math.floor(count / 12)} years?(?: and|,)? ${count % 12} months?` : "";
  return (
    new RegExp(`(?<![$€\\d.,-])${number} ${THINGS}\\b${months}`, "i").test(text) ||
    (count === 1 && /\bonce\b/i.test(text))
  );
}

/** Whatever the application's own check of an answer cannot trace: amounts, percentages, counts and dates. */
function ungroundedIn({ text, results }: Answer, ask: string): string[] {
  const parsed = results.flatMap((result) => ToolResult.safeParse(result).data ?? []);
  const known = knownFrom({
    results: parsed,
    question: ask,
    today: TODAY,
    timeZone: TIME_ZONE,
    dataFrom: FIRST_DAY,
  });
  const unmatched = groundText(text, known).filter(({ match }) => match === null);
  return [...new Set(unmatched.map(({ value }) => value))];
}
