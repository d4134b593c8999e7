import type { HoldingsResult } from "../../../lib/contract/results/holdings-result";
import { filterNotes } from "./filter-notes";
import { figure, type ResultView, toRows } from "./view";
import { count, noteOfCut } from "./words";

export const viewHoldings = (result: HoldingsResult): ResultView => ({
  line: `Looked at ${count(result.holdingCount, "holding")}`,
  tables: [
    {
      title: "Holdings",
      columns: ["Name", "Account", "Quantity", "Gain", "Value"],
      rows: toRows(result.holdings, ({ name, ticker, account, quantity, gain, value }) => [
        ticker === null ? name : `${name} (${ticker})`,
        account,
        quantity,
        figure(gain),
        figure(value),
      ]),
      ...noteOfCut(result.holdings.length, result.holdingCount),
    },
    {
      title: "In all",
      columns: ["Holdings", "Cost known of", "Gain", "Value"],
      rows: toRows(result.totals, ({ holdingCount, costKnownOf, gain, value }) => [
        count(holdingCount, "holding"),
        costKnownOf.toLocaleString("en-US"),
        figure(gain),
        figure(value),
      ]),
    },
  ],
  notes: filterNotes(result.filters),
});
