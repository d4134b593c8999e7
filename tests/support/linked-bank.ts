import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "plaid";
import { inject } from "vitest";
import { signUp } from "../../lib/account/sign-up";
import { accessTokenOf as openAccess } from "../../lib/banking/access-token";
import { builtInLogin } from "../../lib/banking/built-in-login";
import { linkSandboxLogin } from "../../lib/banking/link-sandbox-login";
import { database } from "../../lib/db/client";
import { findItem } from "../../lib/db/queries/items";
import { transactions } from "../../lib/db/schema/transactions";
import { askBank } from "./plaid-proxy";

export const PLATYPUS = "ins_109508";
const bankUrl = inject("services").plaidUrl;

export async function newPerson(): Promise<string> {
  const email = `${randomUUID()}@purser.example`;
  const { userId } = await signUp({ name: "Test", email, password: "long enough 1", timeZone: "UTC" });
  return userId;
}

export async function newLink(seed = 5, months = 12) {
  const userId = await newPerson();
  const { itemId } = await linkSandboxLogin(userId, builtInLogin(PLATYPUS, seed, months));
  return { userId, itemId };
}

export async function accessTokenOf(itemId: string): Promise<string> {
  const item = await findItem(database(), itemId);
  if (!item) throw new Error("no item");
  return openAccess(item);
}

export async function setToday(itemId: string, today: string): Promise<void> {
  await askBank(bankUrl, "/control/today", { today, access_token: await accessTokenOf(itemId) });
}

/** All rows that the bank shows now, read without our code. */
export async function bankRows(itemId: string): Promise<Transaction[]> {
  const accessToken = await accessTokenOf(itemId);
  const rows = new Map<string, Transaction>();
  let cursor: string | undefined;
  for (let more = true; more; ) {
    const page = await askBank<{
      added: Transaction[];
      modified: Transaction[];
      next_cursor: string;
      has_more: boolean;
    }>(bankUrl, "/transactions/sync", {
      access_token: accessToken,
      count: 250,
      ...(cursor && { cursor }),
    });
    for (const row of [...page.added, ...page.modified]) rows.set(row.transaction_id, row);
    cursor = page.next_cursor;
    more = page.has_more;
  }
  return [...rows.values()];
}

/** In an order of their own: the database's may change with every write. */
export const storedRows = (itemId: string) =>
  database()
    .select()
    .from(transactions)
    .where(eq(transactions.itemId, itemId))
    .orderBy(transactions.plaidTransactionId);

export const inCents = (amount: number) => Math.round(amount * 100);
