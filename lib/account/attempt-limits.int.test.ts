import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeRedis, redis } from "../redis";
import { countSignIn, countSignUp } from "./attempt-limits";

afterAll(closeRedis);

const someone = () => `${randomUUID()}@purser.example`;
const somewhere = () => `client-${randomUUID()}`;
const times = async (count: number, attempt: (index: number) => Promise<unknown>) => {
  for (let index = 0; index < count; index += 1) await attempt(index);
};
const refusal = (minutes: number) => ({
  code: "rate_limited",
  message: `Too many attempts. Try again in ${minutes} minutes.`,
});

describe("attempts to sign in", () => {
  it("are refused after ten failures for one address from one client, and for nobody else", async () => {
    const email = someone();
    const client = somewhere();
    await times(10, () => countSignIn(email, client));
    await expect(countSignIn(email, client)).rejects.toMatchObject(refusal(15));
    await countSignIn(email, somewhere());
    await countSignIn(someone(), client);
  });

  it("do not count when the password was right", async () => {
    const email = someone();
    const client = somewhere();
    await times(120, async () => (await countSignIn(email, client))());
    await countSignIn(email, client);
  });

  it("count when they are sent at once", async () => {
    const email = someone();
    const client = somewhere();
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => countSignIn(email, client)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("are refused after a hundred failures from one client, whatever the addresses", async () => {
    const client = somewhere();
    await times(100, () => countSignIn(someone(), client));
    await expect(countSignIn(someone(), client)).rejects.toMatchObject(refusal(15));
  });

  it("are refused after a hundred failures for one address, whatever the clients", async () => {
    const email = someone();
    await times(100, () => countSignIn(email, somewhere()));
    await expect(countSignIn(email, somewhere())).rejects.toMatchObject(refusal(60));
  });

  it("are forgotten after the window, and no name stands in Redis", async () => {
    const email = someone();
    await countSignIn(email, somewhere());
    const keys = await redis().keys("purser:limit:*");
    expect(keys.join()).not.toContain(email);
    for (const key of keys) {
      const msLeft = await redis().pttl(key);
      expect(msLeft).toBeGreaterThan(0);
      expect(msLeft).toBeLessThanOrEqual(60 * 60_000);
    }
  });
});

describe("attempts to sign up", () => {
  it("are refused after two hundred from one client", async () => {
    const client = somewhere();
    await times(200, () => countSignUp(client));
    await expect(countSignUp(client)).rejects.toMatchObject(refusal(60));
    await countSignUp(somewhere());
  });
});
