import type { ToolResult } from "../../contract/tool-result";
import { bold, paragraphs } from "./answers/wording";
import { type PlannedCall, resultsOf } from "./tool-round";
import type { Reading } from "./topics/topic";

const PERCENT_OF =
  /^(?:(?:and |so )?(?:what(?:'s| is| would be)|how much (?:is|would be)|calculate) )?(\d+(?:\.\d+)?) ?(?:%|percent|per cent) of ((?:my|our|the|what) .*[a-z].*)$/;
const TITLE = "Part of it";

/** "20% of my last paycheck": the percentage, and the question of what it is taken. */
export function percentOf(plain: string): { percent: string; of: string } | undefined {
  const match = PERCENT_OF.exec(plain);
  return match?.[1] && match[2] ? { percent: match[1], of: match[2] } : undefined;
}

/** The reading of the whole, with the part of its main amount besides. */
export const withPercent = (whole: Reading, percent: string): Reading => ({
  ...whole,
  further: (results) => [...whole.further(results), ...partOf(results, percent)],
  answer: (results, facts) => {
    const part = resultsOf(results, "calculation").find(({ title }) => title === TITLE)?.amount;
    return paragraphs(part && `${percent}% of it is ${bold(part.formatted)}.`, whole.answer(results, facts));
  },
});

function partOf(results: readonly ToolResult[], percent: string): PlannedCall[] {
  const [result] = results;
  const place = result && mainAmount(result);
  return place
    ? [
        {
          name: "calculate",
          args: { title: TITLE, expression: `${result.ref}.${place} * ${percent} / 100`, unit: "money" },
        },
      ]
    : [];
}

/** Where a result states the one amount that it is about; nothing when there are several. */
function mainAmount(result: ToolResult): string | undefined {
  switch (result.kind) {
    case "spending":
    case "income":
      return result.totals.length === 1 ? "totals[0]" : undefined;
    case "accounts":
      return result.netByCurrency.length === 1 ? "netByCurrency[0]" : undefined;
    case "transactions":
      return result.transactions.length === 1 ? "transactions[0].amount" : undefined;
    case "recurring":
      return result.series.length === 1 ? "series[0].amount" : undefined;
    case "cash_flow":
      return result.currencies.length === 1 ? "currencies[0].net" : undefined;
    default:
      return undefined;
  }
}
