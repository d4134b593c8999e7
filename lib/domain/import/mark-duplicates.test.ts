import { describe, expect, it } from "vitest";
import { markDuplicates, type StoredRow } from "./mark-duplicates";
import type { ImportEntry } from "./read-rows";

const entry = (line: number, date: string, amountMinor: number, postedDate = date): ImportEntry => ({
  ...{ line, date, postedDate, amountMinor },
  description: "Dinner",
  merchant: "Dinner",
  category: "",
  balanceMinor: null,
});
const banked = (date: string, amountMinor: number): StoredRow => ({
  ...{ date, postedDate: date, amountMinor },
  description: "DINNER 0042",
  isImported: false,
});
const reasonsOf = (
  entries: ImportEntry[],
  stored: StoredRow[],
  bankReadUntil: string | null = "2026-05-03",
) => [...markDuplicates(entries, stored, bankReadUntil)];

describe("rows of a file for a connected bank", () => {
  it("are left to the bank where it holds them with another amount for now", () => {
    expect(reasonsOf([entry(2, "2026-05-03", -6_000)], [banked("2026-05-03", -5_000)])).toEqual([
      [2, "bank_will"],
    ]);
  });

  it("are left to the bank for some days before its newest row: banks tell of some purchases late", () => {
    const days = ["2026-04-27", "2026-04-28", "2026-04-29", "2026-05-03", "2026-05-04"];
    const entries = days.map((date, index) => entry(index + 2, date, -100 - index));
    expect(reasonsOf(entries, [])).toEqual([
      [4, "bank_will"],
      [5, "bank_will"],
      [6, "bank_will"],
    ]);
  });

  it("are left to the bank when they were bought long before and posted just now", () => {
    expect(reasonsOf([entry(2, "2026-04-20", -100, "2026-05-01")], [])).toEqual([[2, "bank_will"]]);
  });

  it("are what the bank has where it has them, on whichever day", () => {
    expect(reasonsOf([entry(2, "2026-05-04", -5_000)], [banked("2026-05-03", -5_000)])).toEqual([
      [2, "bank"],
    ]);
  });
});

it("leaves nothing to a bank that sends nothing", () => {
  expect(reasonsOf([entry(2, "2026-05-04", -5_000)], [], null)).toEqual([]);
});
