import fc from "fast-check";
import { expect, it } from "vitest";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import { CATEGORY_IDS } from "./categories";
import { meaningOfEdit } from "./meaning-of-edit";
import { spendingEffects } from "./spending-effects";

const rows = await householdWithTraps().transactions({ period: { start: "2026-10-01", end: "2026-10-31" } });

it("a purchase that moves to another category lowers one, raises the other, and leaves the total", () => {
  const effects = spendingEffects(rows, ({ merchant }) =>
    merchant === "Netflix" ? { flow: "spending", category: "groceries" } : undefined,
  );
  expect(effects).toEqual([
    { label: "Groceries", currency: "USD", beforeMinor: 17_450, afterMinor: 18_999 },
    { label: "Streaming, film and music", currency: "USD", beforeMinor: 3_048, afterMinor: 1_499 },
  ]);
});

it("pay that is marked as a transfer is no longer income", () => {
  const effects = spendingEffects(rows, ({ flow }) =>
    flow === "income" ? { flow: "transfer", category: "transfer" } : undefined,
  );
  expect(effects).toEqual([{ label: "Income", currency: "USD", beforeMinor: 490_321, afterMinor: 0 }]);
});

it("what all spending loses or gains is what its categories do", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CATEGORY_IDS), fc.nat(rows.length - 1), (category, index) => {
      const effects = spendingEffects(rows, (row) =>
        row === rows[index] ? meaningOfEdit(category, row.accountType) : undefined,
      );
      const change = (kept: (label: string) => boolean) =>
        effects
          .filter(({ label }) => kept(label))
          .reduce((sum, { beforeMinor, afterMinor }) => sum + afterMinor - beforeMinor, 0);
      expect(change((label) => label === "All spending")).toBe(
        change((label) => label !== "All spending" && label !== "Income"),
      );
    }),
  );
});
