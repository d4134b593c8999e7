import { rowsOf, type Scope } from "../oracle/sums";
import { daysOf } from "../questions/expect";
import { at, differs, listAt, refused, type ToolCase } from "./tool-case";

const ROW = "0190a000-0000-7000-8000-00000000000a";

/** The call proposes this, and nothing else happens. */
const proposes = (
  tool: string,
  args: Record<string, unknown>,
  change: Record<string, unknown>,
): ToolCase => ({
  tool,
  args,
  check: (result, proposed) => [
    ...differs("the result", at(result, "kind"), "proposal"),
    ...Object.entries(change).flatMap(([name, expected]) => differs(name, at(proposed, name), expected)),
  ],
});

/** The rows that a filter means, whichever tool takes it. */
const choosing = (tool: string, args: Record<string, unknown>, scope: Scope): ToolCase => ({
  tool,
  args,
  check: (_, proposed) =>
    differs(
      "the rows",
      listAt(proposed, "transactionIds").map(String).toSorted(),
      rowsOf(scope)
        .map(({ id }) => id)
        .toSorted(),
    ),
});

const october = daysOf("2026-10");

const categories = [
  choosing(
    "propose_category",
    { category: "coffee", merchants: ["Shake Shack"], period: october },
    { merchants: ["Shake Shack"], range: october },
  ),
  choosing(
    "propose_category",
    { category: "groceries", inCategories: ["restaurants"], period: october },
    { categories: ["restaurants"], range: october },
  ),
  choosing(
    "propose_category",
    { category: "transfer", inCategories: ["person_to_person"], period: daysOf("2026-09") },
    { categories: ["person_to_person"], range: daysOf("2026-09") },
  ),
  proposes(
    "propose_category",
    { category: "food shopping", transactionIds: [ROW] },
    { kind: "category", category: "groceries", transactionIds: [ROW] },
  ),
  refused("propose_category", { category: "groceries" }, "unclear"),
  refused("propose_category", { category: "eating out", merchants: ["Amazon"] }, "ambiguous_category"),
];

const rule = (matchBy: string, value: string, phrase: string, category: string): ToolCase =>
  proposes(
    "propose_rule",
    { matchBy, value, category: phrase },
    { kind: "rule", match: { by: matchBy, value }, category },
  );

const rules = [
  rule("merchant", "Amazon", "electronics", "electronics"),
  rule("text", "AMZN", "general shopping", "general_shopping"),
  rule("merchant", "Uber", "taxi", "taxi_and_rideshare"),
  refused(
    "propose_rule",
    { matchBy: "merchant", value: "Uber", category: "no such thing" },
    "unknown_category",
  ),
  refused("propose_rule", { matchBy: "regex", value: ".*", category: "groceries" }, "invalid_input"),
];

const budget = (phrase: string, amount: number, category: string, amountMinor: number, currency = "USD") =>
  proposes(
    "propose_budget",
    { category: phrase, amount, ...(currency !== "USD" && { currency }) },
    { kind: "budget", category, currency, amountMinor },
  );

const budgets = [
  budget("groceries", 412.37, "groceries", 41_237),
  budget("coffee", 90, "coffee", 9_000),
  budget("fuel", 0.1, "fuel", 10, "EUR"),
  refused("propose_budget", { category: "coffee", amount: 4.005 }, "invalid_amount"),
  refused("propose_budget", { category: "coffee", amount: -4 }, "invalid_amount"),
  refused("propose_budget", { category: "coffee", amount: 4, currency: "JPY" }, "unknown_currency"),
];

const goals = [
  proposes(
    "propose_goal",
    { name: "Bike", target: 900, saved: 12.5 },
    {
      kind: "goal",
      targetMinor: 90_000,
      savedMinor: 1_250,
      currency: "USD",
      targetDate: null,
      accountId: null,
    },
  ),
  proposes(
    "propose_goal",
    { name: "Bike", target: 900, account: "Rainy Day Savings", targetDate: "2027-06-01", saved: 5 },
    { targetMinor: 90_000, savedMinor: 0, targetDate: "2027-06-01", accountId: "savings" },
  ),
  proposes(
    "propose_goal",
    { name: "Paris", target: 1_999.99, account: "Compte Courant" },
    { targetMinor: 199_999, currency: "EUR", accountId: "euro" },
  ),
  refused("propose_goal", { name: "Bike", target: 900, targetDate: "2027-02-30" }, "invalid_date"),
  refused("propose_goal", { name: "Bike", target: 900, account: "Card of my neighbour" }, "unknown_account"),
];

const notes = [
  choosing(
    "propose_note",
    { note: "Shared", merchants: ["Chez Panisse"], period: daysOf("2026-09") },
    { merchants: ["Chez Panisse"], range: daysOf("2026-09") },
  ),
  choosing(
    "propose_note",
    { tags: ["work"], merchants: ["Delta Air Lines"], period: daysOf("lastYear") },
    { merchants: ["Delta Air Lines"], range: daysOf("lastYear") },
  ),
  proposes(
    "propose_note",
    { tags: ["work", "trip"], transactionIds: [ROW] },
    { kind: "note", transactionIds: [ROW], addTags: ["work", "trip"] },
  ),
  refused("propose_note", { note: "Shared" }, "unclear"),
  refused("propose_note", { note: "Shared", text: "no such text anywhere" }, "not_found"),
];

const recurring = (merchant: string, isRecurring: boolean, cadence: string | null, expected = cadence) =>
  proposes(
    "propose_recurring",
    { merchant, isRecurring, ...(cadence && { cadence }) },
    { kind: "recurring", merchant, isRecurring, cadence: expected },
  );

const marks = [
  recurring("Netflix", true, "monthly"),
  recurring("Netflix", false, "monthly", null),
  recurring("Geico", true, null),
  refused("propose_recurring", { merchant: "Nobody that I know", isRecurring: true }, "unknown_merchant"),
  refused(
    "propose_recurring",
    { merchant: "Netflix", isRecurring: true, cadence: "irregular" },
    "invalid_input",
  ),
];

const memories = [
  ...["I am paid every second Friday.", "Marcus pays half of the rent.", "Call me Robin."].map((text) =>
    proposes("remember", { text }, { kind: "memory", text }),
  ),
  refused("remember", { text: "" }, "invalid_input"),
  refused("remember", { text: "long ".repeat(100) }, "invalid_input"),
];

export const PROPOSAL_CASES: readonly ToolCase[] = [
  ...categories,
  ...rules,
  ...budgets,
  ...goals,
  ...notes,
  ...marks,
  ...memories,
];
