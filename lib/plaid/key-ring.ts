import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "../errors";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The keys of `ENCRYPTION_KEYS` by their id, in their order: the first seals, all open. */
export type KeyRing = ReadonlyMap<string, Buffer>;

/**
 * @param keys `id:base64` pairs, comma-separated, 32 bytes each
 * @throws {AppError} `internal` when there is none, or one id stands twice
 */
export function parseKeyRing(keys: string): KeyRing {
  const ring = new Map<string, Buffer>();
  for (const pair of keys.split(",")) {
    const separator = pair.indexOf(":");
    const id = pair.slice(0, separator);
    const key = Buffer.from(pair.slice(separator + 1), "base64");
    if (separator < 1 || key.length !== KEY_BYTES)
      throw new AppError("internal", "ENCRYPTION_KEYS must hold id:base64 of 32 bytes, comma-separated.");
    if (ring.has(id))
      throw new AppError("internal", `ENCRYPTION_KEYS names two keys "${id}". Give each an id of its own.`);
    ring.set(id, key);
  }
  return ring;
}

export const newDataKey = (): Buffer => randomBytes(KEY_BYTES);

/**
 * AES-256-GCM with a new random nonce: nonce, ciphertext and tag, in base64url.
 * @param context authenticated, not kept: the same one is needed to open
 */
export function seal(key: Buffer, clear: Buffer, context: readonly string[]): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(toBytes(context));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]).toString(
    "base64url",
  );
}

/** @throws when key, context or any character is not the one it was sealed with */
export function unseal(key: Buffer, sealed: string, context: readonly string[]): Buffer {
  const bytes = Buffer.from(sealed, "base64url");
  // Only the one spelling that encoding makes: the spare bits of a last character must not be free to change.
  const isWhole = bytes.length >= NONCE_BYTES + TAG_BYTES && bytes.toString("base64url") === sealed;
  if (!isWhole) throw new Error("This is not a sealed text.");
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(toBytes(context));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

const toBytes = (context: readonly string[]) => Buffer.from(JSON.stringify(context), "utf8");
