import { describe, expect, it } from "vitest";
import { heedMarks, markedSeries, unseenMarks } from "./recurring-marks";
import type { Transaction } from "./transaction";

const today = "2026-11-24";
const gym = {
  name: "City Gym",
  cadence: "monthly",
  status: "early",
  lastDate: "2026-11-10",
  nextDate: "2026-12-10",
} as const;
const shop = { ...gym, name: "Corner Shop", status: "active" } as const;
const mark = (merchant: string, isRecurring: boolean, cadence: "weekly" | "quarterly" | null = null) => ({
  merchant,
  isRecurring,
  cadence,
});
const paid = (date: string, amountMinor: number, accountId = "a"): Transaction => ({
  id: `${accountId} ${date}`,
  accountId,
  accountName: "Checking",
  accountType: "depository",
  date,
  amountMinor,
  currency: "USD",
  merchant: "Piano teacher",
  description: "PIANO TEACHER",
  category: "education",
  flow: "spending",
  pending: false,
});

describe("a person's word on what comes back", () => {
  it("takes away what is marked as not recurring, makes sure what is, and leaves the rest", () => {
    expect(heedMarks([gym, shop], [mark("corner shop", false)])).toEqual([gym]);
    expect(heedMarks([gym, shop], [mark("City Gym", true)])).toEqual([{ ...gym, status: "active" }, shop]);
    expect(heedMarks([gym, shop], [])).toEqual([gym, shop]);
  });

  it("decides the rhythm, and with it the next date", () => {
    expect(heedMarks([gym], [mark("City Gym", true, "quarterly")])).toEqual([
      { ...gym, status: "active", cadence: "quarterly", nextDate: "2027-02-10" },
    ]);
  });

  it("makes a series of what was not seen to come back, one for each account", () => {
    const marks = [mark("Piano teacher", true), mark("City Gym", true), mark("Other", false)];
    expect(unseenMarks([gym], marks)).toEqual([marks[0]]);
    const rows = [paid("2026-11-20", -4_000), paid("2026-11-13", -5_000), paid("2026-11-20", -3_000, "b")];
    const series = markedSeries(mark("Piano teacher", true), rows, today);
    const [one, other] = ["a", "b"].map((id) => series.find(({ accountId }) => accountId === id));
    expect(one).toMatchObject({
      cadence: "weekly",
      status: "active",
      averageMinor: -4_500,
      lastMinor: -4_000,
      isVariable: true,
      nextDate: "2026-11-27",
      transactionIds: ["a 2026-11-13", "a 2026-11-20"],
    });
    expect(other).toMatchObject({ accountId: "b", cadence: "irregular", nextDate: null, status: "active" });
  });

  it("takes one row and the rhythm that the person named, and sees when it has ended", () => {
    const series = (date: string) =>
      markedSeries(mark("Piano teacher", true, "weekly"), [paid(date, -4_000)], today);
    expect(series("2026-11-20")).toMatchObject([{ cadence: "weekly", nextDate: "2026-11-27" }]);
    expect(series("2026-09-01")).toMatchObject([{ status: "ended", nextDate: null }]);
  });
});
