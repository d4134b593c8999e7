import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { until } from "../../tests/support/chat-harness";
import { type PlaidProxy, startPlaidProxy } from "../../tests/support/plaid-proxy";
import { answerForKeys } from "../../tests/support/webhook-keys-at-plaid";
import { newSigner, type WebhookSigner } from "../../tests/support/webhook-signer";
import { handleNews } from "../banking/handle-news";
import { closeDatabase, database } from "../db/client";
import { webhookEvents } from "../db/schema/banks";
import { closeQueues, queueOf } from "../queue/enqueue";
import { webhookRoute } from "./webhook-route";

let proxy: PlaidProxy;
let signer: WebhookSigner;
let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer(webhookRoute);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/plaid`;
  signer = await newSigner();
  proxy = await startPlaidProxy(inject("services").plaidUrl);
  proxy.intervene = answerForKeys(signer);
  process.env.PLAID_BASE_URL = proxy.url;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await Promise.all([closeQueues(), closeDatabase(), proxy.stop()]);
});

const news = (changes: object = {}) =>
  JSON.stringify(
    {
      webhook_type: "TRANSACTIONS",
      webhook_code: "SYNC_UPDATES_AVAILABLE",
      item_id: randomUUID(),
      environment: "sandbox",
      ...changes,
    },
    null,
    2,
  );

/** As Plaid sends it: no cookie, no Origin, and a header in whatever letters. */
function send(body: string | Uint8Array, token: string | null, header = "Plaid-Verification") {
  return fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token !== null && { [header]: token }) },
    body: Buffer.from(body),
  });
}

const sendSigned = async (body: string | Uint8Array) => send(body, await signer.sign(body));
const storedFor = (plaidItemId: string) =>
  database().select().from(webhookEvents).where(eq(webhookEvents.plaidItemId, plaidItemId));
const countStored = () => database().$count(webhookEvents);

const waiting = () => queueOf("bank.news").getJobs(["waiting", "prioritized", "delayed"]);
const isWoken = () => until(waiting, (jobs) => jobs.length === 1);

describe("news from Plaid", () => {
  it.each(["Plaid-Verification", "plaid-verification", "PLAID-VERIFICATION"])(
    "is stored and wakes a worker, whatever the letters of its header: %s",
    async (header) => {
      const itemId = randomUUID();
      const body = news({ item_id: itemId });
      const response = await send(body, await signer.sign(body), header);
      expect(response.status).toBe(200);
      expect(response.headers.get("x-request-id")).toBeTruthy();
      expect(await storedFor(itemId)).toMatchObject([
        { type: "TRANSACTIONS", code: "SYNC_UPDATES_AVAILABLE", handledAt: null, outcome: null },
      ]);
      await isWoken();
    },
  );

  it("is stored once, however often the same message comes, also all at once", async () => {
    const itemId = randomUUID();
    const body = news({ item_id: itemId });
    const token = await signer.sign(body);
    const responses = await Promise.all(Array.from({ length: 10 }, () => send(body, token)));
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await storedFor(itemId)).toHaveLength(1);
  });

  it("is handled again when an equal message comes after it was handled: equal news of one second looks the same", async () => {
    const itemId = randomUUID();
    const body = news({ item_id: itemId });
    const token = await signer.sign(body);
    await send(body, token);
    const [first] = await storedFor(itemId);
    await handleNews();
    expect((await storedFor(itemId))[0]?.handledAt).not.toBeNull();
    expect((await send(body, token)).status).toBe(200);
    expect(await storedFor(itemId)).toMatchObject([{ id: first?.id, handledAt: null }]);
  });

  it("is kept apart from equal news that was signed at another moment", async () => {
    const itemId = randomUUID();
    const body = news({ item_id: itemId });
    const now = Math.floor(Date.now() / 1000);
    for (const at of [now, now - 1])
      expect((await send(body, await signer.sign(body, { at }))).status).toBe(200);
    expect(await storedFor(itemId)).toHaveLength(2);
  });

  it("that nobody knows the meaning of is taken too: unknown codes, no item, fields of another shape", async () => {
    const before = await countStored();
    for (const changes of [
      { webhook_code: "SOMETHING_NEW" },
      { item_id: undefined },
      { item_id: 7, error: "none", disconnect_time: "soon" },
    ])
      expect((await sendSigned(news(changes))).status).toBe(200);
    expect(await countStored()).toBe(before + 3);
  });

  it("comes in bursts: all of it is stored, and waits in the queue once", async () => {
    await queueOf("bank.news").drain();
    const before = await countStored();
    const bodies = Array.from({ length: 200 }, () => news());
    const responses = await Promise.all(bodies.map(sendSigned));
    expect(responses.map(({ status }) => status)).toEqual(Array(200).fill(200));
    expect(await countStored()).toBe(before + 200);
    await isWoken();
  });

  it("that the database cannot store is refused alone, not with what came at the same moment", async () => {
    const before = await countStored();
    const bodies = [news(), news({ item_id: "nul \u0000" }), news()];
    const responses = await Promise.all(bodies.map(sendSigned));
    expect(responses.map(({ status }) => status)).toEqual([200, 500, 200]);
    expect(await countStored()).toBe(before + 2);
  });

  it("is stored without the tokens that some kinds carry", async () => {
    const itemId = randomUUID();
    const token = "public-sandbox-0000";
    await sendSigned(news({ item_id: itemId, public_token: token, public_tokens: [token], error: null }));
    const [event] = await storedFor(itemId);
    expect(event?.payload).toMatchObject({ item_id: itemId });
    expect(JSON.stringify(event)).not.toContain(token);
  });
});

describe("what is not news from Plaid", () => {
  it("is refused with the documented error, and nothing is stored", async () => {
    const before = await countStored();
    const stranger = await newSigner();
    const body = news();
    for (const token of [null, "x", await stranger.sign(body), await signer.sign(`${body} `)]) {
      const response = await send(body, token);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        error: {
          code: "unauthenticated",
          message: expect.stringContaining("not signed as Plaid signs"),
          requestId: response.headers.get("x-request-id"),
        },
      });
    }
    expect(await countStored()).toBe(before);
  });

  it.each([
    ["not JSON", "webhook_type=ITEM"],
    ["not UTF-8", Buffer.from([0x7b, 0xff, 0x7d])],
    ["a list", "[]"],
    ["JSON without a type", JSON.stringify({ webhook_code: "ERROR" })],
    ["empty", ""],
  ])("is refused as malformed when it is signed, but %s", async (_what, body) => {
    const response = await sendSigned(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "invalid" } });
  });

  it("is not read to its end when it is huge", async () => {
    const body = news({ padding: "x".repeat(256 * 1024) });
    expect((await sendSigned(body)).status).toBe(413);
  });

  it("is refused unread when it comes by another method", async () => {
    const response = await fetch(address);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("when the key cannot be asked for", () => {
  it("Plaid is asked to send the webhook again, and then it is taken", async () => {
    const other = await newSigner();
    const body = news();
    proxy.intervene = () => ({ status: 500, code: "INTERNAL_SERVER_ERROR", type: "API_ERROR" });
    expect((await send(body, await other.sign(body))).status).toBe(503);
    proxy.intervene = answerForKeys(signer, other);
    expect((await send(body, await other.sign(body))).status).toBe(200);
  });

  it("webhooks under a known key are taken all the same", async () => {
    expect((await sendSigned(news())).status).toBe(200);
    const asked = proxy.paths.length;
    expect((await sendSigned(news())).status).toBe(200);
    expect(proxy.paths).toHaveLength(asked);
  });
});
