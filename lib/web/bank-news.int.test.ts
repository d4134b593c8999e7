import { createServer } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { freePort } from "../../embedded/process/free-port";
import { until } from "../../tests/support/chat-harness";
import { accessTokenOf, newLink } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { handlers } from "../../workers/handlers";
import { closeDatabase, database } from "../db/client";
import { findItem } from "../db/queries/items";
import { webhookEvents } from "../db/schema/banks";
import { closeQueues } from "../queue/enqueue";
import { type Consumers, startConsumers } from "../queue/start-consumers";
import { webhookRoute } from "./webhook-route";

const bankUrl = inject("services").plaidUrl;
const statuses: number[] = [];
const server = createServer(async (request, response) => {
  await webhookRoute(request, response);
  statuses.push(response.statusCode);
});
let worker: Consumers;

beforeAll(async () => {
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  process.env.AUTH_URL = `http://127.0.0.1:${port}`;
  worker = await startConsumers(handlers);
});
afterAll(async () => {
  await worker.close(1_000);
  server.closeAllConnections();
  server.close();
  await Promise.all([closeQueues(), closeDatabase()]);
});

const itemNow = (itemId: string) => findItem(database(), itemId);

it("takes the sandbox bank's own webhooks, under each of its keys, all the way to the connection", async () => {
  const { itemId } = await newLink(5, 1);
  await until(
    () => itemNow(itemId),
    (item) => item?.isHistoryComplete === true,
  );
  const access_token = await accessTokenOf(itemId);
  const problem = (code: string | null) => askBank(bankUrl, "/control/problem", { access_token, code });

  await problem("ITEM_LOGIN_REQUIRED");
  await until(
    () => itemNow(itemId),
    (item) => item?.status === "login_required",
  );
  await askBank(bankUrl, "/control/webhooks/rotate_key", {});
  await problem(null);
  await until(
    () => itemNow(itemId),
    (item) => item?.status === "active" && item.errorCode === null,
  );
  await problem("PENDING_DISCONNECT");
  await until(
    () => itemNow(itemId),
    (item) => item?.reconnectBy !== null,
  );
  expect(await itemNow(itemId)).toMatchObject({ status: "active" });
  await problem("USER_PERMISSION_REVOKED");
  await until(
    () => itemNow(itemId),
    (item) => item?.status === "revoked",
  );
  const events = await database()
    .select()
    .from(webhookEvents)
    .where(eq(webhookEvents.plaidItemId, String((await itemNow(itemId))?.plaidItemId)));
  expect(events.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["ERROR", "LOGIN_REPAIRED", "PENDING_DISCONNECT", "USER_PERMISSION_REVOKED"]),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
});
