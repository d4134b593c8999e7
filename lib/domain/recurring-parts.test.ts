import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partPayees } from "./recurring-parts";
import { stemOf } from "./recurring-stem";

describe("an account in parts", () => {
  it("keeps the spellings of a payee together and leaves out what came once", () => {
    const payees = [
      { merchant: "Streambox", rows: 3 },
      { merchant: "Corner Bakery", rows: 1 },
      { merchant: "Rent", rows: 4 },
      { merchant: "STREAMBOX", rows: 2 },
    ];
    expect(partPayees(payees, 6)).toEqual([["Streambox", "STREAMBOX"], ["Rent"]]);
    expect(partPayees(payees, 9)).toEqual([["Streambox", "STREAMBOX", "Rent"]]);
    expect(partPayees(payees, 1)).toHaveLength(2);
    expect(partPayees([], 9)).toEqual([]);
  });

  it("has every payee of more than one row in exactly one part, and no part larger than it may be", () => {
    const merchant = fc.stringMatching(/^[A-Ca-c]{1,2}$/);
    const payees = fc.uniqueArray(fc.record({ merchant, rows: fc.integer({ min: 1, max: 9 }) }), {
      selector: (payee) => payee.merchant,
    });
    fc.assert(
      fc.property(payees, fc.integer({ min: 1, max: 20 }), (all, size) => {
        const rowsOf = (merchants: string[]) =>
          all.filter((payee) => merchants.includes(payee.merchant)).reduce((sum, { rows }) => sum + rows, 0);
        const spellings = (one: string) =>
          all.filter((other) => stemOf(other.merchant) === stemOf(one)).map((payee) => payee.merchant);
        const parts = partPayees(all, size);
        expect(parts.flat().sort()).toEqual(
          all
            .map((payee) => payee.merchant)
            .filter((one) => rowsOf(spellings(one)) > 1)
            .sort(),
        );
        for (const part of parts) {
          for (const one of part) expect(part).toEqual(expect.arrayContaining(spellings(one)));
          const payeesIn = new Set(part.map(stemOf)).size;
          expect(payeesIn === 1 || rowsOf(part) <= size).toBe(true);
        }
      }),
    );
  });
});
