import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { AppError } from "../errors";
import { lazy } from "../lazy";
import { plaid } from "./client";
import { askPlaid, PlaidFailure } from "./errors";

/** A public key of Plaid, as /webhook_verification_key/get gives it; `expired_at` in seconds since 1970. */
const VerificationKey = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  expired_at: z.number().nullish(),
});
export type VerificationKey = z.infer<typeof VerificationKey>;

/** @returns null when there is no such key. @throws {AppError} when that cannot be known now */
type LookUp = (keyId: string) => Promise<VerificationKey | null>;

export type WebhookKeys = {
  /**
   * @returns null for a key that is unknown or expired
   * @throws {AppError} `unavailable` when it cannot be asked for now: the sender should try again
   */
  find(keyId: string, now: Date): Promise<KeyObject | null>;
};

export const KEY_LIMITS = {
  /** Plaid uses one key at a time and changes it seldom. */
  kept: 16,
  /** A key is asked for again after a day, so that one that Plaid withdrew is not trusted for good. */
  keptForMs: 24 * 3_600_000,
  /** Names that Plaid did not know: anybody can make up as many as they like. */
  unknownKept: 512,
  unknownForMs: 5 * 60_000,
  lookUpsAtOnce: 4,
  /** For all names that are not known; enough for a rotation, too few to make us a nuisance to Plaid. */
  lookUpsPerMinute: 60,
} as const;

type Known = { key: KeyObject; until: number };

/**
 * The keys that sign webhooks, each asked for once. Whoever sends us made-up key names costs Plaid a bounded number of
 * calls and us a bounded amount of memory.
 */
export function createWebhookKeys(lookUp: LookUp, limits: Limits = KEY_LIMITS): WebhookKeys {
  const known = new Map<string, Known>();
  const unknown = new Map<string, number>();
  const underWay = new Map<string, Promise<KeyObject | null>>();
  const allow = perMinute(limits.lookUpsPerMinute);

  async function ask(keyId: string, now: number): Promise<KeyObject | null> {
    const isNew = !known.has(keyId);
    const found = await lookUp(keyId);
    known.delete(keyId);
    if (found === null || (found.expired_at ?? null) !== null) {
      remember(unknown, keyId, now + limits.unknownForMs, limits.unknownKept);
      return null;
    }
    const { kty, crv, x, y } = found;
    const key = createPublicKey({ key: { kty, crv, x, y }, format: "jwk" });
    // A new key means that an old one may have been withdrawn: each is asked for again before it counts again.
    if (isNew) for (const other of known.values()) other.until = 0;
    remember(known, keyId, { key, until: now + limits.keptForMs }, limits.kept);
    return key;
  }

  return {
    async find(keyId, date) {
      const now = date.getTime();
      const cached = known.get(keyId);
      if (cached && now < cached.until) return cached.key;
      if (now < (unknown.get(keyId) ?? 0)) return null;
      const running = underWay.get(keyId);
      if (running !== undefined) return running;
      // One that Plaid has confirmed before is never held back: made-up names must not keep real news out.
      const isKnown = cached !== undefined;
      if (!isKnown && (underWay.size >= limits.lookUpsAtOnce || !allow(now))) throw tooMany();
      const asking = ask(keyId, now).finally(() => underWay.delete(keyId));
      underWay.set(keyId, asking);
      return asking;
    },
  };
}

type Limits = { [Name in keyof typeof KEY_LIMITS]: number };

/** The oldest goes when there are too many. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value, limit: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= limit) return;
    map.delete(oldest);
  }
}

function perMinute(limit: number): (now: number) => boolean {
  let minute = 0;
  let used = 0;
  return (now) => {
    const current = Math.floor(now / 60_000);
    if (current !== minute) used = 0;
    minute = current;
    used += 1;
    return used <= limit;
  };
}

const tooMany = () =>
  new AppError(
    "unavailable",
    "Too many unknown webhook keys are being looked up. Send the webhook again later.",
  );

/** https://plaid.com/docs/errors/invalid-input/#invalid_webhook_verification_key_id */
const NO_SUCH_KEY = new Set(["INVALID_WEBHOOK_VERIFICATION_KEY_ID", "INVALID_FIELD"]);

/** https://plaid.com/docs/api/webhooks/webhook-verification/#webhook_verification_keyget */
async function lookUpAtPlaid(keyId: string): Promise<VerificationKey | null> {
  try {
    const { key } = await askPlaid(() => plaid().webhookVerificationKeyGet({ key_id: keyId }));
    return VerificationKey.parse(key);
  } catch (thrown) {
    if (thrown instanceof PlaidFailure && NO_SUCH_KEY.has(thrown.plaidCode)) return null;
    throw thrown;
  }
}

/** The keys of this installation's Plaid environment. */
export const webhookKeys = lazy("webhook-keys", () => createWebhookKeys(lookUpAtPlaid));
