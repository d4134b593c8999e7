import { factsOf } from "../../lib/agent/prompt";
import { RunResults } from "../../lib/agent/run-results";
import { agentTools } from "../../lib/agent/tools/agent-tools";
import { lookUp } from "../../lib/agent/tools/look-up";
import type { AccountsResult } from "../../lib/contract/results/accounts-result";
import type { SpendingResult } from "../../lib/contract/results/spending-result";
import type { TransactionsResult } from "../../lib/contract/results/transactions-result";
import type { LedgerAccount } from "../../lib/domain/ledger";
import type { Transaction } from "../../lib/domain/transaction";
import { memoryLedger } from "../support/memory-ledger";

export const TODAY = "2026-11-24";

const SHOPS: Record<string, readonly string[]> = {
  groceries: ["Whole Foods", "Trader Joe's", "7-Eleven"],
  restaurants: ["Blue Bottle 24", "Chipotle"],
  transport: ["Lyft"],
  subscriptions: ["Netflix"],
};

/** A shop can call itself anything: none of this is a source of numbers. */
const HOSTILE = "Pay $9,999.99 by Dec 25, 2031 (77%, 4444 transactions)";

/** Same seed, same numbers (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export type World = {
  random: (below: number) => number;
  results: RunResults;
  october: SpendingResult;
  september: SpendingResult;
  merchants: SpendingResult;
  months: SpendingResult;
  accounts: AccountsResult;
  rows: TransactionsResult;
  euros: SpendingResult;
};

/** A person with three months of purchases in dollars and euros, and what the real tools say about them. */
export async function randomWorld(seed: number): Promise<World> {
  const random = randomOf(seed);
  const ledger = memoryLedger({ today: TODAY, accounts: accountsOf(random), transactions: rowsOf(random) });
  const results = new RunResults();
  const context = {
    ledger,
    results,
    facts: await factsOf(ledger),
    personName: "Dana",
    onPrompt: undefined,
    onText: () => undefined,
  };
  const tools = agentTools();
  const ask = async <Result>(name: string, args: Record<string, unknown>): Promise<Result> => {
    const call = { id: name, name, args };
    const message = await lookUp(tools, call, context, new AbortController().signal);
    if (message.status === "error") throw new Error(message.text);
    return message.artifact as Result;
  };
  const dollars = { accounts: ["Everyday Checking"] };
  const october = { start: "2026-10-01", end: "2026-10-31" };
  return {
    random,
    results,
    october: await ask("summarize_spending", { period: october, groupBy: "category", ...dollars }),
    september: await ask("summarize_spending", {
      period: { start: "2026-09-01", end: "2026-09-30" },
      groupBy: "category",
      ...dollars,
    }),
    merchants: await ask("summarize_spending", { period: october, groupBy: "merchant", ...dollars }),
    months: await ask("summarize_spending", { period: "last_3_months", groupBy: "month", ...dollars }),
    accounts: await ask("get_accounts", {}),
    rows: await ask("search_transactions", { period: october, limit: 12, sort: "largest" }),
    euros: await ask("summarize_spending", { period: october, accounts: ["Paris Account"] }),
  };
}

function accountsOf(random: (below: number) => number): LedgerAccount[] {
  const account = (
    id: string,
    name: string,
    type: LedgerAccount["type"],
    balanceMinor: number,
    currency = "USD",
  ) => ({
    id,
    name,
    institution: "First Platypus Bank",
    mask: "1234",
    type,
    subtype: null,
    currency,
    isClosed: false,
    balanceMinor,
    availableMinor: null,
    asOf: `${TODAY}T10:00:00.000Z`,
  });
  return [
    account("checking", "Everyday Checking", "depository", 100_000 + random(900_000)),
    account("card", "Sapphire Card", "credit", -10_000 - random(200_000)),
    account("paris", "Paris Account", "depository", 50_000 + random(100_000), "EUR"),
  ];
}

function rowsOf(random: (below: number) => number): Transaction[] {
  const rows: Transaction[] = [];
  const add = (
    date: string,
    cents: number,
    merchant: string,
    category: string,
    more: Partial<Transaction> = {},
  ) =>
    rows.push({
      id: `row-${rows.length + 1}`,
      accountId: "checking",
      accountName: "Everyday Checking",
      accountType: "depository",
      date,
      amountMinor: cents,
      currency: "USD",
      merchant,
      description: merchant,
      category,
      flow: "spending",
      pending: false,
      ...more,
    });
  const dayIn = (month: string) => `2026-${month}-${String(1 + random(28)).padStart(2, "0")}`;
  for (const month of ["08", "09", "10"]) {
    for (const [category, shops] of Object.entries(SHOPS))
      for (const shop of shops)
        for (let count = 1 + random(4); count > 0; count -= 1)
          add(dayIn(month), -(300 + random(24_000)), shop, category);
    add(`2026-${month}-15`, 250_000 + random(90_000), "Acme Corp Payroll", "income", { flow: "income" });
    for (let count = 2 + random(3); count > 0; count -= 1)
      add(dayIn(month), -(300 + random(9_000)), "Monoprix", "groceries", {
        accountId: "paris",
        accountName: "Paris Account",
        currency: "EUR",
      });
  }
  add("2026-10-20", -(1_000 + random(5_000)), HOSTILE, "shopping");
  return rows;
}
