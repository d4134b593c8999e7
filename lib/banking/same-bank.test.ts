import { describe, expect, it } from "vitest";
import { compareBanks, findLinkedBank } from "./same-bank";

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

describe("compareBanks and links that have ended", () => {
  const ended = (id: string, institutionId = "ins_1") => ({ ...bank(id, "revoked"), institutionId });

  it("gives the place of the only ended link of this bank to the new one", () => {
    const known = [ended("a"), ended("b", "ins_2")];
    expect(compareBanks(fresh(checking), known)).toEqual({ kept: null, replaced: [known[0]?.item] });
  });

  it("gives away only the one that was named where there are several", () => {
    const known = [ended("a"), ended("b")];
    expect(compareBanks(fresh(checking), known, "b")).toEqual({ kept: null, replaced: [known[1]?.item] });
    expect(compareBanks(fresh(checking), known)).toEqual({ kept: null, replaced: [] });
  });

  it("leaves an ended link alone when the person chose another bank", () => {
    expect(compareBanks(fresh(checking), [ended("b", "ins_2")], "b")).toEqual({ kept: null, replaced: [] });
  });
});

describe("findLinkedBank", () => {
  it.each([
    ["works", "active", [checking, savings], "already_linked"],
    ["is away for a while", "error", [checking, savings], "already_linked"],
    ["waits for a sign-in", "login_required", [checking, savings], "sign_in"],
    ["waits for a sign-in, and holds fewer accounts", "login_required", [checking], "sign_in"],
    ["holds fewer accounts", "active", [checking], "select_accounts"],
  ] as const)("finds the link that %s", (_what, status, held, outcome) => {
    const known = [bank("a", status, ...held)];
    expect(findLinkedBank(fresh(checking, savings), known)).toEqual({ item: known[0]?.item, outcome });
  });

  it.each([
    ["whose access has ended", [bank("a", "revoked", checking)]],
    ["of another person at the bank", [bank("a", "active", account("Checking", "9999"))]],
    ["of another bank", [{ ...bank("a", "active", checking), institutionId: "ins_2" }]],
  ])("finds no link %s", (_what, known) => {
    expect(findLinkedBank(fresh(checking), known)).toBeNull();
  });

  it("compares no account that Link does not name", () => {
    const known = [bank("a", "active", checking)];
    expect(findLinkedBank({ institutionId: "ins_1", accounts: [{ mask: "1111" }] }, known)).toBeNull();
    expect(findLinkedBank({ institutionId: "ins_1", accounts: [] }, known)).toBeNull();
  });
});
