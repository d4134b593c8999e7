import { createHash } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import { type KeyHolder, signingKey } from "./signing-keys";

/** The value of the header `Plaid-Verification`: signed anew for every attempt, as its age is part of the proof. */
export async function signWebhook(bank: KeyHolder, body: string): Promise<string> {
  const { kid, x, y, d } = await signingKey(bank);
  const key = await importJWK({ kty: "EC", crv: "P-256", x, y, d }, "ES256");
  return new SignJWT({ request_body_sha256: createHash("sha256").update(body).digest("hex") })
    .setProtectedHeader({ alg: "ES256", kid, typ: "JWT" })
    .setIssuedAt(bank.now())
    .sign(key);
}
