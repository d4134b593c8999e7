import { describe, expect, it } from "vitest";
import { stemOf } from "./recurring-stem";

describe("what stays of a bank's text", () => {
  it.each([
    [
      ["GREEN BASKET MKT #512 PORTLAND OR", "GREEN BASKET MKT #777 PORTLAND OR"],
      "green basket mkt portland or",
    ],
    [["SQ *BLUEBIRD COFFEE", "Bluebird Coffee", "bluebird   coffee "], "bluebird coffee"],
    [["PARCELWISE MKTP*2K4", "PARCELWISE MKTP*ZK9 "], "parcelwise mktp"],
    [["NETFLIX.COM", "Netflix.com 866-579-7172", "NETFLIX COM 11/24"], "netflix"],
    [["RENT NOV 2026", "RENT DECEMBER 2026"], "rent"],
    [["CHECK 1234"], "check"],
    [["Café Zürich"], "cafe zurich"],
    [["ACH PAYMENT 123"], "ach payment"],
    [["1234 5678"], "1234 5678"],
  ])("%j is %j", (texts, stem) => {
    for (const text of texts) expect(stemOf(text)).toBe(stem);
  });

  it("is never empty for a text that is not", () => {
    for (const text of ["*", "7", "NOV", "…"]) expect(stemOf(text)).not.toBe("");
  });
});
