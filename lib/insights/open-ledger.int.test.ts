import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { askOffline, message } from "../../tests/support/ask-offline";
import { newLink } from "../../tests/support/linked-bank";
import { streamAnswer } from "../agent/stream-answer";
import { summarizeSpending } from "../agent/tools/summarize-spending";
import { syncItem } from "../banking/sync-item";
import { database } from "../db/client";
import { listBareTransactions } from "../db/queries/bare-transactions";
import { transactions } from "../db/schema/transactions";
import { addDays } from "../domain/calendar";
import { type Ledger, matchesFilter, type TransactionFilter } from "../domain/ledger";
import { formatMoney } from "../domain/money";
import { resolvePeriod } from "../domain/period";
import type { BareTransaction, Transaction } from "../domain/transaction";
import { AppError } from "../errors";
import { openLedger } from "./open-ledger";

let mine: { userId: string; itemId: string };
let ledger: Ledger;
let all: Transaction[];

beforeAll(async () => {
  mine = await newLink(5);
  const other = await newLink(6);
  await syncItem(mine.itemId);
  await syncItem(other.itemId);
  ledger = await openLedger(mine.userId, new Date());
  all = await ledger.transactions({});
}, 120_000);

/** Straight from the table, with none of our queries or definitions. */
async function spentInSql(where: ReturnType<typeof sql>): Promise<number> {
  const rows = await database().execute<{ spent: string | null }>(
    sql`select -sum(amount_minor) as spent from transactions where user_id = ${mine.userId} and flow = 'spending' and ${where}`,
  );
  return Number(rows[0]?.spent ?? 0);
}

const bare = ({ accountName: _, accountType: __, description: ___, ...row }: Transaction): BareTransaction =>
  row;

describe("a person's ledger", () => {
  it("holds all of their rows and none of anybody else's", async () => {
    const stored = await database().select().from(transactions).where(eq(transactions.userId, mine.userId));
    expect(stored.length).toBeGreaterThan(500);
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(stored.map(({ id }) => id)));
  });

  it("answers every filter as the domain defines it, in the same order", async () => {
    const [first] = await ledger.accounts();
    const merchants = await ledger.merchants();
    const filters: TransactionFilter[] = [
      { period: resolvePeriod("last_month", ledger.today) },
      { flows: ["spending"], categories: ["groceries", "restaurants"] },
      { flows: ["income"] },
      { merchants: merchants.slice(0, 2) },
      { accountIds: [first?.id ?? ""] },
      { text: (merchants[0] ?? "").slice(0, 4).toUpperCase() },
      { text: "%" },
      { categories: [], merchants: [], flows: [] },
      {
        period: resolvePeriod("last_90_days", ledger.today),
        flows: ["spending"],
        accountIds: [first?.id ?? ""],
      },
    ];
    for (const filter of filters) {
      const found = await ledger.transactions(filter);
      expect(found).toEqual(all.filter((row) => matchesFilter(row, filter)));
      expect(await ledger.bareTransactions(filter)).toEqual(found.map(bare));
    }
  });

  it("reads bare rows in batches that leave none out and repeat none, also within a day", async () => {
    expect(await listBareTransactions(database(), mine.userId, {}, 7)).toEqual(all.map(bare));
  });

  it("leaves out a pending row as soon as a posted row names it, even if the bank never removed it", async () => {
    const [pending] = await database()
      .select()
      .from(transactions)
      .where(eq(transactions.userId, mine.userId))
      .limit(1);
    if (!pending) throw new Error("no row");
    const { id: _, ...copy } = pending;
    const hold = { ...copy, plaidTransactionId: randomUUID(), pending: true, amountMinor: -777 };
    const posted = {
      ...copy,
      plaidTransactionId: randomUUID(),
      pendingPlaidTransactionId: hold.plaidTransactionId,
      pending: false,
      amountMinor: -888,
    };
    await database().insert(transactions).values([hold, posted]);
    const now = (await ledger.transactions({})).map(({ amountMinor }) => amountMinor);
    expect(now).toContain(-888);
    expect(now).not.toContain(-777);
    await database()
      .delete(transactions)
      .where(sql`plaid_transaction_id in (${hold.plaidTransactionId}, ${posted.plaidTransactionId})`);
  });

  it("says how fresh it is, from when it knows anything, and in which zone today is", async () => {
    const { asOf, firstDate, currencies } = await ledger.coverage();
    expect(Date.parse(asOf ?? "")).toBeGreaterThan(Date.now() - 600_000);
    expect(firstDate).toBe(all.at(-1)?.date);
    expect(currencies).toContain("USD");
    expect(ledger.timeZone).toBe("UTC");
    const tomorrow = await openLedger(mine.userId, new Date(Date.now() + 86_400_000));
    expect(tomorrow.today).toBe(addDays(ledger.today, 1));
  });

  it("shows debts as negative balances", async () => {
    const accounts = await ledger.accounts();
    expect(accounts.length).toBeGreaterThanOrEqual(5);
    for (const { type, balanceMinor } of accounts) {
      if (type === "loan") expect(balanceMinor).toBeLessThan(0);
    }
  });

  it("does not open for somebody who is not there", async () => {
    await expect(openLedger(randomUUID(), new Date())).rejects.toThrow(AppError);
  });
});

describe("spending over real rows", () => {
  it.each(["groceries", "restaurants", "fuel", "rent"])(
    "of %s agrees with plain SQL to the cent",
    async (category) => {
      const period = resolvePeriod("last_month", ledger.today);
      const result = await summarizeSpending(ledger, { period: "last_month", categories: [category] });
      const spent = await spentInSql(
        sql`category = ${category} and date between ${period.start} and ${period.end}`,
      );
      expect(result.totals).toEqual([
        { amountMinor: spent, currency: "USD", formatted: formatMoney(spent, "USD") },
      ]);
    },
  );

  it("is what the offline analyst says, and no other total", async () => {
    const period = resolvePeriod("last_month", ledger.today);
    const spent = await spentInSql(sql`date between ${period.start} and ${period.end}`);
    const answer = await askOffline(ledger, "How much did I spend last month?");
    expect(answer.text).toContain(`**${formatMoney(spent, "USD")}**`);
    expect(answer.text.match(/\*\*/g)).toHaveLength(2);
  });

  it("streams through the model that the settings ask for: the offline analyst where nothing is set", async () => {
    const period = resolvePeriod("last_month", ledger.today);
    const spent = await spentInSql(
      sql`category = 'groceries' and date between ${period.start} and ${period.end}`,
    );
    let text = "";
    const moments: number[] = [];
    for await (const chunk of streamAnswer({
      messages: [message("user", "How much did I spend on groceries last month?")],
      ledger,
      person: { name: "Test" },
      signal: new AbortController().signal,
    })) {
      if (chunk.type !== "text-delta") continue;
      text += chunk.delta;
      moments.push(performance.now());
    }
    expect(text).toContain(`**${formatMoney(spent, "USD")}**`);
    expect((moments.at(-1) ?? 0) - (moments[0] ?? 0)).toBeGreaterThan(100);
  });

  it("tells that a look-up failed without telling how, when the database does", async () => {
    const broken: Ledger = {
      ...ledger,
      transactions: () => Promise.reject(new Error("connection to 10.0.0.7 refused")),
    };
    const answer = await askOffline(broken, "How much did I spend on groceries last month?");
    expect(answer.failures).toEqual(["The look-up failed. Please try again in a moment."]);
    expect(answer.text).toContain("The look-up failed");
    expect(answer.text).not.toContain("10.0.0.7");
  });
});
