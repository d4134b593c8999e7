import { createHash, randomUUID } from "node:crypto";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from "jose";

/** A pair of keys as Plaid has them, and webhooks signed with it. */
export type WebhookSigner = {
  kid: string;
  /** As /webhook_verification_key/get gives it. */
  publicKey: { kty: "EC"; crv: "P-256"; x: string; y: string; expired_at: number | null };
  privateKey: CryptoKey;
  sign(body: string | Uint8Array, changes?: SignatureChanges): Promise<string>;
};

type SignatureChanges = {
  /** Seconds since 1970. */
  at?: number;
  header?: Partial<JWTHeaderParameters>;
  claims?: Record<string, unknown>;
};

export async function newSigner(): Promise<WebhookSigner> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const { x = "", y = "" } = await exportJWK(publicKey);
  const kid = randomUUID();
  return {
    kid,
    publicKey: { kty: "EC", crv: "P-256", x, y, expired_at: null },
    privateKey,
    sign: (body, { at = Math.floor(Date.now() / 1000), header, claims } = {}) =>
      new SignJWT({ iat: at, request_body_sha256: sha256(body), ...claims })
        .setProtectedHeader({ alg: "ES256", kid, typ: "JWT", ...header })
        .sign(privateKey),
  };
}

export const sha256 = (body: string | Uint8Array): string => createHash("sha256").update(body).digest("hex");
