import { describe, expect, it } from "vitest";
import { editDistance, isTypoOf, matchNames, nearestNames } from "./nearest-names";

describe("matching names", () => {
  const names = ["Amazon", "Amazon Prime", "Trader Joe's", "Café Zoë", "AT&T"];

  it("takes the one that is called so, in any case, with or without marks", () => {
    expect(matchNames("AMAZON", names)).toEqual(["Amazon"]);
    expect(matchNames("trader joes", names)).toEqual(["Trader Joe's"]);
    expect(matchNames("cafe zoe", names)).toEqual(["Café Zoë"]);
    expect(matchNames("at and t", names)).toEqual(["AT&T"]);
  });

  it("finds a name by what can be seen of it", () => {
    expect(matchNames("Netflix", ["Net\u200bfl\u2060ix\ufeff"])).toEqual(["Net\u200bfl\u2060ix\ufeff"]);
    expect(nearestNames("netflx", ["Net\u200bflix"])).toEqual(["Net\u200bflix"]);
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
