import { describe, expect, it } from "vitest";
import { SAMPLES } from "./samples";

const cents = (amount: string) => Math.round(Number(amount.replace(/[$,]/g, "")) * 100);

describe("the examples on the landing page", () => {
  it.each(SAMPLES)("add up: $question", ({ rows, total, answer }) => {
    expect(rows.reduce((sum, row) => sum + cents(row.amount), 0)).toBe(cents(total.amount));
    expect(answer).toContain(total.amount);
  });
});
