import { describe, expect, it } from "vitest";
import { compareBanks } from "./same-bank";

const account = (name: string, mask: string | null = "1111", type = "depository") => ({
  name,
  mask,
  type,
  subtype: "checking",
});
const bank = (id: string, status: string, ...accounts: ReturnType<typeof account>[]) => ({
  item: { id, status },
  institutionId: "ins_1",
  accounts,
});
const fresh = (...accounts: ReturnType<typeof account>[]) => ({ institutionId: "ins_1", accounts });
const checking = account("Checking");
const savings = account("Savings", "2222");

describe("compareBanks", () => {
  it("keeps a working link that has all the accounts", () => {
    const known = [bank("a", "active", checking, savings)];
    expect(compareBanks(fresh(checking), known)).toEqual({ kept: known[0]?.item, replaced: [] });
  });

  it("replaces a link that no longer works", () => {
    const known = [bank("a", "login_required", checking)];
    expect(compareBanks(fresh(checking), known)).toEqual({ kept: null, replaced: [known[0]?.item] });
  });

  it("replaces a link that has only some of the accounts", () => {
    const known = [bank("a", "active", checking)];
    expect(compareBanks(fresh(checking, savings), known)).toEqual({ kept: null, replaced: [known[0]?.item] });
  });

  it.each([
    [
      "another mask (a spouse's account at the same bank)",
      [bank("a", "active", account("Checking", "9999"))],
    ],
    ["another institution", [{ ...bank("a", "active", checking), institutionId: "ins_2" }]],
    ["nothing linked", []],
  ])("adds beside %s", (_why, known) => {
    expect(compareBanks(fresh(checking), known)).toEqual({ kept: null, replaced: [] });
  });

  it("never takes two banks for one when the institution is unknown", () => {
    const known = [{ ...bank("a", "active", checking), institutionId: null }];
    expect(compareBanks({ institutionId: null, accounts: [checking] }, known)).toEqual({
      kept: null,
      replaced: [],
    });
  });

  it("tells accounts without a mask apart by their kind", () => {
    const known = [bank("a", "active", account("Account", null, "credit"))];
    expect(compareBanks(fresh(account("Account", null)), known).kept).toBeNull();
    expect(compareBanks(fresh(account("Account", null, "credit")), known).kept).toEqual(known[0]?.item);
  });
});
