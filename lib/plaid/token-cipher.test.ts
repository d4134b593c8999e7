import { randomBytes } from "node:crypto";
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
        expect(sealed).toMatch(/^v1\.2026\.[\w-]{16}\.[\w-]+$/);
        expect(cipher.decrypt(sealed, { userId, itemId })).toBe(token);
      }),
    );
    expect(cipher.encrypt("access-sandbox-abc", owner)).not.toContain("access-sandbox");
  });

  it("never makes the same text twice", () => {
    const cipher = createTokenCipher(NEW);
    const sealed = Array.from({ length: 200 }, () => cipher.encrypt("token", owner));
    expect(new Set(sealed.map((text) => text.split(".")[2])).size).toBe(200);
  });

  it("encrypts with the first key and decrypts with all", () => {
    const before = createTokenCipher(OLD).encrypt("token", owner);
    const rotated = createTokenCipher(`${NEW},${OLD}`);
    expect(rotated.decrypt(before, owner)).toBe("token");
    expect(rotated.encrypt("token", owner)).toMatch(/^v1\.2026\./);
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
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.constantFrom(..."Aa0_-.v1="), (index, character) => {
        fc.pre(sealed[index] !== character);
        const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
        expect(() => cipher.decrypt(changed, owner)).toThrow(AppError);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["", "v1", "v2.a.b.c", "plain-access-token", "v1.2026..", "v1.2026.AAAAAAAAAAAAAAAA."])(
    "refuses %j, which it did not make",
    (text) => {
      expect(() => createTokenCipher(NEW).decrypt(text, owner)).toThrow(AppError);
    },
  );
});
