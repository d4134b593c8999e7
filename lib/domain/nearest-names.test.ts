import { describe, expect, it } from "vitest";
import { editDistance, isTypoOf, matchNames, nearestNames } from "./nearest-names";
import { netWorthByCurrency, signedBalance } from "./net-worth";

describe("matching names", () => {
  const names = ["Amazon", "Amazon Prime", "Trader Joe's", "Café Zoë", "AT&T"];

  it("takes the one that is called so, in any case, with or without marks", () => {
    expect(matchNames("AMAZON", names)).toEqual(["Amazon"]);
    expect(matchNames("trader joes", names)).toEqual(["Trader Joe's"]);
    expect(matchNames("cafe zoe", names)).toEqual(["Café Zoë"]);
    expect(matchNames("at and t", names)).toEqual(["AT&T"]);
  });

  it("else takes all that hold its words", () => {
    expect(matchNames("prime", names)).toEqual(["Amazon Prime"]);
    expect(matchNames("joes", names)).toEqual(["Trader Joe's"]);
    expect(matchNames("amaz", names)).toEqual([]);
    expect(matchNames("  ", names)).toEqual([]);
  });

  it("offers what looks most like it, and nothing when nothing does", () => {
    expect(nearestNames("amazn", names)[0]).toBe("Amazon");
    expect(nearestNames("walmart", names)).toEqual([]);
  });

  it("counts swapped letters as one slip and forgives none in short words", () => {
    expect(editDistance("grocreies", "groceries")).toBe(1);
    expect(editDistance("", "abc")).toBe(3);
    expect(isTypoOf("grocreies", "groceries")).toBe(true);
    expect(isTypoOf("rent", "tent")).toBe(false);
  });
});

describe("net worth", () => {
  it("counts debts against what is owned and never adds currencies", () => {
    expect(signedBalance("credit", 500)).toBe(-500);
    expect(signedBalance("loan", -20)).toBe(20);
    expect(signedBalance("depository", 500)).toBe(500);
    const account = {
      id: "",
      name: "",
      institution: "",
      mask: null,
      subtype: null,
      availableMinor: null,
      asOf: "",
    };
    const rows = [
      { ...account, type: "depository", currency: "USD", balanceMinor: 1_000 },
      { ...account, type: "credit", currency: "USD", balanceMinor: -300 },
      { ...account, type: "depository", currency: "EUR", balanceMinor: 50 },
      { ...account, type: "depository", currency: "EUR", balanceMinor: null },
    ] as const;
    expect(netWorthByCurrency(rows)).toEqual([
      { currency: "USD", amountMinor: 700 },
      { currency: "EUR", amountMinor: 50 },
    ]);
  });
});
