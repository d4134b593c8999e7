import { execFile } from "node:child_process";
import { createCipheriv, randomBytes, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newPerson } from "../../tests/support/chat-harness";
import { closeDatabase, database } from "../db/client";
import { replaceSealedToken } from "../db/queries/sealed-tokens";
import { items, linksToEnd } from "../db/schema/banks";
import { createTokenCipher } from "../plaid/token-cipher";
import { checkKeys } from "./check-keys";
import { giveUpToken } from "./give-up-token";
import { listConnections } from "./list-connections";
import { rotateKeys } from "./rotate-keys";

const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const OLD = newKey("old");
const NEW = newKey("new");
const before = createTokenCipher(OLD);
const rotated = createTokenCipher(`${NEW},${OLD}`);
const after = createTokenCipher(NEW);
const silently = () => undefined;

let userId: string;
beforeEach(async () => {
  await database().delete(items);
  await database().delete(linksToEnd);
  userId = (await newPerson()).id;
});
afterAll(closeDatabase);

type Seal = (token: string, owner: { userId: string; itemId: string }) => string;

async function newItem(seal: Seal = before.encrypt, id: string = randomUUID()): Promise<string> {
  const accessTokenEncrypted = seal(`access-${id}`, { userId, itemId: id });
  await database().insert(items).values({ id, userId, institutionName: "Bank", accessTokenEncrypted });
  return id;
}

async function newLinkToEnd(id: string = randomUUID()): Promise<string> {
  const accessTokenEncrypted = before.encrypt(`access-${id}`, { userId, itemId: id });
  await database().insert(linksToEnd).values({ id, userId, accessTokenEncrypted, dueAt: new Date() });
  return id;
}

const textOf = async (table: typeof items | typeof linksToEnd, id: string) =>
  (await database().select().from(table).where(eq(table.id, id)))[0]?.accessTokenEncrypted ?? "";

const sealAsFirstVersion: Seal = (token, { userId: person, itemId }) => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(OLD.slice(4), "base64"), nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(["v1", "old", person, itemId])));
  const sealed = Buffer.concat([cipher.update(token), cipher.final(), cipher.getAuthTag()]);
  return ["v1", "old", nonce.toString("base64url"), sealed.toString("base64url")].join(".");
};

describe("rotating keys", () => {
  it("brings every stored token under the first key, of banks and of links to end", async () => {
    const ids = await Promise.all(Array.from({ length: 250 }, () => newItem()));
    const first = await newItem(sealAsFirstVersion);
    const link = await newLinkToEnd();
    await newItem(rotated.encrypt);
    await database().insert(items).values({ userId, institutionName: "Files", source: "file" });
    const lines: number[] = [];
    expect(await rotateKeys(({ left }) => void lines.push(left), rotated)).toEqual({
      resealed: 252,
      failed: [],
      left: 0,
    });
    expect(lines.at(-1)).toBe(0);
    for (const id of [...ids, first])
      expect(after.decrypt(await textOf(items, id), { userId, itemId: id })).toBe(`access-${id}`);
    expect(after.decrypt(await textOf(linksToEnd, link), { userId, itemId: link })).toBe(`access-${link}`);
    expect(await rotateKeys(silently, rotated)).toEqual({ resealed: 0, failed: [], left: 0 });
  });

  it("names what cannot be opened, leaves it as it is, and does the others", async () => {
    const good = await newItem();
    const foreign = await newItem((token, { itemId }) => before.encrypt(token, { userId: "other", itemId }));
    const lost = await newItem(createTokenCipher(newKey("lost")).encrypt);
    const texts = [await textOf(items, foreign), await textOf(items, lost)];
    const { resealed, failed, left } = await rotateKeys(silently, rotated);
    expect({ resealed, left }).toEqual({ resealed: 1, left: 2 });
    expect(failed.sort((a, b) => a.reason.localeCompare(b.reason))).toEqual([
      { table: "items", id: lost, reason: expect.stringContaining('key "lost" is not in ENCRYPTION_KEYS') },
      { table: "items", id: foreign, reason: expect.stringContaining("owner is not the original") },
    ]);
    expect([await textOf(items, foreign), await textOf(items, lost)]).toEqual(texts);
    expect(await textOf(items, good)).toMatch(/^v2\.new\./);
  });

  it("finds a token that moves from one table to the other while it works", async () => {
    await newItem();
    const moving = await newLinkToEnd();
    let isMoved = false;
    await rotateKeys(async () => {
      if (isMoved) return;
      isMoved = true;
      const [link] = await database().delete(linksToEnd).where(eq(linksToEnd.id, moving)).returning();
      const accessTokenEncrypted = link?.accessTokenEncrypted ?? "";
      await database()
        .insert(items)
        .values({ id: moving, userId, institutionName: "B", accessTokenEncrypted });
    }, rotated);
    expect(isMoved).toBe(true);
    expect(await textOf(items, moving)).toMatch(/^v2\.new\./);
  });

  it("does not overwrite a token that was replaced in the meantime", async () => {
    const id = await newItem();
    const read = { table: "items", id, userId, text: await textOf(items, id) } as const;
    const replacement = rotated.encrypt("replaced", { userId, itemId: id });
    await database().update(items).set({ accessTokenEncrypted: replacement }).where(eq(items.id, id));
    const late = rotated.reseal(read.text, { userId, itemId: id });
    expect(await replaceSealedToken(database(), read, late)).toBe(false);
    expect(await textOf(items, id)).toBe(replacement);
  });
});

describe("giving a token up whose key is lost", () => {
  const lost = createTokenCipher(newKey("lost")).encrypt;

  it("leaves a bank with its data that asks to be linked again, and nothing of a link to end", async () => {
    const id = await newItem(lost);
    await database().update(items).set({ plaidItemId: "plaid-1" }).where(eq(items.id, id));
    const link = randomUUID();
    const accessTokenEncrypted = lost("access", { userId, itemId: link });
    await database().insert(linksToEnd).values({ id: link, userId, accessTokenEncrypted, dueAt: new Date() });
    expect(await giveUpToken(id, rotated)).toEqual({ table: "items", id, plaidItemId: "plaid-1" });
    expect(await giveUpToken(link, rotated)).toEqual({ table: "links_to_end", id: link, plaidItemId: null });
    expect(await rotateKeys(silently, rotated)).toMatchObject({ failed: [], left: 0 });
    expect(await database().select().from(linksToEnd)).toEqual([]);
    expect(await listConnections(userId)).toMatchObject([{ id, status: "error", remedy: "link_again" }]);
  });

  it("is refused for one that can be opened, or that is not there", async () => {
    const id = await newItem();
    await expect(giveUpToken(id, rotated)).rejects.toMatchObject({ code: "conflict" });
    expect(rotated.decrypt(await textOf(items, id), { userId, itemId: id })).toBe(`access-${id}`);
    await expect(giveUpToken(randomUUID(), rotated)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a worker that starts", () => {
  it("runs with one key lost, for the banks under the others", async () => {
    await newItem();
    await newItem(createTokenCipher(newKey("lost")).encrypt);
    await checkKeys(rotated);
  });

  it("says which keys are missing", async () => {
    await newItem();
    await newLinkToEnd();
    await expect(checkKeys(after)).rejects.toThrow('"old" (2 stored)');
    await checkKeys(rotated);
    await rotateKeys(silently, rotated);
    await checkKeys(after);
  });

  it("only logs that a key may be another one: one damaged row must not stop the rest", async () => {
    await newItem();
    await checkKeys(createTokenCipher(newKey("old")));
  });
});

describe("npm run keys:rotate", () => {
  const run = (keys: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, ["scripts/rotate-keys.mjs", ...args], {
      env: { ...process.env, ENCRYPTION_KEYS: keys, DATA_DIR: "/nowhere" },
      timeout: 50_000,
    });

  it("tells what it does and which keys nobody needs any more", async () => {
    const id = await newItem();
    const { stdout } = await run(`${NEW},${OLD}`);
    expect(stdout).toMatch(/1 brought under key "new", 0 left\nNo token needs "old" any more/);
    expect(after.decrypt(await textOf(items, id), { userId, itemId: id })).toBe(`access-${id}`);
  });

  it("ends with 1 and the reason when a token cannot be opened", async () => {
    const id = await newItem();
    await expect(run(NEW)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        `items ${id}: The stored access to this bank cannot be read. Its key "old"`,
      ),
      stdout: expect.stringContaining("1 left"),
    });
  });

  it("finishes once the tokens that cannot be opened are given up by name", async () => {
    const id = await newItem();
    const { stdout } = await run(NEW, "--give-up", id);
    expect(stdout).toContain(`items ${id}: given up`);
    expect((await run(NEW)).stdout).toContain("0 left");
  });

  it.each([
    [["--give-up", "nonsense"], "no stored bank token"],
    [["--add-key"], "ENCRYPTION_KEYS is set by you"],
    [["--turn"], "Unknown option '--turn'"],
  ])("says in one line what is wrong with %j", async (args, message) => {
    await expect(run(NEW, ...args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    });
  });
});
