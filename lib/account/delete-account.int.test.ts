import { eq } from "drizzle-orm";
import { afterAll, describe, expect, inject, it } from "vitest";
import {
  door,
  newPerson,
  post,
  question,
  quickTiming,
  readAll,
  saying,
  scripted,
  until,
} from "../../tests/support/chat-harness";
import { fullPerson } from "../../tests/support/full-person";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { tracesOf, within, without } from "../../tests/support/traces-of";
import { handlers } from "../../workers/handlers";
import { sweepBanks } from "../banking/sweep-banks";
import { acceptMessage } from "../chat/accept-message";
import { generateAnswer } from "../chat/generate-answer";
import { sweepRuns } from "../chat/sweep-runs";
import { database } from "../db/client";
import { findItem } from "../db/queries/items";
import { findLinkToEnd } from "../db/queries/links-to-end";
import { findUserById } from "../db/queries/users";
import { outbox } from "../db/schema/chat";
import { sessions } from "../db/schema/people";
import { closeDocuments } from "../documents/connection";
import { refreshInsights } from "../insights/refresh-insights";
import { refreshSnapshot } from "../insights/refresh-snapshot";
import { tokenCipher } from "../plaid/token-cipher";
import { queueOf } from "../queue/enqueue";
import { type Consumers, startConsumers } from "../queue/start-consumers";
import { closeRedis, redis } from "../redis";
import { deleteAccount } from "./delete-account";
import { planDeletion } from "./plan-deletion";
import { REMOVAL_STEPS, removeAccount } from "./remove-account";
import { signUp } from "./sign-up";
import { verifyCredentials } from "./verify-credentials";

const PASSWORD = "correct horse battery";
const now = new Date();
const remove = (id: string, email: string, typed: string) =>
  deleteAccount({ id, email }, { typed, client: "192.0.2.7" }, now);

const proxy = await proxiedBank();
afterAll(() => Promise.all([closeRedis(), closeDocuments()]));

/** Keys of streams and limits; those of queues name jobs. */
const keysLeft = async () => (await redis().keys("*")).filter((key) => !key.startsWith("{purser:")).sort();

const acceptsToken = (accessToken: string) =>
  askBank(inject("services").plaidUrl, "/item/get", { access_token: accessToken }).then(
    () => true,
    () => false,
  );

async function tokenOf(userId: string, itemId: string): Promise<string> {
  const sealed =
    (await findItem(database(), itemId))?.accessTokenEncrypted ??
    (await findLinkToEnd(database(), itemId))?.accessTokenEncrypted;
  return tokenCipher().decrypt(sealed ?? "", { userId, itemId });
}

describe("deleting an account", () => {
  it("leaves nothing of its person in any table, collection, stream or bank, and takes nothing from another", async () => {
    const keysBefore = await keysLeft();
    const person = await fullPerson();
    const keysOfPerson = (await keysLeft()).filter((key) => !keysBefore.includes(key));
    expect(keysOfPerson.length).toBeGreaterThanOrEqual(3);
    const other = await fullPerson();
    const tokens = [
      await tokenOf(person.userId, person.itemId),
      await tokenOf(person.userId, person.endedId),
    ];
    await remove(person.userId, person.email, person.email);
    // A table or collection that this test knows no case of fails here: tests/support/full-person.ts has to fill it.
    const known = await tracesOf(person.ids);
    expect(without(known)).toEqual(["table identities", "table sessions"]);
    expect(without(await tracesOf(other.ids))).toEqual(["table outbox"]);
    const before = await tracesOf(other.ids);
    await removeAccount(person.userId, now);
    expect(within(await tracesOf([...person.ids, person.email]))).toEqual([]);
    expect(await tracesOf(other.ids)).toEqual(before);
    expect((await keysLeft()).filter((key) => keysOfPerson.includes(key))).toEqual([]);
    expect(await Promise.all(tokens.map(acceptsToken))).toEqual([false, false]);
    expect(await acceptsToken(await tokenOf(other.userId, other.itemId))).toBe(true);
  });

  it("leaves jobs of its person, and requests that were on their way, with nothing to do", async () => {
    const { userId, email, itemId, runId, conversationId, ids } = await fullPerson();
    await remove(userId, email, email);
    await removeAccount(userId, now);
    const signal = new AbortController().signal;
    await Promise.allSettled([
      handlers["answer.generate"]({ runId, turn: 1 }, signal),
      handlers["bank.sync"]({ itemId }, signal),
      handlers["insights.refresh"]({ userId }, signal),
      handlers["conversation.forget"]({ conversationId }, signal),
      handlers["account.delete"]({ userId }, signal),
      handlers["digest.write"]({ userId }, signal),
      acceptMessage(userId, question()),
      refreshSnapshot(userId, now),
      refreshInsights(userId, now),
    ]);
    expect(within(await tracesOf(ids))).toEqual([]);
  });

  it.each(REMOVAL_STEPS.map((_, index) => [index + 1, REMOVAL_STEPS.length] as const))(
    "goes on when it is interrupted after step %i of %i",
    async (count) => {
      const { userId, email, ids } = await fullPerson();
      await remove(userId, email, email);
      for (const step of REMOVAL_STEPS.slice(0, count)) await step(userId, now);
      expect((await tracesOf([userId])).get("table outbox")).toHaveLength(1);
      await removeAccount(userId, now);
      expect(within(await tracesOf(ids))).toEqual([]);
    },
  );

  it("is not held up by a bank that cannot be reached, and ends its links when it can", async () => {
    const { userId, email, itemId, endedId, ids } = await fullPerson();
    const token = await tokenOf(userId, itemId);
    proxy.intervene = (path) =>
      path === "/item/remove" ? { status: 500, code: "INTERNAL_SERVER_ERROR", type: "API_ERROR" } : undefined;
    await remove(userId, email, email);
    await removeAccount(userId, now);
    expect(within(await tracesOf(ids))).toEqual([["table links_to_end", 2]]);
    expect(await acceptsToken(token)).toBe(true);
    proxy.intervene = () => undefined;
    const later = new Date(now.getTime() + 24 * 60 * 60_000);
    await sweepBanks(later);
    const signal = new AbortController().signal;
    for (const linkId of [itemId, endedId]) await handlers["bank.endLink"]({ linkId }, signal);
    expect(within(await tracesOf(ids))).toEqual([]);
    expect(await acceptsToken(token)).toBe(false);
  });

  it("stops an answer that is being written, and nothing of it comes back", async () => {
    const { id: userId, email } = await newPerson();
    const logs = async () => (await redis().keys("{run:*}:log")).sort();
    const others = await logs();
    const gate = door();
    const analyst = scripted(() =>
      saying(["your", " money"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
    );
    const worker = await consumersWith(analyst);
    const asked = question();
    const reading = post(userId, asked).then(readAll, () => []);
    await gate.reached;
    await until(async () => (await logs()).length > others.length);
    await remove(userId, email, PASSWORD);
    await removeAccount(userId, now);
    gate.open();
    await reading;
    await worker.close(10_000);
    expect(within(await tracesOf([userId, email, asked.id]))).toEqual([]);
    expect(await logs()).toEqual(others);
    for (const key of await redis().keys("{run:*}:head")) expect(await redis().pttl(key)).toBeGreaterThan(0);
  });

  it("is finished by a worker, and by the sweep when the queue has forgotten it", async () => {
    const { id: userId, email } = await newPerson();
    await remove(userId, email, PASSWORD);
    await queueOf("account.delete").obliterate({ force: true });
    const worker = await startConsumers(handlers);
    await sweepRuns(new Date(now.getTime() + 60_000));
    await until(async () => (await database().$count(outbox)) === 0);
    await worker.close(1_000);
    expect(within(await tracesOf([userId, email]))).toEqual([]);
  });

  it("signs out everywhere at once and frees the address, before anything else is removed", async () => {
    const { userId, email } = await fullPerson();
    await remove(userId, email, email.toUpperCase());
    expect(await findUserById(database(), userId)).toBeUndefined();
    expect(await database().$count(sessions, eq(sessions.userId, userId))).toBe(0);
    expect(await verifyCredentials({ email, password: PASSWORD })).toBeNull();
    const again = await signUp({ name: "Robin", email, password: PASSWORD, timeZone: "UTC" });
    expect(await planDeletion(again.userId)).toEqual({
      belongings: { conversations: 0, banks: 0, transactions: 0, memories: 0 },
      proof: "password",
    });
    await removeAccount(userId, now);
    expect((await verifyCredentials({ email, password: PASSWORD }))?.person.id).toBe(again.userId);
  });

  it("says beforehand and afterwards how much goes, and asks for the password where there is one", async () => {
    const person = await fullPerson();
    const plan = await planDeletion(person.userId);
    expect(plan).toMatchObject({ belongings: { conversations: 1, banks: 1, memories: 1 }, proof: "email" });
    expect(plan.belongings.transactions).toBeGreaterThan(20);
    expect(await remove(person.userId, person.email, person.email)).toEqual(plan.belongings);
    expect((await planDeletion((await newPerson()).id)).proof).toBe("password");
  });

  it("happens only with the right password or address, once, and never to the demo", async () => {
    const { id: userId, email } = await newPerson();
    await expect(remove(userId, email, "wrong")).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(userId, email, email)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeAccount(userId, now)).rejects.toMatchObject({ code: "conflict" });
    expect(await findUserById(database(), userId)).toMatchObject({ email });
    const twice = await Promise.allSettled([
      remove(userId, email, PASSWORD),
      remove(userId, email, PASSWORD),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const demo = await signUp(
      { name: "Demo", email: "demo@example.com", password: PASSWORD, timeZone: "UTC" },
      { isDemo: true },
    );
    await expect(remove(demo.userId, "demo@example.com", PASSWORD)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await planDeletion(demo.userId)).proof).toBeNull();
  });
});

function consumersWith(analyst: ReturnType<typeof scripted>): Promise<Consumers> {
  return startConsumers({
    ...handlers,
    "account.delete": async () => undefined,
    "answer.generate": ({ runId }, signal) => generateAnswer(runId, signal, analyst, quickTiming),
  });
}
