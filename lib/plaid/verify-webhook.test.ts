import { createHmac, randomBytes } from "node:crypto";
import { CompactSign, generateKeyPair, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { newSigner, sha256 } from "../../tests/support/webhook-signer";
import { verifyWebhook } from "./verify-webhook";
import { createWebhookKeys } from "./webhook-keys";

const signer = await newSigner();
const keys = createWebhookKeys(async (kid) => (kid === signer.kid ? signer.publicKey : null));
const now = new Date("2026-11-20T12:00:00Z");
const seconds = now.getTime() / 1000;
const text = JSON.stringify({ webhook_type: "ITEM", webhook_code: "ERROR", item_id: "i" }, null, 2);

const verify = (token: string | null, body: string | Uint8Array = text) =>
  verifyWebhook({ body: Buffer.from(body), token }, keys, now);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const refusedFor = (reason: string) => ({
  code: "unauthenticated",
  message: `This webhook is not signed as Plaid signs: ${reason}.`,
});

describe("a webhook that is believed", () => {
  it.each([
    ["now", 0],
    ["nearly five minutes ago", -300],
    ["by a clock that is a little ahead", 60],
  ])("was signed %s", async (_when, offset) => {
    expect(await verify(await signer.sign(text, { at: seconds + offset }))).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the same for every signature of one message, and another one when it is signed at another time", async () => {
    const one = await signer.sign(text, { at: seconds });
    const two = await signer.sign(text, { at: seconds });
    const later = await signer.sign(text, { at: seconds + 1 });
    expect(one).not.toBe(two);
    expect(await verify(one)).toBe(await verify(two));
    expect(await verify(later)).not.toBe(await verify(one));
  });

  it("may have any bytes as body", async () => {
    const bytes = randomBytes(1_000);
    expect(await verify(await signer.sign(bytes, { at: seconds }), bytes)).toBeTruthy();
  });
});

describe("a webhook is refused", () => {
  it.each([
    ["without a signature", null, "the Plaid-Verification header is missing"],
    ["with an empty signature", "", "the Plaid-Verification header is missing"],
    ["with words for a signature", "let me in", "the Plaid-Verification header is not a JWT"],
    ["with a signature without end", "a".repeat(5_000), "the Plaid-Verification header is too long"],
    [
      "with alg none",
      `${encode({ alg: "none", kid: "k" })}.${encode({ iat: seconds })}.`,
      "it is not signed with ES256",
    ],
    ["without a key", `${encode({ alg: "ES256" })}.${encode({})}.AAAA`, "it names no key"],
    [
      "with a path for a key",
      `${encode({ alg: "ES256", kid: "../../x" })}.${encode({})}.AAAA`,
      "it names no key",
    ],
  ])("%s", async (_what, token, reason) => {
    await expect(verify(token)).rejects.toMatchObject(refusedFor(reason));
  });

  it("when the public key was used as a shared secret", async () => {
    const signed = `${encode({ alg: "HS256", kid: signer.kid })}.${encode({ iat: seconds, request_body_sha256: sha256(text) })}`;
    const secret = JSON.stringify(signer.publicKey);
    const token = `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
    await expect(verify(token)).rejects.toMatchObject(refusedFor("it is not signed with ES256"));
  });

  it("when another algorithm signed it, even one that is as good", async () => {
    const { privateKey } = await generateKeyPair("ES384");
    const token = await new CompactSign(Buffer.from("{}"))
      .setProtectedHeader({ alg: "ES384", kid: signer.kid })
      .sign(privateKey);
    await expect(verify(token)).rejects.toMatchObject(refusedFor("it is not signed with ES256"));
  });

  it("when its key is not one of Plaid's", async () => {
    const stranger = await newSigner();
    await expect(verify(await stranger.sign(text, { at: seconds }))).rejects.toMatchObject(
      refusedFor("its key is unknown or has expired"),
    );
  });

  it("when a stranger signed it in the name of a known key", async () => {
    const stranger = await newSigner();
    const token = await stranger.sign(text, { at: seconds, header: { kid: signer.kid } });
    await expect(verify(token)).rejects.toMatchObject(refusedFor("the signature is not right"));
  });

  it("when any part of the signed text was changed", async () => {
    const [header, , signature] = (await signer.sign(text, { at: seconds - 3_600 })).split(".");
    const younger = encode({ iat: seconds, request_body_sha256: sha256(text) });
    await expect(verify(`${header}.${younger}.${signature}`)).rejects.toMatchObject(
      refusedFor("the signature is not right"),
    );
  });

  it.each([
    ["a part too many", (token: string) => `${token}.AAAA`, "the Plaid-Verification header is not a JWT"],
    [
      "a part too few",
      (token: string) => token.replace(/\.[^.]*$/, ""),
      "the Plaid-Verification header is not a JWT",
    ],
    ["no signature at its end", (token: string) => token.replace(/[^.]*$/, ""), "the signature is not right"],
    ["half a signature", (token: string) => token.slice(0, -43), "the signature is not right"],
    ["a longer signature", (token: string) => `${token}AAAA`, "the signature is not right"],
  ])("with %s", async (_what, spoil, reason) => {
    await expect(verify(spoil(await signer.sign(text, { at: seconds })))).rejects.toMatchObject(
      refusedFor(reason),
    );
  });

  it("when it asks for an extension that must be understood", async () => {
    const token = await new SignJWT({ iat: seconds, request_body_sha256: sha256(text) })
      .setProtectedHeader({ alg: "ES256", kid: signer.kid, crit: ["exp"], exp: 1 })
      .sign(signer.privateKey, { crit: { exp: true } });
    await expect(verify(token)).rejects.toMatchObject(
      refusedFor("it asks for an extension that is not known here"),
    );
  });

  it.each([
    [-301, "it was signed more than five minutes ago"],
    [61, "it was signed in the future"],
  ])("when it was signed %d seconds from now", async (offset, reason) => {
    const token = await signer.sign(text, { at: seconds + offset });
    await expect(verify(token)).rejects.toMatchObject(refusedFor(reason));
  });

  it.each([
    ["no time", { iat: undefined }],
    ["a time that is no number", { iat: "now" }],
    ["no hash", { request_body_sha256: undefined }],
  ])("when it has %s", async (_what, claims) => {
    const token = await signer.sign(text, { at: seconds, claims });
    await expect(verify(token)).rejects.toMatchObject(
      refusedFor("it lacks the time or the hash of the body"),
    );
  });

  it.each([
    ["one more space", `${text} `],
    ["the same JSON in other spaces", JSON.stringify(JSON.parse(text))],
    ["nothing", ""],
  ])("when its body is %s", async (_what, body) => {
    await expect(verify(await signer.sign(text, { at: seconds }), body)).rejects.toMatchObject(
      refusedFor("the body is not the one that was signed"),
    );
  });

  it.each(["", "ab", `${sha256(text)}00`, sha256(text).toUpperCase(), "é".repeat(64)])(
    "when the signed hash is %j",
    async (hash) => {
      const token = await signer.sign(text, { at: seconds, claims: { request_body_sha256: hash } });
      await expect(verify(token)).rejects.toMatchObject(
        refusedFor("the body is not the one that was signed"),
      );
    },
  );
});
