import { describe, expect, it } from "vitest";
import { checkBalances, closingBalance } from "./check-balances";
import type { ImportEntry } from "./read-rows";

const entry = (amountMinor: number, balanceMinor: number | null, date = "2026-01-05"): ImportEntry => ({
  line: 1,
  date,
  postedDate: date,
  amountMinor,
  balanceMinor,
  description: "Shop",
  merchant: "Shop",
  category: "",
});

const OLDEST_FIRST = [entry(-100, 900), entry(-200, 700), entry(500, 1200)];

describe("the column of balances", () => {
  it("tells the order of rows of one day", () => {
    expect(checkBalances(OLDEST_FIRST)).toMatchObject({ isNewestFirst: false, agreeing: 2, checked: 2 });
    expect(checkBalances([...OLDEST_FIRST].reverse())).toMatchObject({ isNewestFirst: true, agreeing: 2 });
    expect(closingBalance(OLDEST_FIRST, "depository")?.minor).toBe(1200);
    expect(closingBalance([...OLDEST_FIRST].reverse(), "depository")?.minor).toBe(1200);
  });

  it("is what is owed on a card where it grows with spending, and its opposite where it falls", () => {
    expect(closingBalance([entry(-100, 1100), entry(-200, 1300)], "credit")?.minor).toBe(1300);
    expect(closingBalance([entry(-100, -1100), entry(-200, -1300)], "credit")?.minor).toBe(1300);
    expect(closingBalance([entry(-100, 1100)], "credit"), "nothing to compare with").toBeNull();
  });

  it("counts what does not follow", () => {
    expect(checkBalances([...OLDEST_FIRST, entry(-1, 5)])).toMatchObject({ checked: 3, agreeing: 2 });
    expect(closingBalance([entry(-100, null)], "depository")).toBeNull();
  });
});
