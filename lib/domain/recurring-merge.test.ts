import { describe, expect, it } from "vitest";
import { mergeSources } from "./recurring-merge";

const series = (source: "plaid" | "detected", more: object = {}) => ({
  accountId: "checking",
  source,
  name: "Streambox",
  cadence: "monthly" as const,
  lastMinor: -1_549,
  nextDate: "2026-12-10" as string | null,
  transactionIds: ["a", "b", "c"],
  ...more,
});

describe("series of Plaid and of our own", () => {
  it("are one where they share a row: Plaid's, with our next date where it has none", () => {
    const plaid = series("plaid", { nextDate: null, transactionIds: ["c", "d"] });
    expect(mergeSources([series("detected"), plaid])).toEqual([{ ...plaid, nextDate: "2026-12-10" }]);
  });

  it("are two where they share none, even at one merchant", () => {
    const both = [series("plaid", { transactionIds: ["x"] }), series("detected")];
    expect(mergeSources(both)).toEqual(both);
  });

  it("are one where Plaid names no rows of ours and everything else agrees", () => {
    const plaid = series("plaid", { transactionIds: [] });
    expect(mergeSources([plaid, series("detected")])).toEqual([plaid]);
    for (const different of [
      { accountId: "card" },
      { name: "Tunely" },
      { cadence: "weekly" as const },
      { lastMinor: -4_000 },
      { lastMinor: 1_549 },
    ]) {
      expect(mergeSources([plaid, series("detected", different)])).toHaveLength(2);
    }
  });

  it("stay as they are where there is only one source", () => {
    const ours = [series("detected"), series("detected", { transactionIds: ["z"] })];
    expect(mergeSources(ours)).toEqual(ours);
    expect(mergeSources([])).toEqual([]);
  });
});
