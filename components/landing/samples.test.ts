import { describe, expect, it } from "vitest";
import { askOffline } from "../../tests/support/ask-offline";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import { SAMPLES } from "./samples";

const cents = (amount: string) => Math.round(Number(amount.replace(/[$,]/g, "")) * 100);

describe("the examples on the landing page", () => {
  it.each(SAMPLES)("add up: $question", ({ rows, total, answer }) => {
    if (total) expect(rows.reduce((sum, row) => sum + cents(row.amount), 0)).toBe(cents(total.amount));
    const amounts = answer.match(/\$[\d,.]+\d/g) ?? [];
    const known = [...rows.map(({ amount }) => amount), total?.amount];
    expect(amounts.length).toBeGreaterThan(0);
    for (const amount of amounts) expect(known).toContain(amount);
  });

  it.each(SAMPLES)("are questions that can be answered offline: $question", async ({ question }) => {
    const { text, results } = await askOffline(householdWithTraps(), question);
    expect(results.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/cannot|do not|did not|no merchant/);
  });
});
