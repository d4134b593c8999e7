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
  isLost: false,
  accounts,
});
const lost = (id: string, ...accounts: ReturnType<typeof account>[]) => ({
  ...bank(id, "error", ...accounts),
  isLost: true,
});
const persistent = <Row extends object>(row: Row, persistentAccountId: string) => ({
  ...row,
  persistentAccountId,
});
const nothing = { kept: null, replaced: [], thinned: [] };
const fresh = (...accounts: ReturnType<typeof account>[]) => ({ institutionId: "ins_1", accounts });
const checking = account("Checking");
const savings = account("Savings", "2222");

describe("compareBanks", () => {
  it("keeps a working link that has all the accounts", () => {
    const known = [bank("a", "active", checking, savings)];
    expect(compareBanks(fresh(checking), known)).toEqual({
      ...nothing,
      kept: { item: known[0]?.item, outcome: "already_linked" },
    });
  });

  it.each([
    ["no longer works", bank("a", "login_required", checking)],
    ["has only some of the accounts", bank("a", "active", checking)],
    ["can never be read again", lost("a", checking)],
  ])("replaces a link that %s", (_what, known) => {
    expect(compareBanks(fresh(checking, savings), [known])).toEqual({ ...nothing, replaced: [known] });
  });

  it.each([
    ["works", "active", "select_accounts"],
    ["waits for a sign-in", "login_required", "sign_in"],
    ["is away", "error", "select_accounts"],
  ] as const)(
    "never replaces a link that %s and has an account that the new one lacks",
    (_what, status, outcome) => {
      const known = [bank("a", status, checking, savings)];
      expect(compareBanks(fresh(savings, account("Card", "3333", "credit")), known)).toEqual({
        ...nothing,
        kept: { item: known[0]?.item, outcome },
      });
    },
  );

  it("leaves to a link that can never be read again what only it has", () => {
    const known = lost("a", checking, savings);
    expect(compareBanks(fresh(savings), [known])).toEqual({
      ...nothing,
      thinned: [{ ...known, accounts: [savings] }],
    });
  });

  it("knows an account by its persistent id, whatever it is called now", () => {
    const known = { ...bank("a", "active"), accounts: [persistent(checking, "tan-1")] };
    const renamed = persistent(account("Giro", "0000"), "tan-1");
    expect(compareBanks(fresh(renamed), [known]).kept?.item).toEqual(known.item);
    expect(compareBanks(fresh(persistent(account("Giro", "0000"), "tan-2")), [known])).toEqual(nothing);
  });

  it.each([
    [
      "another mask (a spouse's account at the same bank)",
      [bank("a", "active", account("Checking", "9999"))],
    ],
    ["another institution", [{ ...bank("a", "active", checking), institutionId: "ins_2" }]],
    ["nothing linked", []],
  ])("adds beside %s", (_why, known) => {
    expect(compareBanks(fresh(checking), known)).toEqual(nothing);
  });

  it("never takes two banks for one when the institution is unknown", () => {
    const known = [{ ...bank("a", "active", checking), institutionId: null }];
    expect(compareBanks({ institutionId: null, accounts: [checking] }, known)).toEqual(nothing);
  });

  it("tells accounts without a mask apart by their kind", () => {
    const known = [bank("a", "active", account("Account", null, "credit"))];
    expect(compareBanks(fresh(account("Account", null)), known).kept).toBeNull();
    expect(compareBanks(fresh(account("Account", null, "credit")), known).kept?.item).toEqual(known[0]?.item);
  });
});

describe("compareBanks and links that have ended", () => {
  const ended = (id: string, institutionId = "ins_1") => ({ ...bank(id, "revoked"), institutionId });

  it("gives the place of the only ended link of this bank to the new one", () => {
    const known = [ended("a"), ended("b", "ins_2")];
    expect(compareBanks(fresh(checking), known)).toEqual({ ...nothing, replaced: [known[0]] });
  });

  it("gives away only the one that was named where there are several", () => {
    const known = [ended("a"), ended("b")];
    expect(compareBanks(fresh(checking), known, "b")).toEqual({ ...nothing, replaced: [known[1]] });
    expect(compareBanks(fresh(checking), known)).toEqual(nothing);
  });

  it("leaves an ended link alone when the person chose another bank", () => {
    expect(compareBanks(fresh(checking), [ended("b", "ins_2")], "b")).toEqual(nothing);
  });
});

describe("findLinkedBank", () => {
  it.each([
    ["works", "active", [checking, savings], "already_linked"],
    ["is away for a while", "error", [checking, savings], "away"],
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
    ["that can never be read again", [lost("a", checking)]],
  ])("finds no link %s", (_what, known) => {
    expect(findLinkedBank(fresh(checking), known)).toBeNull();
  });

  it("compares no account that Link does not name", () => {
    const known = [bank("a", "active", checking)];
    expect(findLinkedBank({ institutionId: "ins_1", accounts: [{ mask: "1111" }] }, known)).toBeNull();
    expect(findLinkedBank({ institutionId: "ins_1", accounts: [] }, known)).toBeNull();
  });
});
