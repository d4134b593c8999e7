import { env } from "../env";
import { AppError } from "../errors";
import { lazy } from "../lazy";
import { type KeyRing, newDataKey, parseKeyRing, seal, unseal } from "./key-ring";

/** Whose token it is. Authenticated with the text: a token copied to another row does not open there. */
type TokenOwner = { userId: string; itemId: string };

/**
 * Seals access tokens in envelopes: each token under a random key of its own, which is itself sealed under a key of
 * `ENCRYPTION_KEYS`. Changing the latter wraps the small keys anew and leaves the tokens as they are.
 *
 * `v2.<key id>.<sealed data key>.<sealed token>`; texts of version 1 (`v1.<key id>.<nonce>.<sealed token>`, the token
 * directly under the key) are still opened.
 */
export type TokenCipher = {
  encrypt(token: string, owner: TokenOwner): string;
  /** @throws {AppError} `internal` when the key is missing, or the text, key or owner is not the one it was made with */
  decrypt(encrypted: string, owner: TokenOwner): string;
  /**
   * The same token under the first key, in the present format; the same text when it is that already.
   * @throws {AppError} `internal` as `decrypt`: what cannot be opened is not written anew
   */
  reseal(encrypted: string, owner: TokenOwner): string;
  /** With what every text that needs no resealing begins. */
  currentPrefix: string;
  hasKey(keyId: string): boolean;
};

type Parts = { keyId: string; key: Buffer; wrappedKey: string; sealedToken: string };

const VERSION = "v2";
const FIRST_VERSION = "v1";

/** What is authenticated beside the two sealed parts: that of the data key names the key it is under. */
const keyContext = (keyId: string, { userId, itemId }: TokenOwner) => [VERSION, "key", keyId, userId, itemId];
const tokenContext = ({ userId, itemId }: TokenOwner) => [VERSION, "token", userId, itemId];

/**
 * @param keys as `ENCRYPTION_KEYS`
 * @throws {AppError} `internal` when they are no ring of keys
 */
export function createTokenCipher(keys: string): TokenCipher {
  const ring = parseKeyRing(keys);
  const [current] = ring;
  if (!current) throw new AppError("internal", "ENCRYPTION_KEYS holds no key.");
  const [currentId, currentKey] = current;
  const currentPrefix = `${VERSION}.${currentId}.`;

  function envelope(dataKey: Buffer, sealedToken: string, owner: TokenOwner): string {
    return `${currentPrefix}${seal(currentKey, dataKey, keyContext(currentId, owner))}.${sealedToken}`;
  }

  function encrypt(token: string, owner: TokenOwner): string {
    const dataKey = newDataKey();
    return envelope(dataKey, seal(dataKey, Buffer.from(token, "utf8"), tokenContext(owner)), owner);
  }

  function decrypt(encrypted: string, owner: TokenOwner): string {
    const parts = split(encrypted, ring);
    return parts === null ? openFirstVersion(encrypted, ring, owner) : open(parts, owner).token;
  }

  function reseal(encrypted: string, owner: TokenOwner): string {
    const parts = split(encrypted, ring);
    if (parts === null) return encrypt(openFirstVersion(encrypted, ring, owner), owner);
    const { dataKey } = open(parts, owner);
    return parts.keyId === currentId ? encrypted : envelope(dataKey, parts.sealedToken, owner);
  }

  return { encrypt, decrypt, reseal, currentPrefix, hasKey: (keyId) => ring.has(keyId) };
}

/** @returns null for the first version */
function split(encrypted: string, ring: KeyRing): Parts | null {
  const [version, keyId = "", wrappedKey = "", sealedToken = "", ...rest] = encrypted.split(".");
  if ((version !== VERSION && version !== FIRST_VERSION) || rest.length > 0 || sealedToken === "")
    throw unreadable("It is not in the stored format.");
  const key = ring.get(keyId);
  if (!key) throw unreadable(`Its key "${keyId}" is not in ENCRYPTION_KEYS; add that key again.`);
  return version === VERSION ? { keyId, key, wrappedKey, sealedToken } : null;
}

function open({ keyId, key, wrappedKey, sealedToken }: Parts, owner: TokenOwner) {
  try {
    const dataKey = unseal(key, wrappedKey, keyContext(keyId, owner));
    return { dataKey, token: unseal(dataKey, sealedToken, tokenContext(owner)).toString("utf8") };
  } catch (cause) {
    throw notTheOriginal(keyId, cause);
  }
}

function openFirstVersion(encrypted: string, ring: KeyRing, { userId, itemId }: TokenOwner): string {
  const [, keyId = "", nonce = "", sealed = ""] = encrypted.split(".");
  const key = ring.get(keyId) ?? Buffer.alloc(0);
  try {
    // A nonce of 12 bytes is 16 characters without a rest, so the two encoded parts join to one.
    if (nonce.length !== 16) throw new Error("The nonce has another length.");
    return unseal(key, nonce + sealed, [FIRST_VERSION, keyId, userId, itemId]).toString("utf8");
  } catch (cause) {
    throw notTheOriginal(keyId, cause);
  }
}

const notTheOriginal = (keyId: string, cause: unknown) =>
  unreadable(`Key "${keyId}" of ENCRYPTION_KEYS, the row or its owner is not the original one.`, cause);

const unreadable = (reason: string, cause?: unknown) =>
  new AppError("internal", `The stored access to this bank cannot be read. ${reason}`, { cause });

/** With the keys of `ENCRYPTION_KEYS`. */
export const tokenCipher = lazy("token-cipher", () => createTokenCipher(env().ENCRYPTION_KEYS));
