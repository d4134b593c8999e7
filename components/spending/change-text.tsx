import type { ComparisonResult } from "@/lib/contract/results/comparison-result";
import { formatMoney } from "@/lib/domain/money";

type Change = Pick<ComparisonResult["totals"][number], "change" | "percent" | "direction">;

/** How much more or less it was than before, in words: colour and arrows alone would not say it. */
export function ChangeText({ change: { change, percent, direction } }: { change: Change }) {
  if (direction === "same") return <span>unchanged</span>;
  const amount = formatMoney(Math.abs(change.amountMinor), change.currency);
  const share = percent && ` (${percent.formatted.replace("-", "")})`;
  return (
    <span className={direction === "up" ? "text-negative" : "text-positive"}>
      <span aria-hidden>{direction === "up" ? "▲" : "▼"} </span>
      {amount} {direction === "up" ? "more" : "less"}
      {share}
    </span>
  );
}
