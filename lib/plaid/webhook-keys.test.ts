import { describe, expect, it } from "vitest";
import { newSigner } from "../../tests/support/webhook-signer";
import { AppError } from "../errors";
import { createWebhookKeys, KEY_LIMITS, type VerificationKey } from "./webhook-keys";

const { publicKey } = await newSigner();
const start = new Date("2026-11-20T12:00:30Z");
const later = (ms: number) => new Date(start.getTime() + ms);

/** Plaid with these keys; `asked` is every look-up. */
function plaidWith(
  known: Record<string, VerificationKey> = {},
  limits: Partial<Record<keyof typeof KEY_LIMITS, number>> = {},
) {
  const asked: string[] = [];
  const keys = createWebhookKeys(
    async (keyId) => {
      asked.push(keyId);
      return known[keyId] ?? null;
    },
    { ...KEY_LIMITS, ...limits },
  );
  return { keys, asked, known };
}

describe("the keys of webhooks", () => {
  it("are asked for once, also when many webhooks arrive at once", async () => {
    const { keys, asked } = plaidWith({ a: publicKey });
    const found = await Promise.all(Array.from({ length: 50 }, () => keys.find("a", start)));
    expect(new Set(found).size).toBe(1);
    expect(found[0]).toBeTruthy();
    await keys.find("a", later(3_600_000));
    expect(asked).toEqual(["a"]);
  });

  it("are asked for again after a day", async () => {
    const { keys, asked, known } = plaidWith({ a: publicKey });
    await keys.find("a", start);
    known.a = { ...publicKey, expired_at: 1 };
    expect(await keys.find("a", later(KEY_LIMITS.keptForMs))).toBeNull();
    expect(asked).toEqual(["a", "a"]);
  });

  it("do not count once Plaid says that they have expired", async () => {
    const { keys } = plaidWith({ a: { ...publicKey, expired_at: 1_700_000_000 } });
    expect(await keys.find("a", start)).toBeNull();
  });

  it("are all asked for again when a new one appears: it may have replaced them", async () => {
    const { keys, asked, known } = plaidWith({ a: publicKey });
    await keys.find("a", start);
    known.b = publicKey;
    known.a = { ...publicKey, expired_at: 1 };
    expect(await keys.find("b", start)).toBeTruthy();
    expect(await keys.find("a", start)).toBeNull();
    expect(await keys.find("b", start)).toBeTruthy();
    expect(asked).toEqual(["a", "b", "a"]);
  });

  it("stay known when somebody makes names up", async () => {
    const { keys, asked } = plaidWith({ a: publicKey }, { lookUpsPerMinute: 1_000, unknownKept: 10 });
    await keys.find("a", start);
    for (let number = 0; number < 100; number += 1) await keys.find(`made-up-${number}`, start);
    expect(await keys.find("a", start)).toBeTruthy();
    expect(asked.filter((name) => name === "a")).toHaveLength(1);
  });

  it("that are unknown are asked for again only after a while", async () => {
    const { keys, asked, known } = plaidWith();
    for (const ms of [0, 1, KEY_LIMITS.unknownForMs - 1]) expect(await keys.find("a", later(ms))).toBeNull();
    expect(asked).toHaveLength(1);
    known.a = publicKey;
    expect(await keys.find("a", later(KEY_LIMITS.unknownForMs))).toBeTruthy();
  });

  it("cost Plaid a bounded number of calls, whatever is sent; the real sender is asked to come again", async () => {
    const { keys, asked, known } = plaidWith();
    const results = [];
    for (let number = 0; number < 200; number += 1)
      results.push(await keys.find(`made-up-${number}`, start).catch((error: unknown) => error));
    expect(asked).toHaveLength(KEY_LIMITS.lookUpsPerMinute);
    expect(results.at(-1)).toBeInstanceOf(AppError);
    expect(results.at(-1)).toMatchObject({ code: "unavailable" });
    known.real = publicKey;
    expect(await keys.find("real", later(60_000))).toBeTruthy();
  });

  it("that were good once are asked for again however many names somebody makes up", async () => {
    const { keys, known } = plaidWith({ a: publicKey });
    await keys.find("a", start);
    known.b = publicKey;
    await keys.find("b", start);
    const day = KEY_LIMITS.keptForMs;
    for (let number = 0; number < 200; number += 1)
      await keys.find(`made-up-${number}`, later(day)).catch(() => null);
    expect(await keys.find("a", later(day))).toBeTruthy();
    expect(await keys.find("b", later(day))).toBeTruthy();
    await expect(keys.find("made-up", later(day))).rejects.toMatchObject({ code: "unavailable" });
  });

  it("that were good once are asked for again while all places are taken by others", async () => {
    const keys = createWebhookKeys((keyId) =>
      keyId === "a" ? Promise.resolve(publicKey) : new Promise(() => undefined),
    );
    await keys.find("a", start);
    for (let number = 0; number < KEY_LIMITS.lookUpsAtOnce; number += 1)
      void keys.find(`made-up-${number}`, later(KEY_LIMITS.keptForMs));
    expect(await keys.find("a", later(KEY_LIMITS.keptForMs))).toBeTruthy();
  });

  it("are asked for a few at a time", async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<null>((resolve) => {
      open = () => resolve(null);
    });
    let asked = 0;
    const keys = createWebhookKeys(() => {
      asked += 1;
      return opened;
    });
    const finding = Array.from({ length: 20 }, (_, number) =>
      keys.find(`k${number}`, start).then(
        () => "answered",
        (error: AppError) => error.code,
      ),
    );
    expect(asked).toBe(KEY_LIMITS.lookUpsAtOnce);
    open();
    const answers = await Promise.all(finding);
    expect(answers.filter((answer) => answer === "unavailable")).toHaveLength(16);
  });

  it("are not forgotten to be unknown when Plaid could not answer", async () => {
    let isAway = true;
    const keys = createWebhookKeys(async () => {
      if (isAway) throw new AppError("unavailable", "away");
      return publicKey;
    });
    await expect(keys.find("a", start)).rejects.toThrow("away");
    isAway = false;
    expect(await keys.find("a", start)).toBeTruthy();
  });
});
