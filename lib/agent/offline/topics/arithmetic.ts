import { bold } from "../answers/wording";
import type { ParsedQuestion } from "../parsed-question";
import { type PlannedCall, resultsOf } from "../tool-round";
import { topic } from "./topic";

const NUMBER =
  "[$€£]? ?(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(?: ?(?:dollars?|usd|bucks?|euros?))?(?: (?:bill|check|tab|dinner|meal))?";
const ASKING =
  "^(?:(?:what(?:'s| is| are| does| would)?|how much (?:is|are|would|does)|calculate|compute|work out|tell me|give me|find|can you do|and|so|quick math:?|a|the|be|it|that) )*";
const END = "[ ?.!=]*$";
const WAYS: Record<string, string> = {
  half: "2",
  two: "2",
  three: "3",
  third: "3",
  four: "4",
  five: "5",
  six: "6",
};
/** Months, weeks and days of a year, by the words for them. */
const PER_YEAR: Record<string, string> = {
  month: "12",
  week: "52",
  day: "365",
  quarter: "4",
  fortnight: "26",
};

type Asked = { expression: string; isMoney: boolean };
type Form = { pattern: RegExp; read: (match: RegExpExecArray) => string | undefined };

const form = (pattern: string, read: Form["read"]): Form => ({
  pattern: new RegExp(ASKING + pattern + END),
  read,
});
const digits = (text: string | undefined): string => (text ?? "").replaceAll(",", "").replace(/^\./, "0.");

/** Reckonings over numbers that the person typed, and nothing else. */
const FORMS: readonly Form[] = [
  form(
    `${NUMBER} ?(?:%|percent|per cent) (?:of|on|from|for|tip (?:on|for)|tax on)(?: a)? ${NUMBER}(?: bill| dinner| tab| meal| check)?`,
    ([, a, b]) => `${digits(b)} * ${digits(a)} / 100`,
  ),
  form(
    `${NUMBER} (?:plus|with|and) (?:a )?${NUMBER} ?(?:%|percent)(?: (?:tip|tax|more))?`,
    ([, a, b]) => `${digits(a)} * (100 + ${digits(b)}) / 100`,
  ),
  form(
    `${NUMBER} (?:minus|less|with|at) ${NUMBER} ?(?:%|percent)(?: (?:off|discount|less))?`,
    ([, a, b]) => `${digits(a)} * (100 - ${digits(b)}) / 100`,
  ),
  form(
    `${NUMBER} ?(?:%|percent) off(?: of)?(?: a)? ${NUMBER}`,
    ([, a, b]) => `${digits(b)} * (100 - ${digits(a)}) / 100`,
  ),
  form(
    `(?:split|divide|share)(?: up)?(?: a| an| the)?(?: bill of)? ${NUMBER} (?:by|between|among|amongst|into|in|with|over|across) (\\w+)(?: (?:ways|people|friends|of us|persons|parts|months|weeks|days|pieces))?`,
    ([, a, n]) => divided(a, n),
  ),
  form(`(?:split|divide|share)?(?: up)?(?: a| an| the)? ?${NUMBER} (\\w+) ways(?: split)?`, ([, a, n]) =>
    divided(a, n),
  ),
  form(`half of ${NUMBER}`, ([, a]) => `${digits(a)} / 2`),
  form(
    `(?:if i (?:save|put aside|put away|spend|pay|set aside|saved|spent) |saving |spending |paying )?${NUMBER} (?:a|per|each|every) (month|week|day|quarter|fortnight),? ?(?:(?:how much|what) (?:is|does|would|will) (?:that|it|i)(?: be| come to| make| cost| save| have)?|is how much|(?:for|over|times)|=)? ?(?:a|per|in a|over a|each|for a|in one|after a|by the end of the) year`,
    ([, a, unit]) => `${digits(a)} * ${PER_YEAR[unit ?? ""]}`,
  ),
  form(
    `${NUMBER} (?:a|per) year (?:is )?(?:how much )?(?:a|per|in a|by|each) (month|week|day|quarter|fortnight)`,
    ([, a, unit]) => `${digits(a)} / ${PER_YEAR[unit ?? ""]}`,
  ),
  form(
    `${NUMBER} (?:as a|is what|what) (?:percentage|percent|share|part|%) of ${NUMBER}`,
    ([, a, b]) => `${digits(a)} / ${digits(b)} * 100`,
  ),
  form(
    `(?:percentage|percent|share|part|%) of ${NUMBER} is ${NUMBER}`,
    ([, a, b]) => `${digits(b)} / ${digits(a)} * 100`,
  ),
  form("([-+*/().,$€£\\d x×÷]*\\d[-+*/().,$€£\\d x×÷]*)", ([, text]) => expressionIn(text ?? "")),
];

const divided = (amount: string | undefined, by: string | undefined): string | undefined => {
  const parts = WAYS[by ?? ""] ?? by;
  return parts && /^\d+$/.test(parts) && Number(parts) > 0 ? `${digits(amount)} / ${parts}` : undefined;
};

/** At least one operator between two numbers: a number alone asks nothing. */
function expressionIn(text: string): string | undefined {
  const plain = text
    .replaceAll(/[$€£,]/g, "")
    .replaceAll(/[x×]/g, "*")
    .replaceAll("÷", "/")
    .trim();
  return /\d\)? ?[-+*/] ?\(*-?[\d.]/.test(plain) && !/^\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?$/.test(plain)
    ? plain
    : undefined;
}

const inSigns = (plain: string): string =>
  plain
    .replaceAll(/(?<=\d) (?:times|multiplied by) (?=[$€£]?\d)/g, " * ")
    .replaceAll(/(?<=\d) (?:divided by|over) (?=[$€£]?\d)/g, " / ")
    .replaceAll(/(?<=\d) plus (?=[$€£]?[\d.]+(?![\d.]| ?(?:%|percent)))/g, " + ")
    .replaceAll(/(?<=\d) (?:minus|less) (?=[$€£]?[\d.]+(?![\d.]| ?(?:%|percent)))/g, " - ");

/** What is reckoned with the person's own numbers alone. */
export const arithmetic = topic<Asked>({
  name: "arithmetic",
  read: ({ plain }: ParsedQuestion) => {
    const text = inSigns(plain);
    for (const { pattern, read } of FORMS) {
      const match = pattern.exec(text);
      const expression = match ? read(match) : undefined;
      if (expression) return { expression, isMoney: /[$€£]|\b(?:dollars|usd|bucks|euros?)\b/.test(plain) };
    }
    return undefined;
  },
  takesIn: () => "all",
  plan: ({ expression, isMoney }): PlannedCall[] => [
    { name: "calculate", args: { title: "Result", expression, unit: isMoney ? "money" : "number" } },
  ],
  answer: (_, results) => {
    const [result] = resultsOf(results, "calculation");
    const found = result?.amount ?? result?.number ?? result?.percent;
    return found ? `That is ${bold(found.formatted)}.` : "";
  },
});
