import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { linkIdentity } from "../../lib/account/link-identity";
import { builtInLogin } from "../../lib/banking/built-in-login";
import { linkSandboxLogin } from "../../lib/banking/link-sandbox-login";
import { syncItem } from "../../lib/banking/sync-item";
import { acceptMessage } from "../../lib/chat/accept-message";
import { generateAnswer } from "../../lib/chat/generate-answer";
import { keepTexts } from "../../lib/chat/keep-texts";
import { shareConversation } from "../../lib/chat/share-conversation";
import { database } from "../../lib/db/client";
import { insertRule } from "../../lib/db/queries/category-rules";
import { insertDigest } from "../../lib/db/queries/digests";
import { saveFeedback } from "../../lib/db/queries/feedback";
import { saveDismissal } from "../../lib/db/queries/insight-dismissals";
import { deleteItem, findItem } from "../../lib/db/queries/items";
import { insertLinkToEnd } from "../../lib/db/queries/links-to-end";
import { insertMemory } from "../../lib/db/queries/memories";
import { keepPromise } from "../../lib/db/queries/outbox";
import { insertGoal, saveBudget, saveMark } from "../../lib/db/queries/planning";
import { insertSession } from "../../lib/db/queries/sessions";
import { insertEvents } from "../../lib/db/queries/webhook-events";
import { holdings, liabilities } from "../../lib/db/schema/balances";
import { accounts } from "../../lib/db/schema/banks";
import { recurringSeries } from "../../lib/db/schema/recurring";
import {
  imports,
  stagedTransactions,
  transactionEdits,
  transactions,
} from "../../lib/db/schema/transactions";
import { openLedger } from "../../lib/insights/open-ledger";
import { propose } from "../../lib/proposals/propose";
import { newPerson, question, quickTiming, saying, scripted } from "./chat-harness";
import { PLATYPUS } from "./linked-bank";

let seed = 40;

const EMPTY_DIGEST = {
  week: { start: "2026-11-23", end: "2026-11-29" },
  spending: [],
  biggest: [],
  bills: [],
  insights: [],
};

/** A person with something of everything that can be kept of one, at a real (sandbox) bank. */
export async function fullPerson() {
  const { id: userId, email } = await newPerson();
  const now = new Date();
  const endedId = await linkedBank(userId);
  await leaveLinkToEnd(userId, endedId);
  const itemId = await linkedBank(userId);
  await syncItem(itemId, now);
  const plaidItemId = await keepNews(itemId);
  const { runId, conversationId } = await askSomething(userId);
  await linkIdentity({
    provider: "google",
    providerAccountId: randomUUID(),
    name: "Robin",
    email,
    isEmailVerified: true,
    timeZone: "UTC",
  });
  const device = "Chrome on Windows";
  await insertSession(database(), { userId, device, passwordMark: null, createdAt: now });
  const accountIds = await fillBank(userId, itemId);
  await insertRule(database(), {
    id: newId(),
    userId,
    matchBy: "merchant",
    matchValue: "Market",
    category: "groceries",
  });
  await insertMemory(database(), userId, newId(), "Call me Dana");
  await saveBudget(database(), userId, { category: "groceries", currency: "USD" }, 40_000);
  const goal = { id: newId(), name: "Boat", targetMinor: 1, currency: "USD", targetDate: null };
  await insertGoal(database(), userId, { ...goal, accountId: null, savedMinor: 0 });
  await saveMark(database(), userId, "Market", { isRecurring: true, cadence: "monthly" });
  await insertDigest(database(), { userId, weekStart: "2026-11-23", content: EMPTY_DIGEST });
  await saveDismissal(database(), userId, "insight-1");
  const ledger = await openLedger(userId, now);
  await propose({ kind: "memory", text: "I like boats" }, { userId, runId, callId: newId(), ledger, now });
  const ids = [userId, itemId, endedId, plaidItemId, conversationId, runId, ...accountIds];
  return { userId, email, itemId, endedId, runId, conversationId, ids };
}

async function linkedBank(userId: string): Promise<string> {
  seed += 1;
  return (await linkSandboxLogin(userId, builtInLogin(PLATYPUS, seed, 2))).itemId;
}

async function keepNews(itemId: string): Promise<string> {
  const plaidItemId = (await findItem(database(), itemId))?.plaidItemId ?? "";
  await insertEvents(database(), [
    {
      fingerprint: randomUUID(),
      type: "TRANSACTIONS",
      code: "SYNC_UPDATES_AVAILABLE",
      plaidItemId,
      payload: { item_id: plaidItemId },
      receivedAt: new Date(),
    },
  ]);
  return plaidItemId;
}

/** As if Plaid had been away when the bank was unlinked. */
async function leaveLinkToEnd(userId: string, itemId: string): Promise<void> {
  const accessTokenEncrypted = (await findItem(database(), itemId))?.accessTokenEncrypted ?? "";
  await deleteItem(database(), userId, itemId);
  await insertLinkToEnd(database(), { id: itemId, userId, accessTokenEncrypted, dueAt: new Date() });
}

async function askSomething(userId: string) {
  const { run, promised } = await acceptMessage(userId, question());
  if (promised) await keepPromise(database(), promised.id);
  const analyst = scripted(({ onPrompt }) => {
    onPrompt([{ role: "system", content: "rules" }]);
    return saying(["done"]);
  });
  await generateAnswer(run.id, new AbortController().signal, analyst, quickTiming);
  await keepTexts();
  await saveFeedback(database(), run.id, { rating: "up", reason: null, comment: null });
  const { conversationId } = run;
  const share = { conversationId, showsAmounts: false, showsAccounts: false, days: 1 } as const;
  await shareConversation(userId, share, new Date());
  return { runId: run.id, conversationId };
}

/** What the bank of the sandbox may not have. @returns the ids of its accounts */
async function fillBank(userId: string, itemId: string): Promise<string[]> {
  const known = await database().select().from(accounts).where(eq(accounts.itemId, itemId));
  const accountId = known[0]?.id ?? "";
  await database().insert(holdings).values({
    accountId,
    plaidSecurityId: "s1",
    name: "Fund",
    quantity: "1",
    price: "1",
    valueMinor: 100,
    currency: "USD",
  });
  await database().insert(liabilities).values({ accountId, kind: "credit" }).onConflictDoNothing();
  await database()
    .insert(imports)
    .values({ id: newId(), userId, accountId, fileName: "old.csv", rowCount: 1 });
  await database()
    .insert(stagedTransactions)
    .values({ lease: randomUUID(), plaidTransactionId: "t1", itemId });
  await database().insert(recurringSeries).values({
    id: newId(),
    userId,
    accountId,
    source: "detected",
    key: randomUUID(),
    name: "Streambox",
    category: "streaming_and_media",
    cadence: "monthly",
    status: "active",
    averageMinor: -1_549,
    lastMinor: -1_549,
    isVariable: false,
    currency: "USD",
    firstDate: "2026-01-12",
    lastDate: "2026-11-12",
    transactionIds: [],
  });
  const [row] = await database()
    .select({ id: transactions.id })
    .from(transactions)
    .where(eq(transactions.userId, userId))
    .limit(1);
  await database()
    .insert(transactionEdits)
    .values({ transactionId: row?.id ?? "", userId, note: "With Dana" });
  return known.map(({ id }) => id);
}
