import { describe, expect, it } from "vitest";
import { decideDecimalMark } from "./decimal-mark";
import { readAmount } from "./read-amount";

describe("a written amount", () => {
  it.each([
    ["1,234.56", ".", "USD", 123456],
    ["1.234,56", ",", "EUR", 123456],
    ["1 234,5", ",", "EUR", 123450],
    ["1’234.50", ".", "CHF", 123450],
    ["1,23,456.00", ".", "INR", 12345600],
    ["(12.00)", ".", "USD", -1200],
    ["($12.00)", ".", "USD", -1200],
    ["12.00-", ".", "USD", -1200],
    ["−12.00", ".", "USD", -1200],
    ["-$12", ".", "USD", -1200],
    ["$-12.5", ".", "USD", -1250],
    ["12,00 €", ",", "EUR", 1200],
    ["EUR 12,00", ",", "EUR", 1200],
    ["12.00 DR", ".", "USD", -1200],
    ["12,00 H", ",", "EUR", 1200],
    [".5", ".", "USD", 50],
    ["12.500", ".", "USD", 1250],
    ["-0.00", ".", "USD", 0],
    ["1.234", ".", "KWD", 1234],
    ["1,200", ".", "JPY", 1200],
    ["90071992547409.91", ".", "USD", 9007199254740991],
  ] as const)("is exact: %s", (text, mark, currency, minor) => {
    expect(readAmount(text, mark, currency)).toEqual({ kind: "amount", minor });
  });

  it.each([
    "abc",
    "12 apples",
    "1,2,3",
    "12.345",
    "1.2.3",
    "12,50",
    "90071992547409.92",
    "9".repeat(500),
    "--x",
  ])("is refused rather than guessed: %s", (text) => {
    expect(readAmount(text, ".", "USD").kind).toBe("wrong");
  });

  it.each(["", " ", "-", "–"])("is none in an empty cell: %s", (text) => {
    expect(readAmount(text, ".", "USD")).toEqual({ kind: "none" });
  });
});

describe("the decimal mark of a column", () => {
  it.each([
    [["1,234", "5.00"], "."],
    [["1.234", "5,00"], ","],
    [["1,234"], "."],
    [["1.234"], ","],
    [["1,234,567"], "."],
    [["0.500"], "."],
    [["12", "7"], undefined],
  ] as const)("is decided by all of it: %j", (values, mark) => {
    expect(decideDecimalMark(values)).toBe(mark);
  });
});
