import { describe, expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { resolveName } from "./resolve-name";

const ledger = householdWithTraps();

describe("resolve_name", () => {
  it("knows the very name, whatever its case", async () => {
    const { candidates, isAmbiguous } = await resolveName(ledger, { phrase: "netflix" });
    expect(candidates[0]).toEqual({ type: "merchant", id: "Netflix", name: "Netflix", score: 100 });
    expect(isAmbiguous).toBe(false);
  });

  it("finds what was misspelled, with a lower score", async () => {
    const { candidates } = await resolveName(ledger, { phrase: "starbuks" });
    expect(candidates[0]).toMatchObject({ type: "merchant", name: "Starbucks" });
    expect(candidates[0]?.score).toBeLessThan(80);
  });

  it("prefers what is called so to what holds the word", async () => {
    const { candidates } = await resolveName(ledger, { phrase: "amazon", types: ["merchant"] });
    expect(candidates.map(({ name, score }) => [name, score])).toEqual([
      ["Amazon", 100],
      ["Amazon Prime", 80],
    ]);
  });

  it("says that a word of several accounts is ambiguous", async () => {
    const { candidates, isAmbiguous } = await resolveName(ledger, { phrase: "platypus", types: ["account"] });
    expect(candidates.length).toBeGreaterThan(1);
    expect(isAmbiguous).toBe(true);
  });

  it("finds an account by its last digits, and nothing for what is nothing", async () => {
    expect((await resolveName(ledger, { phrase: "1003", types: ["account"] })).candidates[0]?.name).toBe(
      "Sapphire Card",
    );
    expect((await resolveName(ledger, { phrase: "qqqqqq zzzz" })).candidates).toEqual([]);
  });
});
