import type { CalculationResult } from "../../../lib/contract/results/calculation-result";
import { figure, type ResultView, toRows } from "./view";

export function viewCalculation(result: CalculationResult): ResultView {
  const outcome = result.amount ?? result.percent ?? result.number;
  return {
    line: `Worked out ${result.title}${outcome ? `: ${outcome.formatted}` : ""}`,
    tables: [
      {
        title: "Made of",
        columns: ["From", "Value"],
        rows: toRows(result.operands, ({ source, formatted }) => [
          source,
          { text: formatted, isGain: false },
        ]),
      },
      {
        title: result.title,
        columns: ["Calculation", "Result"],
        rows: [
          {
            key: "result",
            cells: [result.expression, outcome ? { text: outcome.formatted, isGain: false } : figure(null)],
          },
        ],
      },
    ],
    notes: [result.rounding],
  };
}
