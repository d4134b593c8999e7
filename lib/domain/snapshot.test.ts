import { describe, expect, it } from "vitest";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import { takeSnapshot } from "./snapshot";

describe("a snapshot", () => {
  it("names accounts, categories and bills, and states no amount", async () => {
    const snapshot = await takeSnapshot(householdWithTraps());
    expect(snapshot.accounts.map(({ name }) => name)).toContain("Everyday Checking");
    expect(snapshot.spentOn.lastMonth).toContain("Groceries");
    expect(JSON.stringify(snapshot)).not.toMatch(/Minor|balance|formatted|[$€£]\d/);
  });

  it("is small", async () => {
    expect(JSON.stringify(await takeSnapshot(householdWithTraps())).length).toBeLessThan(4_000);
  });
});
