import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { decodeProtectedHeader, importJWK, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openBank } from "./bank/open-bank";
import { type SandboxBank, startSandboxBank } from "./server";
import { control, household, link, plaidClient } from "./testing/linked-bank";
import { receiveWebhooks } from "./testing/webhook-receiver";
import { AT_ONCE } from "./webhooks/post-office";
import { webhookKey } from "./webhooks/signing-keys";

const Log = z.object({
  webhooks: z.array(
    z.object({ id: z.string(), code: z.string(), state: z.string(), attempts: z.array(z.unknown()) }),
  ),
});

let directory: string;
let bank: SandboxBank;
type Receiver = Awaited<ReturnType<typeof receiveWebhooks>>;
let receivers: Receiver[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "bank-webhooks-"));
  bank = await startSandboxBank({ directory, today: "2026-11-24" });
  receivers = [];
});
afterEach(async () => {
  await bank.stop();
  for (const receiver of receivers) await receiver.stop();
  await rm(directory, { recursive: true, force: true });
});

async function receive(answer?: (nth: number) => number | Promise<number>): Promise<Receiver> {
  const receiver = await receiveWebhooks(answer);
  receivers.push(receiver);
  return receiver;
}

const linked = (url: string) => link(plaidClient(bank.url), { ...household(5, 3), webhook: url });
const set = (body: object) => control(bank.url, "webhooks", body);
const settle = () => control(bank.url, "webhooks/retry", {});
const log = async (accessToken: string) =>
  Log.parse(await control(bank.url, "webhooks/log", { access_token: accessToken })).webhooks;
const fire = (accessToken: string, code: string) =>
  control(bank.url, "problem", { access_token: accessToken, code });

describe("webhooks", () => {
  it("are signed over exactly the bytes that are sent, with a key that can be looked up", async () => {
    const receiver = await receive();
    const { accessToken, itemId } = await linked(receiver.url);
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await settle();
    const [first] = receiver.received;
    if (first === undefined) throw new Error("no webhook came");
    expect(first.body).toMatchObject({
      webhook_type: "ITEM",
      webhook_code: "NEW_ACCOUNTS_AVAILABLE",
      item_id: itemId,
      environment: "sandbox",
    });
    expect(first.raw).toBe(JSON.stringify(first.body, null, 2));
    const { alg, kid = "" } = decodeProtectedHeader(first.signature);
    expect(alg).toBe("ES256");
    const opened = await openBank({ directory });
    const key = webhookKey(opened, kid);
    await opened.stop();
    if (key === undefined) throw new Error("the key is unknown");
    expect(key.expired_at).toBeNull();
    expect(Object.keys(key)).not.toContain("d");
    const { payload } = await jwtVerify(
      first.signature,
      await importJWK({ kty: "EC", crv: key.crv, x: key.x, y: key.y }, "ES256"),
      { algorithms: ["ES256"] },
    );
    expect(payload.iat).toBeTypeOf("number");
    expect(payload.request_body_sha256).toBe(createHash("sha256").update(first.raw).digest("hex"));
  });

  it("are signed by the new key after a rotation, and the old one is expired", async () => {
    const receiver = await receive();
    const { accessToken } = await linked(receiver.url);
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await settle();
    const rotated = z
      .object({ key_id: z.string() })
      .parse(await control(bank.url, "webhooks/rotate_key", {}));
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await settle();
    const kids = receiver.received.map(({ signature }) => decodeProtectedHeader(signature).kid ?? "");
    expect(new Set(kids).size).toBe(2);
    expect(kids[1]).toBe(rotated.key_id);
    const opened = await openBank({ directory });
    expect(webhookKey(opened, kids[0] ?? "")?.expired_at).toBeTypeOf("number");
    expect(webhookKey(opened, kids[1] ?? "")?.expired_at).toBeNull();
    await opened.stop();
  });

  it("are sent again until they are taken, and given up after seven attempts", async () => {
    const reluctant = await receive((nth) => (nth < 3 ? 500 : 200));
    const refusing = await receive(() => 202);
    const [first, second] = [await linked(reluctant.url), await linked(refusing.url)];
    await set({ retryScale: 0 });
    for (const { accessToken } of [first, second]) await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await expect.poll(async () => (await log(first.accessToken))[0]?.state).toBe("delivered");
    await expect.poll(async () => (await log(second.accessToken))[0]?.state).toBe("given_up");
    expect((await log(first.accessToken))[0]?.attempts).toHaveLength(4);
    expect(reluctant.received).toHaveLength(4);
    expect(refusing.received).toHaveLength(7);
  });

  it("wait for their next attempt when nobody listens, and survive a restart of the bank", async () => {
    const gone = await receiveWebhooks();
    await gone.stop();
    const { accessToken } = await linked(gone.url);
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await expect.poll(async () => (await log(accessToken))[0]?.state).toBe("waiting");
    await bank.stop();
    bank = await startSandboxBank({ directory, today: "2026-11-24" });
    await settle();
    const again = await log(accessToken);
    expect(again).toHaveLength(1);
    expect(again[0]?.attempts.length).toBeGreaterThan(0);
  });

  it("are held, lost, doubled or shuffled when a test asks for it", async () => {
    const receiver = await receive();
    const { accessToken } = await linked(receiver.url);
    await set({ mode: "hold" });
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await fire(accessToken, "PENDING_DISCONNECT");
    await settle();
    expect(receiver.received).toHaveLength(0);
    await set({ mode: "reorder" });
    await settle();
    expect(receiver.codes().toSorted()).toEqual(["NEW_ACCOUNTS_AVAILABLE", "PENDING_DISCONNECT"]);
    await set({ mode: "drop" });
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await settle();
    expect(receiver.received).toHaveLength(2);
    expect((await log(accessToken)).at(-1)?.state).toBe("dropped");
    await set({ mode: "duplicate" });
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await settle();
    expect(receiver.received).toHaveLength(4);
  });

  it("leave a few at a time, so that a receiver which is slow is late for none of a burst", async () => {
    let open = 0;
    let most = 0;
    const receiver = await receive(async () => {
      open += 1;
      most = Math.max(most, open);
      await sleep(20);
      open -= 1;
      return 200;
    });
    const { accessToken } = await linked(receiver.url);
    await set({ mode: "hold" });
    for (let fired = 0; fired < 3 * AT_ONCE; fired += 1) await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    await set({ mode: "normal" });
    await settle();
    expect(receiver.received).toHaveLength(3 * AT_ONCE);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(AT_ONCE);
  });

  it("go nowhere for an item without an address", async () => {
    const { accessToken } = await link(plaidClient(bank.url), household(5, 3));
    await fire(accessToken, "NEW_ACCOUNTS_AVAILABLE");
    expect(await log(accessToken)).toEqual([]);
  });
});
