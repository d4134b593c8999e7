import type { HoldingsResult } from "../../../contract/results/holdings-result";
import { normalizeName } from "../../../domain/nearest-names";
import { asOfLine, bold, countOf, paragraphs, plainName, table } from "../answers/wording";
import { chartCall } from "../calculations";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_HOLDINGS =
  /^how (?:is|are|has|did) (?:my )?(?!my\b|it\b|this\b|that\b|cash\b|debts?\b|goals?\b|cards?\b|money\b|month\b|year\b)[a-z]{2,5} (?:doing|performing|done|performed|do)\b|^what(?:'s| is| are) (?:my )?(?!net)[a-z]{2,5} (?:shares? |stock )?worth\b|\bhow (?:much|many) (?!money|cash|debt|credit|euros|dollars|income|savings?|interest|is|are|left|budget|of\b|more|have|did|do\b|rent|bills|goals|cards|loans|accounts|banks)[a-z]{2,5}(?: shares?| stocks?| units?)? (?:do|did|have) (?:i|we) (?:have|own|hold|got)\b|\b(?:am i|are we|is my|are my|how much) (?:up|down|am i up|am i down)\b.*\b(?:on|in|with)\b|\b(?:stocks?|shares?|etfs?|funds?|bonds?|securities|investments?|portfolio|brokerage)\b.*\b(?:own|have|hold|worth|doing|perform\w*|up|down|gain\w*|los(?:e|ing|s|t)\w*|profit|return\w*|value|allocation|biggest|largest|best|worst|cash)\b|\b(?:own|hold|holding|worth|perform\w*|gain\w*|los(?:e|ing|s|t)\w*|profit|returns?|value|allocation|invested|cash)\b.*\b(?:stocks?|shares?|etfs?|funds?|bonds?|securities|investments?|portfolio|brokerage)\b|^(?:(?:my|the|show|list|me|what are|what's in) )*(?:stocks|shares|etfs|funds|investments?|portfolio|securities|bonds)[ ?.!]*$|\b(?:unreali[sz]ed|paper) (?:gains?|loss(?:es)?|profits?)\b|\bcost basis\b|\bholdings?\b|\bhow much (?:is|are) my [a-z]{2,5} (?:shares? |stock )?worth\b|\bportfolio\b|\bpositions\b|\b(?:what|which) (?:stocks?|funds?|shares?|etfs?|securities|bonds?)\b|\b(?:my|of) (?:\w+ )?(?:stocks?|shares|etfs?|funds|investments)\b|\bhow many shares\b|\b(?:unreali[sz]ed|capital) gains?\b|\bhow (?:are|is|have|did) my (?:investments?|stocks?|brokerage)\b|\bbrokerage\b.*\b(?:hold|holds|made of|contain\w*|invested)\b|\basset allocation\b|\bgains?\b.*\b(?:investments?|stocks?|portfolio|brokerage)\b/;

/** Words in the names of funds that name no single one. */
const KINDS = new Set(
  "stock stocks share shares bond bonds fund funds index market total growth value income money international treasury".split(
    " ",
  ),
);

/** Those that tell one from the others when it is the only one called so. */
const TELLING = new Set(["bond", "growth", "value", "international", "treasury"]);

/** What the investment accounts hold, and what it gained. */
export const holdings = topic<{ plain: string; chart: boolean }>({
  name: "holdings",
  isAbout: ({ plain }) =>
    IS_HOLDINGS.test(plain) &&
    !/\b(?:spen[dt]\w*|(?:emergency|vacation|holiday|travel) fund|put into|bought|how did .* grow|grow\w*|grew|balance|dividends?|transfer\w*|net worth|debts?|contribut\w*|paid|save[ds]?)\b/.test(
      plain,
    ),
  read: ({ plain, wishes, periods }) =>
    periods.every((period) => typeof period === "string" && /^(?:today|this_)/.test(period))
      ? { plain, chart: wishes.chart !== undefined }
      : undefined,
  plan: () => [{ name: "get_holdings", args: {} }],
  further: ({ chart }, results) =>
    chart
      ? resultsOf(results, "holdings").map((result) =>
          chartCall("donut", result, { list: "holdings", value: "value", title: "Holdings" }),
        )
      : [],
  answer: ({ plain }, results, facts) => {
    const [result] = resultsOf(results, "holdings");
    if (!result) return "";
    const named = namedIn(plain, result.holdings);
    return paragraphs(
      boughtLines(plain, named.length > 0 ? named : result.holdings, result),
      extremeLine(plain, result.holdings),
      ...(named.length > 0 && named.length < 4 ? named.map(holdingLine) : [all(result)]),
      asOfLine(result.asOf, facts),
    );
  },
});

/** "Which did best?", "my biggest holding", "which one is losing money". */
function extremeLine(plain: string, list: HoldingsResult["holdings"]): string | undefined {
  if (list.length < 2) return undefined;
  const gaining = list.filter(({ gain }) => gain !== null);
  const isLoss = /\b(?:losing|lost|loss|losers?|worst|down|red|negative|poorest)\b/.test(plain);
  if (isLoss || /\b(?:best|winner|gained|most profitable|top performer|performing)\b/.test(plain)) {
    const sorted = gaining.toSorted((a, b) => (b.gain?.amountMinor ?? 0) - (a.gain?.amountMinor ?? 0));
    const one = isLoss ? sorted.at(-1) : sorted[0];
    return one?.gain
      ? `The ${isLoss ? "least" : "most"} was gained by ${bold(plainName(one.name))}: ${bold(one.gain.formatted)}.`
      : undefined;
  }
  if (!/\b(?:biggest|largest|main|top|most)\b/.test(plain)) return undefined;
  const [largest] = list.toSorted((a, b) => b.value.amountMinor - a.value.amountMinor);
  return largest && `The largest is ${bold(plainName(largest.name))}: ${bold(largest.value.formatted)}.`;
}

function all({ holdings: list, totals, holdingCount }: HoldingsResult): string {
  if (holdingCount === 0) return "No investment account with holdings is linked here.";
  return paragraphs(
    ...totals.map(
      ({ value, gain, gainPercent, holdingCount: count }) =>
        `Your investments are worth ${bold(value.formatted)} in ${countOf(count, "holding")}${gain ? `; the gain is ${bold(gain.formatted)}${gainPercent ? ` (${gainPercent.formatted})` : ""}` : ""}.`,
    ),
    table(
      ["Holding", "Value", "Share", "Gain"],
      list.map(({ name, ticker, value, share, gain }) => [
        plainName(name) + (ticker ? ` (${plainName(ticker)})` : ""),
        value.formatted,
        share?.formatted ?? "",
        gain?.formatted ?? "",
      ]),
    ),
  );
}

type Holding = HoldingsResult["holdings"][number];

/** By ticker or by a word of the name; "the bond fund" when only one is of that kind. */
function namedIn(plain: string, list: readonly Holding[]): Holding[] {
  const words = normalizeName(plain).split(" ");
  const isSaid = (word: string) => words.includes(word) || words.includes(`${word}s`);
  const wordsOf = ({ name }: Holding) => normalizeName(name).split(" ");
  const named = list.filter(
    (one) =>
      (one.ticker && words.includes(one.ticker.toLowerCase())) ||
      wordsOf(one)
        .filter((word) => word.length > 4 && !KINDS.has(word))
        .some(isSaid) ||
      (normalizeName(one.name) === "cash" && words.includes("cash")),
  );
  if (named.length > 0) return named;
  const ofKind = list.filter((one) => wordsOf(one).some((word) => TELLING.has(word) && isSaid(word)));
  return ofKind.length === 1 ? ofKind : [];
}

const holdingLine = ({ name, value, share, gain, gainPercent }: Holding): string =>
  `${plainName(name)}: ${bold(value.formatted)}${share ? `, ${share.formatted} of all` : ""}${gain ? `; the gain is ${bold(gain.formatted)}${gainPercent ? ` (${gainPercent.formatted})` : ""}` : ""}.`;

/** Shares and what they cost, when that is asked. */
function boughtLines(plain: string, list: readonly Holding[], { totals }: HoldingsResult): string {
  const lines = [
    /\b(?:how many|quantity|number of|units)\b/.test(plain) &&
      "I can say what holdings are worth, not how many shares they are.",
    /\b(?:cost basis|paid|put in|invested|cost)\b/.test(plain) &&
      (list.length < 2
        ? list.map(({ costBasis }) => costBasis && `It cost ${bold(costBasis.formatted)}.`)
        : totals.map(({ costBasis }) => costBasis && `The cost basis is ${bold(costBasis.formatted)}.`)
      )
        .filter(Boolean)
        .join(" "),
  ];
  return lines.filter(Boolean).join(" ");
}
