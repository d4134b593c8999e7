import { describe, expect, it } from "vitest";
import { decideDateOrder, exampleReadings } from "./date-order";
import { readDate } from "./read-date";

const today = "2026-03-10";

describe("the order of day and month", () => {
  it.each([
    ["a day above 12 comes first", ["03/04/2026", "25/02/2026"], "day_first"],
    ["a day above 12 comes second", ["03/04/2026", "02/25/2026"], "month_first"],
    ["points mean the day comes first", ["03.04.26"], "day_first"],
    ["the other order would lie in the future", ["03/02/2026", "03/08/2026"], "month_first"],
    ["day and month are the same", ["02/02/2026", "03/03/2026"], "day_first"],
  ] as const)("is known when %s", (_, values, order) => {
    expect(decideDateOrder(values, today)).toEqual({ order, isAmbiguous: false });
  });

  it("is asked when nothing tells, with a date that shows the difference", () => {
    const values = ["01/01/2026", "01/02/2026"];
    expect(decideDateOrder(values, today)).toEqual({ order: null, isAmbiguous: true });
    expect(exampleReadings(values)).toEqual({
      text: "01/02/2026",
      day_first: "2026-02-01",
      month_first: "2026-01-02",
    });
  });

  it("does not matter where dates are written otherwise", () => {
    expect(decideDateOrder(["2026-01-02", "3 Feb 2026"], today)).toEqual({ order: null, isAmbiguous: false });
  });
});

describe("a written date", () => {
  it.each([
    ["2026-02-03T23:59:59.000Z", "2026-02-03"],
    ["20260203", "2026-02-03"],
    ["2026/2/3 4:05 PM", "2026-02-03"],
    ["3 février 2026", "2026-02-03"],
    ["3. März 2026", "2026-03-03"],
    ["3 de mayo de 2026", "2026-05-03"],
    ["03-Feb-26", "2026-02-03"],
    ["Feb 3rd, 2026", "2026-02-03"],
    ["Tue, 3 Feb 2026", "2026-02-03"],
    ["May 5, 2026", "2026-05-05"],
  ])("is read: %s", (text, date) => {
    expect(readDate(text)).toEqual({ kind: "date", date });
  });

  it.each(["2026-02-30", "12", "Shop 3", "1.5", "2026", "1,234.56", "", "x".repeat(1_000)])(
    "is not seen in: %s",
    (text) => {
      expect(readDate(text)).toEqual({ kind: "none" });
    },
  );
});
