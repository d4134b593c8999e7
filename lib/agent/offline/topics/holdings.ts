import type { HoldingsResult } from "../../../contract/results/holdings-result";
import { normalizeName } from "../../../domain/nearest-names";
import { asOfLine, bold, countOf, paragraphs, plainName, table } from "../answers/wording";
import { chartCall } from "../calculations";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_HOLDINGS =
  /\bholdings?\b|\bhow much (?:is|are) my [a-z]{2,5} (?:shares? |stock )?worth\b|\bportfolio\b|\bpositions\b|\b(?:what|which) (?:stocks?|funds?|shares?|etfs?|securities|bonds?)\b|\b(?:my|of) (?:\w+ )?(?:stocks?|shares|etfs?|funds|investments)\b|\bhow many shares\b|\b(?:unreali[sz]ed|capital) gains?\b|\bhow (?:are|is|have|did) my (?:investments?|stocks?|brokerage)\b|\bbrokerage\b.*\b(?:hold|holds|made of|contain\w*|invested)\b|\basset allocation\b|\bgains?\b.*\b(?:investments?|stocks?|portfolio|brokerage)\b/;

/** What the investment accounts hold, and what it gained. */
export const holdings = topic<{ plain: string; chart: boolean }>({
  read: ({ plain, wishes }) =>
    IS_HOLDINGS.test(plain) && !/\b(?:spen[dt]\w*|emergency fund|put into|bought)\b/.test(plain)
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
    const words = normalizeName(plain).split(" ");
    const named = result.holdings.filter(
      ({ ticker, name }) =>
        (ticker && words.includes(ticker.toLowerCase())) ||
        normalizeName(name)
          .split(" ")
          .filter((word) => word.length > 4)
          .some((word) => words.includes(word)),
    );
    return paragraphs(
      ...(named.length > 0 && named.length < 4 ? named.map(holdingLine) : [all(result)]),
      asOfLine(result.asOf, facts),
    );
  },
});

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

const holdingLine = ({ name, value, share, gain, gainPercent }: HoldingsResult["holdings"][number]): string =>
  `${plainName(name)}: ${bold(value.formatted)}${share ? `, ${share.formatted} of all` : ""}${gain ? `; the gain is ${bold(gain.formatted)}${gainPercent ? ` (${gainPercent.formatted})` : ""}` : ""}.`;
