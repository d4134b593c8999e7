import { month, type Range } from "../oracle/days";
import { rowsOf } from "../oracle/sums";
import { spikes } from "../oracle/unusual";
import { DAYS } from "../questions/expect";
import { at, differs, listAt, type ToolCase } from "./tool-case";

const cents = (entry: unknown, name: string) => at(entry, name, "amountMinor");

const found = (
  kind: string,
  period: Range,
  expected: unknown,
  read: (entry: unknown) => unknown,
): ToolCase => ({
  tool: "find_anomalies",
  args: { period, kinds: [kind] },
  check: (result) => [
    ...differs(`each ${kind}`, listAt(result, "anomalies").map(read), expected),
    ...differs("the period", at(result, "period"), period),
  ],
});

const spikesIn = (name: string): ToolCase =>
  found(
    "category_spike",
    month(name),
    spikes(name).map((spike) => [spike.cents, spike.usualCents, spike.rows]),
    (entry) => [cents(entry, "amount"), cents(entry, "usual"), listAt(entry, "transactionIds").length],
  );

/** The twins that are planted: the only charges that may be double. */
const TWINS = [
  { merchant: "Shake Shack", date: "2026-10-12", cents: 1_450 },
  { merchant: "Starbucks", date: "2026-09-14", cents: 425 },
];

const doublesIn = (period: Range): ToolCase =>
  found(
    "duplicate_charge",
    period,
    TWINS.filter(({ date }) => date >= period.start && date <= period.end).map((twin) => [
      twin.merchant,
      twin.date,
      twin.cents,
      rowsOf({ merchants: [twin.merchant], range: { start: twin.date, end: twin.date } })
        .filter((row) => -row.cents === twin.cents)
        .map(({ id }) => id),
    ]),
    (entry) => [
      at(entry, "name"),
      at(entry, "date"),
      cents(entry, "amount"),
      listAt(entry, "transactionIds").toSorted(),
    ],
  );

/** Newest first. */
const RISES = [
  ["Netflix", "2026-03-15", 1_549, 1_799],
  ["Oakwood Apartments", "2026-02-01", 205_000, 215_000],
] as const;

const risesIn = (period: Range): ToolCase =>
  found(
    "price_rise",
    period,
    RISES.filter(([, date]) => date >= period.start && date <= period.end),
    (entry) => [at(entry, "name"), at(entry, "date"), cents(entry, "usual"), cents(entry, "amount")],
  );

export const ANOMALY_CASES: readonly ToolCase[] = [
  ...["2025-06", "2025-12", "2026-05", "2026-08", "2026-09", "2026-10"].map(spikesIn),
  ...[month("2026-10"), month("2026-09"), month("2026-07"), DAYS.thisYear].map(doublesIn),
  ...[DAYS.thisYear, DAYS.lastYear, month("2026-03"), month("2026-02")].map(risesIn),
];
