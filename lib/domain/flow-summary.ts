import type { Percent } from "../contract/money";
import { compareText } from "./compare-text";
import { type FlowSum, type Grouping, isTimeGrouping } from "./flow-sums";
import { sumByCurrency } from "./money";
import { percentOf } from "./ratio";

export type FlowTotal = {
  currency: string;
  /** Minor units: of spending positive is money spent, of income money received. */
  amountMinor: number;
  rowCount: number;
  /** Rows the usual way (purchases, pay), and those that go back (refunds, pay reclaimed) with what they come to. */
  count: number;
  reversalCount: number;
  reversedMinor: number;
};

type FlowGroup = {
  key: string;
  currency: string;
  amountMinor: number;
  rowCount: number;
  /** Of the total in this currency; null where there is none above zero. */
  share: Percent | null;
};

export type FlowSummary = {
  /** One per currency, largest first. */
  totals: FlowTotal[];
  /** Time in its order, all else largest first. */
  groups: FlowGroup[];
  rowCount: number;
};

/** What came or went, from sums of `groupBy`. Sums of other flows are ignored, so the caller cannot get it wrong. */
export function summariseFlow(
  sums: readonly FlowSum[],
  flow: "spending" | "income",
  groupBy: Grouping,
): FlowSummary {
  const counted = sums.filter((sum) => sum.flow === flow);
  const amountOf = ({ netMinor }: FlowSum) => (flow === "income" || netMinor === 0 ? netMinor : -netMinor);
  const totals = sumByCurrency(
    counted.map((sum) => ({ amountMinor: amountOf(sum), currency: sum.currency })),
  ).map((total) => ({ ...total, ...countsOf(counted, flow, total.currency) }));
  const groups = counted.map((sum) => {
    const amountMinor = amountOf(sum);
    const whole = totals.find(({ currency }) => currency === sum.currency)?.amountMinor ?? 0;
    const { key, currency, rowCount } = sum;
    return { key, currency, amountMinor, rowCount, share: percentOf(amountMinor, whole) };
  });
  return {
    totals,
    groups: groupBy === "none" ? [] : groups.sort(isTimeGrouping(groupBy) ? byTime : bySize),
    rowCount: counted.reduce((count, sum) => count + sum.rowCount, 0),
  };
}

function countsOf(sums: readonly FlowSum[], flow: "spending" | "income", currency: string) {
  const counts = { rowCount: 0, count: 0, reversalCount: 0, reversedMinor: 0 };
  for (const sum of sums) {
    if (sum.currency !== currency) continue;
    counts.rowCount += sum.rowCount;
    counts.count += flow === "spending" ? sum.outCount : sum.inCount;
    counts.reversalCount += flow === "spending" ? sum.inCount : sum.outCount;
    counts.reversedMinor += flow === "spending" ? sum.inMinor : sum.inMinor - sum.netMinor;
  }
  return counts;
}

const bySize = (a: FlowGroup, b: FlowGroup): number => b.amountMinor - a.amountMinor || byTime(a, b);

const byTime = (a: FlowGroup, b: FlowGroup): number =>
  compareText(a.key, b.key) || compareText(a.currency, b.currency);
