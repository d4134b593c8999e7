import type { Percent } from "../contract/money";
import { compareText } from "./compare-text";
import type { FlowSum } from "./flow-sums";
import { percentOf } from "./ratio";
import type { Flow } from "./transaction";

/** Both periods by one definition: spending.v1, income.v1, or their difference. Percentages are of the earlier amount. */
export const COMPARISON_DEFINITION = "comparison.v1";

export const COMPARED_METRICS = ["spending", "income", "net"] as const;
type ComparedMetric = (typeof COMPARED_METRICS)[number];

const FLOWS_OF: Record<ComparedMetric, readonly Flow[]> = {
  spending: ["spending"],
  income: ["income"],
  net: ["income", "spending"],
};

/** Which rows a metric is made of. */
export const flowsOf = (metric: ComparedMetric): readonly Flow[] => FLOWS_OF[metric];

/** Minor units. */
export type Change = {
  key: string;
  currency: string;
  nowMinor: number;
  beforeMinor: number;
  /** Now less before. */
  deltaMinor: number;
  /** Null where the earlier amount is not above zero: there is no percentage of nothing. */
  percent: Percent | null;
};

/**
 * What changed from one period to another, per group and currency, the largest change first. Sums of both that are not
 * grouped give one change per currency. Their amounts and changes add up to those of the total, whatever the grouping.
 */
export function changesOf(
  now: readonly FlowSum[],
  before: readonly FlowSum[],
  metric: ComparedMetric,
): Change[] {
  const changes = new Map<string, Change>();
  const add = (sums: readonly FlowSum[], side: "nowMinor" | "beforeMinor") => {
    for (const { flow, key, currency, netMinor } of sums) {
      if (!FLOWS_OF[metric].includes(flow)) continue;
      const id = `${currency} ${key}`;
      const change = changes.get(id) ?? {
        key,
        currency,
        nowMinor: 0,
        beforeMinor: 0,
        deltaMinor: 0,
        percent: null,
      };
      change[side] += metric === "spending" ? -netMinor : netMinor;
      changes.set(id, change);
    }
  };
  add(now, "nowMinor");
  add(before, "beforeMinor");
  return [...changes.values()].map(withDifference).sort(byChange);
}

function withDifference(change: Change): Change {
  const deltaMinor = change.nowMinor - change.beforeMinor;
  return { ...change, deltaMinor, percent: percentOf(deltaMinor, change.beforeMinor) };
}

const byChange = (a: Change, b: Change): number =>
  Math.abs(b.deltaMinor) - Math.abs(a.deltaMinor) ||
  compareText(a.key, b.key) ||
  compareText(a.currency, b.currency);
