import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type PlaidProxy, startPlaidProxy } from "../../tests/support/plaid-proxy";
import { answerForKeys } from "../../tests/support/webhook-keys-at-plaid";
import { newSigner } from "../../tests/support/webhook-signer";
import { closeDatabase, database } from "../db/client";
import { webhookEvents } from "../db/schema/banks";
import { closeQueues } from "../queue/enqueue";
import { receiveNews } from "./receive-news";

let proxy: PlaidProxy;
beforeAll(async () => {
  proxy = await startPlaidProxy(inject("services").plaidUrl);
  process.env.PLAID_BASE_URL = proxy.url;
  process.env.REDIS_URL = "redis://127.0.0.1:1";
});
afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase(), proxy.stop()]);
});

it("takes news while Redis is away: stored is what counts, the sweep does the rest", async () => {
  const signer = await newSigner();
  proxy.intervene = answerForKeys(signer);
  const body = JSON.stringify({ webhook_type: "ITEM", webhook_code: "ERROR", item_id: "i" });
  await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      const at = Math.floor(Date.now() / 1000) - number;
      await receiveNews({ body: Buffer.from(body), token: await signer.sign(body, { at }) });
    }),
  );
  expect(await database().$count(webhookEvents)).toBe(20);
});
