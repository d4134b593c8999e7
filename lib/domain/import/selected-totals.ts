import type { ImportPreview } from "../../contract/imports";

type Choices = { include: readonly number[]; exclude: readonly number[] };

/**
 * What would be stored after the person has ticked duplicates and unticked new rows. Both kinds of lines must be among the
 * rows that the preview shows.
 */
export function selectedTotals(preview: ImportPreview, choices: Choices) {
  const [include, exclude] = [new Set(choices.include), new Set(choices.exclude)];
  const totals = {
    count: preview.counts.fresh,
    inMinor: preview.totals?.moneyIn.amountMinor ?? 0,
    outMinor: preview.totals?.moneyOut.amountMinor ?? 0,
  };
  for (const { line, duplicate, amount } of preview.rows) {
    const step = duplicate && include.has(line) ? 1 : !duplicate && exclude.has(line) ? -1 : 0;
    totals.count += step;
    if (amount.amountMinor > 0) totals.inMinor += step * amount.amountMinor;
    else totals.outMinor += step * amount.amountMinor;
  }
  return totals;
}
