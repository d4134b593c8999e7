import fc from "fast-check";
import { expect, it } from "vitest";
import { leadingFirst } from "./leading-first";

const inCurrencies = (...currencies: string[]) => currencies.map((currency) => ({ currency }));

it("puts the leading currency first and what is in none last", () => {
  const items = inCurrencies("CHF", "EUR", "USD", "GBP");
  expect(leadingFirst(items, ["USD", "EUR"])).toEqual(inCurrencies("USD", "EUR", "CHF", "GBP"));
});

it("loses nothing, and changes nothing where there is one currency", () => {
  const code = fc.constantFrom("USD", "EUR", "GBP", "JPY");
  fc.assert(
    fc.property(
      fc.array(fc.record({ currency: code, id: fc.nat() })),
      fc.uniqueArray(code),
      (items, currencies) => {
        const ordered = leadingFirst(items, currencies);
        expect(new Set(ordered)).toEqual(new Set(items));
        expect(ordered).toHaveLength(items.length);
        for (const currency of ["USD", "EUR", "GBP", "JPY"])
          expect(ordered.filter((item) => item.currency === currency)).toEqual(
            items.filter((item) => item.currency === currency),
          );
      },
    ),
  );
});
