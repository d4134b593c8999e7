import { describe, expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { ProposedChange } from "../../contract/proposals";
import type { ProposalResult } from "../../contract/results/proposal-result";
import { AppError } from "../../errors";
import type { Propose } from "../agent-context";
import { RunResults } from "../run-results";
import { agentTools } from "./agent-tools";
import { lookUp } from "./look-up";

const ledger = householdWithTraps();
const ID = "0190a000-0000-7000-8000-000000000001";
const tools = agentTools();

const result: ProposalResult = {
  kind: "proposal",
  definition: "proposal.v1",
  asOf: null,
  rowCount: 1,
  proposalId: ID,
  change: "category",
  title: "A title",
  changes: [],
  effects: [],
  period: null,
  expiresAt: "2026-12-01T00:00:00.000Z",
};

/** What the tool proposes, and what the model reads. */
async function call(name: string, args: Record<string, unknown>, propose?: Propose | null) {
  const asked: { change: ProposedChange; callId: string }[] = [];
  const keep: Propose = async (change, callId) => {
    asked.push({ change, callId });
    return result;
  };
  const context = {
    ledger,
    results: new RunResults(),
    ...(propose !== null && { propose: propose ?? keep }),
  };
  const signal = new AbortController().signal;
  const message = await lookUp(tools, { id: "call-7", name, args }, context, signal);
  return { asked, change: asked[0]?.change, read: JSON.parse(message.text), status: message.status };
}

describe("the tools that propose", () => {
  it("choose rows by a filter, and name the call, so that a second worker proposes the same", async () => {
    const { asked, read } = await call("propose_category", {
      category: "food shopping",
      merchants: ["Olive Garden"],
      period: "last_month",
    });
    const olive = await ledger.transactions({
      merchants: ["Olive Garden"],
      period: { start: "2026-10-01", end: "2026-10-31" },
    });
    expect(asked).toEqual([
      {
        change: { kind: "category", transactionIds: olive.map(({ id }) => id), category: "groceries" },
        callId: "call-7",
      },
    ]);
    expect(olive).toHaveLength(2);
    expect(read).toMatchObject({ kind: "proposal", proposalId: ID, ref: "r1" });
  });

  it("turn amounts into minor units exactly, in a currency that the person has", async () => {
    const budget = await call("propose_budget", { category: "groceries", amount: 412.37 });
    expect(budget.change).toEqual({
      kind: "budget",
      category: "groceries",
      currency: "USD",
      amountMinor: 41_237,
    });
    const goal = await call("propose_goal", {
      name: "Bike",
      target: 900,
      account: "Rainy Day Savings",
      targetDate: "2027-06-01",
    });
    expect(goal.change).toEqual({
      kind: "goal",
      name: "Bike",
      targetMinor: 90_000,
      currency: "USD",
      targetDate: "2027-06-01",
      accountId: "acc-1002",
      savedMinor: 0,
    });
    const note = await call("propose_note", { tags: ["work"], transactionIds: [ID] });
    expect(note.change).toEqual({ kind: "note", transactionIds: [ID], addTags: ["work"] });
    const rule = await call("propose_rule", {
      matchBy: "merchant",
      value: "Amazon",
      category: "electronics",
    });
    expect(rule.change).toMatchObject({ kind: "rule", match: { by: "merchant", value: "Amazon" } });
    const mark = await call("propose_recurring", {
      merchant: "Netflix",
      isRecurring: false,
      cadence: "monthly",
    });
    expect(mark.change).toEqual({
      kind: "recurring",
      merchant: "Netflix",
      isRecurring: false,
      cadence: null,
    });
    for (const { change } of [budget, goal, note, rule, mark])
      ProposedChange.parse({ ...change, ...(change?.kind === "goal" && { accountId: ID }) });
  });

  it.each([
    ["propose_category", { category: "groceries" }, "unclear"],
    ["propose_category", { category: "eating out", merchants: ["Amazon"] }, "ambiguous_category"],
    ["propose_category", { category: "constructor", merchants: ["Amazon"] }, "unknown_category"],
    ["propose_category", { category: "groceries", transactionIds: ["row-0001' or 1=1"] }, "not_found"],
    ["propose_category", { category: "groceries", text: "no such text" }, "not_found"],
    ["propose_rule", { matchBy: "regex", value: ".*", category: "groceries" }, "invalid_input"],
    ["propose_budget", { category: "groceries", amount: 0 }, "invalid_amount"],
    ["propose_budget", { category: "groceries", amount: -5 }, "invalid_amount"],
    ["propose_budget", { category: "groceries", amount: 0.001 }, "invalid_amount"],
    ["propose_budget", { category: "groceries", amount: 1e15 }, "invalid_amount"],
    ["propose_budget", { category: "groceries", amount: 5, currency: "JPY" }, "unknown_currency"],
    ["propose_goal", { name: "Bike", target: 5, targetDate: "2027-02-30" }, "invalid_date"],
    ["propose_goal", { name: "Bike", target: 5, account: "Card of my neighbour" }, "unknown_account"],
    ["propose_recurring", { merchant: "Amazon Web", isRecurring: true }, "unknown_merchant"],
  ])("%s refuses %j as %s, and proposes nothing", async (name, args, code) => {
    const { asked, read, status } = await call(name, args);
    expect([read.error?.code, status, asked]).toEqual([code, "error", []]);
  });

  it("tell the model what a person would be told, also where nothing can be proposed", async () => {
    const args = { category: "groceries", amount: 5 };
    const refusing = (error: Error) => call("propose_budget", args, () => Promise.reject(error));
    expect((await refusing(new AppError("invalid", "That is so already."))).read.error).toEqual({
      code: "invalid",
      message: "That is so already.",
    });
    expect((await call("propose_budget", args, null)).read.error.code).toBe("unavailable");
  });
});
