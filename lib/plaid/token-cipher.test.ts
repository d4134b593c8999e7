import { createCipheriv, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import { createTokenCipher } from "./token-cipher";

const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const OLD = newKey("2025");
const NEW = newKey("2026");
const owner = { userId: "user-1", itemId: "item-1" };

describe("createTokenCipher", () => {
  it("gives back every token to its owner, and shows it to nobody", () => {
    const cipher = createTokenCipher(NEW);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.uuid(), fc.uuid(), (token, userId, itemId) => {
        const sealed = cipher.encrypt(token, { userId, itemId });
        expect(sealed).toMatch(/^v2\.2026\.[\w-]{80}\.[\w-]+$/);
        expect(cipher.decrypt(sealed, { userId, itemId })).toBe(token);
      }),
    );
    expect(cipher.encrypt("access-sandbox-abc", owner)).not.toContain("access-sandbox");
  });

  it("never makes the same text twice", () => {
    const cipher = createTokenCipher(NEW);
    const sealed = Array.from({ length: 200 }, () => cipher.encrypt("token", owner));
    for (const part of [2, 3]) expect(new Set(sealed.map((text) => text.split(".")[part])).size).toBe(200);
  });

  it("encrypts with the first key and decrypts with all", () => {
    const before = createTokenCipher(OLD).encrypt("token", owner);
    const rotated = createTokenCipher(`${NEW},${OLD}`);
    expect(rotated.decrypt(before, owner)).toBe("token");
    expect(rotated.encrypt("token", owner)).toMatch(/^v2\.2026\./);
  });

  it("says which key is missing", () => {
    const before = createTokenCipher(OLD).encrypt("token", owner);
    expect(() => createTokenCipher(NEW).decrypt(before, owner)).toThrow(
      'key "2025" is not in ENCRYPTION_KEYS',
    );
  });

  it("refuses another key under the same id", () => {
    const before = createTokenCipher(newKey("2026")).encrypt("token", owner);
    expect(() => createTokenCipher(NEW).decrypt(before, owner)).toThrow(AppError);
  });

  it.each([
    ["person", { userId: "user-2", itemId: "item-1" }],
    ["item", { userId: "user-1", itemId: "item-2" }],
  ])("refuses a token that was moved to another %s", (_what, other) => {
    const cipher = createTokenCipher(NEW);
    expect(() => cipher.decrypt(cipher.encrypt("token", owner), other)).toThrow("cannot be read");
  });

  it("refuses any change of any character", () => {
    const cipher = createTokenCipher(`${NEW},${OLD}`);
    const sealed = cipher.encrypt("access-sandbox-5f2c", owner);
    fc.assert(
      fc.property(
        fc.nat({ max: sealed.length - 1 }),
        fc.constantFrom(..."Aa0_-.v12="),
        (index, character) => {
          fc.pre(sealed[index] !== character);
          const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
          expect(() => cipher.decrypt(changed, owner)).toThrow(AppError);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    "",
    "v1",
    "v2.a.b.c",
    "v3.2026.b.c",
    "plain-access-token",
    "v1.2026..",
    "v1.2026.AAAAAAAAAAAAAAAA.",
    "v2.2026.AAAA.AAAA",
  ])("refuses %j, which it did not make", (text) => {
    expect(() => createTokenCipher(NEW).decrypt(text, owner)).toThrow(AppError);
  });

  it("opens what the first version made: the token directly under the key", () => {
    const sealed = sealAsFirstVersion(OLD, "access-sandbox-old", owner);
    expect(sealed).toMatch(/^v1\.2025\./);
    const cipher = createTokenCipher(`${NEW},${OLD}`);
    expect(cipher.decrypt(sealed, owner)).toBe("access-sandbox-old");
    expect(() => cipher.decrypt(sealed, { ...owner, userId: "user-2" })).toThrow("not the original one");
    expect(() => cipher.decrypt(sealed.replace("v1.", "v2."), owner)).toThrow(AppError);
  });

  it("does not take one version, key or part for another", () => {
    const cipher = createTokenCipher(`${NEW},${OLD.replace("2025", "other")}`);
    const [version, keyId, dataKey, token] = cipher.encrypt("token", owner).split(".");
    for (const parts of [
      ["v1", keyId, dataKey, token],
      [version, "other", dataKey, token],
      [version, keyId, token, dataKey],
      [version, keyId, dataKey, dataKey],
    ])
      expect(() => cipher.decrypt(parts.join("."), owner)).toThrow(AppError);
  });

  it("refuses a ring with two keys of one id, or with a key that is too short", () => {
    expect(() => createTokenCipher(`${NEW},${newKey("2026")}`)).toThrow('two keys "2026"');
    expect(() => createTokenCipher("k1:AAAA")).toThrow("32 bytes");
  });
});

describe("resealing", () => {
  it("wraps the token's own key under the first key and leaves the sealed token as it is", () => {
    const before = createTokenCipher(OLD).encrypt("token", owner);
    const cipher = createTokenCipher(`${NEW},${OLD}`);
    const after = cipher.reseal(before, owner);
    expect(after.startsWith(cipher.currentPrefix)).toBe(true);
    expect(after.split(".")[3]).toBe(before.split(".")[3]);
    expect(after.split(".")[2]).not.toBe(before.split(".")[2]);
    expect(createTokenCipher(NEW).decrypt(after, owner)).toBe("token");
  });

  it("brings texts of the first version to the present one, under the same key too", () => {
    const cipher = createTokenCipher(NEW);
    const after = cipher.reseal(sealAsFirstVersion(NEW, "token", owner), owner);
    expect(after).toMatch(/^v2\.2026\./);
    expect(cipher.decrypt(after, owner)).toBe("token");
  });

  it("leaves what is under the first key alone", () => {
    const cipher = createTokenCipher(`${NEW},${OLD}`);
    const sealed = cipher.encrypt("token", owner);
    expect(cipher.reseal(sealed, owner)).toBe(sealed);
  });

  it("does not write anew what it cannot open, not even when only the token is damaged", () => {
    const before = createTokenCipher(OLD).encrypt("token", owner);
    const damaged = before.slice(0, -2) + (before.endsWith("AA") ? "BB" : "AA");
    const cipher = createTokenCipher(`${NEW},${OLD}`);
    expect(() => cipher.reseal(damaged, owner)).toThrow("cannot be read");
    expect(() => createTokenCipher(NEW).reseal(before, owner)).toThrow('key "2025"');
  });
});

/** As tokens were sealed before there were envelopes. */
function sealAsFirstVersion(pair: string, token: string, { userId, itemId }: typeof owner): string {
  const [keyId = "", key = ""] = pair.split(":");
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "base64"), nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(["v1", keyId, userId, itemId])));
  const sealed = Buffer.concat([cipher.update(token, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return ["v1", keyId, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}
