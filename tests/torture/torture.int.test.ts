import { eq, isNotNull, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxBank, startSandboxBank } from "../../embedded/plaid/server";
import { closeDatabase, database } from "../../lib/db/client";
import { items, webhookEvents } from "../../lib/db/schema/banks";
import { transactionEdits, transactions } from "../../lib/db/schema/transactions";
import { fingerprintOf } from "../../lib/plaid/verify-webhook";
import { closeQueues } from "../../lib/queue/enqueue";
import { webhookRoute } from "../../lib/web/webhook-route";
import { until } from "../support/chat-harness";
import { askBank } from "../support/plaid-proxy";
import { startWebhookDoor, type WebhookDoor } from "../support/webhook-door";
import { bothBalances, bothBooks, changesAfterCursor } from "./compare-with-books";
import { type History, liveThrough, type World } from "./history";
import { startWorkerPool, type WorkerPool } from "./worker-pool";

/** `npm run torture` takes 200. */
const HISTORIES = Number(process.env.TORTURE_HISTORIES ?? 8);
const FIRST_SEED = Number(process.env.TORTURE_SEED ?? 1);
const AT_ONCE = 8;
const PATIENCE_MS = 180_000;
const TODAY = "2026-11-20";

let bank: SandboxBank;
let door: WebhookDoor;
let workers: WorkerPool;

beforeAll(async () => {
  bank = await startSandboxBank({ today: TODAY });
  door = await startWebhookDoor(webhookRoute);
  process.env.PLAID_BASE_URL = bank.url;
  process.env.AUTH_URL = door.url;
  await webhooks({ retryScale: 0.01 });
  workers = await startWorkerPool(2, { PLAID_BASE_URL: bank.url, AUTH_URL: door.url });
});

afterAll(async () => {
  await workers.stop();
  await Promise.all([door.stop(), bank.stop(), closeQueues(), closeDatabase()]);
});

const webhooks = async (body: Record<string, unknown>) =>
  void (await askBank(bank.url, "/control/webhooks", body));

/** Several at a time, so that they meet one another in the queue and at the bank. */
async function liveAll(seeds: readonly number[], world: World): Promise<History[]> {
  const histories: History[] = [];
  const waiting = [...seeds];
  const lane = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
      histories.push(await liveThrough(seed, world));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return histories;
}

/** Nothing stands in the way any more, and a last ordinary week passes. */
async function calmDown(histories: readonly History[]): Promise<void> {
  await webhooks({ mode: "normal" });
  for (const { bank: control, isUnlinked } of histories) {
    if (isUnlinked) continue;
    await control.clearFaults();
    await control.problem(null);
    await control.live(7);
  }
}

async function openEvents(): Promise<number> {
  const rows = await database()
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(isNull(webhookEvents.handledAt));
  return rows.length;
}

/** Each webhook that the bank got rid of stands in our database, whatever else went wrong in that moment. */
async function expectNoLostNews({ itemId, bank: control, isUnlinked }: History): Promise<number> {
  if (isUnlinked) return 0;
  const sent = await until(
    () => control.webhooks(),
    (log) => log.every(({ state }) => state === "delivered" || state === "dropped"),
    PATIENCE_MS,
  );
  const [item] = await database().select().from(items).where(eq(items.id, itemId));
  const stored = await database()
    .select({ fingerprint: webhookEvents.fingerprint })
    .from(webhookEvents)
    .where(eq(webhookEvents.plaidItemId, item?.plaidItemId ?? ""));
  const known = new Set(stored.map(({ fingerprint }) => fingerprint));
  const taken = sent.flatMap(({ attempts }) => attempts).filter(({ status }) => status === 200);
  expect(taken.filter(({ signature }) => !known.has(fingerprintOf(signature)))).toEqual([]);
  return taken.length;
}

async function expectTheBanksOwnBooks({ itemId, bank: control, steps, seed, ...rest }: History) {
  const said = `history ${seed}: ${steps.join(", ")}`;
  if (rest.isUnlinked) {
    expect(await database().select().from(items).where(eq(items.id, itemId)), said).toEqual([]);
    await until(
      async () =>
        askBank(bank.url, "/accounts/get", { access_token: rest.accessToken }).then(
          () => false,
          () => true,
        ),
      Boolean,
      PATIENCE_MS,
    );
    return;
  }
  await until(
    () => changesAfterCursor(itemId, control),
    (count) => count === 0,
    PATIENCE_MS,
  ).catch(async () => {
    const [item] = await database().select().from(items).where(eq(items.id, itemId));
    throw new Error(
      `the cursor never reached the bank's last change; ${said}; ${JSON.stringify({ ...item, accessTokenEncrypted: "", cursor: "" })}`,
    );
  });
  const books = await bothBooks(itemId, control);
  expect(books.theirs.length, said).toBeGreaterThan(0);
  expect(books.ours, said).toEqual(books.theirs);
  const balances = await bothBalances(itemId, control);
  expect(balances.ours, said).toEqual(balances.theirs);
  await expectNotes({ itemId, bank: control, notes: rest.notes }, said);
}

/** A note stays on its row, and on the posted row that names it as its pending one. */
async function expectNotes(
  { itemId, bank: control, notes }: Pick<History, "itemId" | "bank" | "notes">,
  said: string,
) {
  const kept = await database()
    .select({ bankId: transactions.plaidTransactionId, note: transactionEdits.note })
    .from(transactionEdits)
    .innerJoin(transactions, eq(transactions.id, transactionEdits.transactionId))
    .where(eq(transactions.itemId, itemId));
  const noteOf = new Map(kept.map(({ bankId, note }) => [bankId, note]));
  const { transactions: rows } = await control.books();
  for (const row of rows) {
    const expected = notes.get(row.transaction_id) ?? notes.get(row.pending_transaction_id ?? "");
    if (expected !== undefined) expect(noteOf.get(row.transaction_id), said).toBe(expected);
  }
}

describe.each([
  { mayDrop: false, how: "by webhooks alone, duplicated, late and out of order" },
  { mayDrop: true, how: "by the scheduled poll, when webhooks were lost" },
])("whatever happens, a bank's books arrive here $how", ({ mayDrop }) => {
  it(
    `in ${HISTORIES / 2} histories with killed workers`,
    async () => {
      const world: World = {
        bankUrl: bank.url,
        mayDrop,
        killWorker: workers.killOne,
        webhooks: (mode) => webhooks({ mode }),
      };
      const first = FIRST_SEED + (mayDrop ? HISTORIES / 2 : 0);
      const seeds = Array.from({ length: HISTORIES / 2 }, (_, index) => first + index);
      const histories = await liveAll(seeds, world);
      await calmDown(histories);
      // Hours pass: each reading that is planned comes, and none that is not. Where no news is lost, that helps only banks
      // that could not be read a first time: Plaid has no news of a bank before its first sync.
      const planned = mayDrop ? isNotNull(items.nextReadAt) : isNull(items.lastSyncedAt);
      await database().update(items).set({ nextReadAt: new Date() }).where(planned);
      await until(openEvents, (count) => count === 0, PATIENCE_MS);
      for (const history of histories) await expectTheBanksOwnBooks(history);
      const delivered = await Promise.all(histories.map(expectNoLostNews));
      expect(delivered.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
      expect(histories).toHaveLength(seeds.length);
      expect(workers.deaths()).toBeGreaterThan(0);
      const count = (step: string) => histories.filter(({ steps }) => steps.includes(step)).length;
      const news = delivered.reduce((sum, one) => sum + one, 0);
      process.stdout.write(
        `${seeds.length} histories, ${count("unlink")} unlinked, ${news} webhooks delivered, ${workers.deaths()} workers killed\n`,
      );
    },
    HISTORIES * 60_000 + PATIENCE_MS,
  );
});
