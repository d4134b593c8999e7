import { describe, expect, it } from "vitest";
import { SAMPLE_RESULTS } from "../../tests/support/sample-results";
import { Insight } from "../contract/insights";
import type { AnomaliesResult } from "../contract/results/anomalies-result";
import { insightsOf } from "./insights";
import { toMoney } from "./money";

const NOTHING: AnomaliesResult = { ...SAMPLE_RESULTS.anomalies, anomalies: [], anomalyCount: 0 };

const withOne = (more: Partial<AnomaliesResult["anomalies"][number]>): AnomaliesResult => ({
  ...NOTHING,
  anomalies: [
    {
      kind: "price_rise",
      date: "2026-11-12",
      name: "Streambox",
      category: "Streaming and media",
      account: "Card",
      amount: toMoney(1_549, "USD"),
      usual: toMoney(1_299, "USD"),
      difference: toMoney(250, "USD"),
      differencePercent: null,
      reason: "It cost $12.99 before, $2.50 less.",
      transactionIds: ["a", "b"],
      ...more,
    },
  ],
});

const forecast = SAMPLE_RESULTS.forecast;
const [first] = forecast.forecasts;
if (!first) throw new Error("no forecast");
const lasting = { ...first, runsOutOn: null, runsOutOnLow: null };

describe("insights", () => {
  it("are whole, and each has rows, a question and words", () => {
    const found = insightsOf(SAMPLE_RESULTS.anomalies, forecast);
    expect(found.length).toBeGreaterThan(0);
    for (const insight of found) expect(Insight.parse(insight)).toEqual(insight);
  });

  it("warn of money that runs out, before all else, and say when only dear weeks would do it", () => {
    const short = { ...lasting, runsOutOn: "2026-12-03", runsOutOnLow: "2026-12-01" };
    const [warning, other] = insightsOf(withOne({}), { ...forecast, forecasts: [short] });
    expect(warning).toMatchObject({ kind: "low_balance", date: "2026-12-03", amount: first.lowest.balance });
    expect(other?.kind).toBe("price_rise");
    const dear = { ...lasting, runsOutOnLow: "2026-12-01" };
    expect(insightsOf(NOTHING, { ...forecast, forecasts: [dear] })).toMatchObject([
      { date: "2026-12-01", amount: first.lowestLow.balance, text: expect.stringContaining("dearer weeks") },
    ]);
    expect(insightsOf(NOTHING, { ...forecast, forecasts: [lasting] })).toEqual([]);
    expect(insightsOf(NOTHING, null)).toEqual([]);
  });

  it("keep their id while they are the same finding, and get another one for another", () => {
    const idOf = (more: Partial<AnomaliesResult["anomalies"][number]>) =>
      insightsOf(withOne(more), null)[0]?.id;
    expect(idOf({ reason: "other words" })).toBe(idOf({}));
    expect(idOf({ transactionIds: ["a", "c"] })).not.toBe(idOf({}));
    const spike = { kind: "category_spike", date: "2026-11-01", name: "Groceries" } as const;
    expect(idOf({ ...spike, transactionIds: ["a"] })).toBe(idOf({ ...spike, transactionIds: ["a", "b"] }));
    expect(idOf({ ...spike, date: "2026-12-01" })).not.toBe(idOf(spike));
  });

  it("have an id that fits, however long the bank's text is", () => {
    expect(Insight.safeParse(insightsOf(withOne({ name: "x".repeat(5_000) }), null)[0]).success).toBe(true);
  });
});
