import { exportJWK, generateKeyPair } from "jose";
import type { BankState, WebhookKey } from "../bank/state";
import { randomId } from "../wire/opaque-id";

/** Who signs: the part of the bank that keys need. */
export type KeyHolder = {
  now(): Date;
  readonly state: Readonly<BankState>;
  change(mutate: (state: BankState) => void): Promise<void>;
};

async function newKey(now: Date): Promise<WebhookKey> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const { x = "", y = "", d = "" } = await exportJWK(privateKey);
  return { kid: randomId(24), x, y, d, createdAt: Math.floor(now.getTime() / 1000), expiredAt: null };
}

/** The key that signs now; the first one is made when it is first needed. */
export async function signingKey(bank: KeyHolder): Promise<WebhookKey> {
  return bank.state.webhookKeys.at(-1) ?? rotateKey(bank);
}

/** A new key signs from now on; those before it are expired. */
export async function rotateKey(bank: KeyHolder): Promise<WebhookKey> {
  const key = await newKey(bank.now());
  await bank.change((state) => {
    for (const old of state.webhookKeys) old.expiredAt ??= key.createdAt;
    state.webhookKeys.push(key);
  });
  return key;
}

/** The public half of a key as `/webhook_verification_key/get` tells it; undefined when this bank never had it. */
export function webhookKey(bank: KeyHolder, kid: string) {
  const key = bank.state.webhookKeys.find((known) => known.kid === kid);
  if (key === undefined) return undefined;
  return {
    alg: "ES256",
    crv: "P-256",
    kid,
    kty: "EC",
    use: "sig",
    x: key.x,
    y: key.y,
    created_at: key.createdAt,
    expired_at: key.expiredAt,
  };
}
