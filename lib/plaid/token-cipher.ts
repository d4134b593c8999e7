import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "../env";
import { AppError } from "../errors";
import { lazy } from "../lazy";

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Whose token it is. Authenticated with the text: a token copied to another row does not decrypt there. */
type TokenOwner = { userId: string; itemId: string };

export type TokenCipher = {
  /** `v1.<key id>.<nonce>.<ciphertext and tag>`, the last two in base64url. A new random nonce each time. */
  encrypt(token: string, owner: TokenOwner): string;
  /** @throws {AppError} `internal` when the key is missing or the text, key or owner is not the one it was made with */
  decrypt(encrypted: string, owner: TokenOwner): string;
};

/** @param keys `id:base64` pairs, comma-separated, 32 bytes each; the first encrypts, all decrypt */
export function createTokenCipher(keys: string): TokenCipher {
  const ring = parseKeys(keys);
  const [current] = ring;
  if (!current) throw new AppError("internal", "ENCRYPTION_KEYS holds no key.");
  return {
    encrypt(token, owner) {
      const [keyId, key] = current;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(context(keyId, owner));
      const sealed = Buffer.concat([cipher.update(token, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, keyId, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
    },
    decrypt(encrypted, owner) {
      const [version, keyId = "", nonceText = "", sealedText = "", ...rest] = encrypted.split(".");
      const nonce = decode(nonceText);
      const sealed = decode(sealedText);
      if (
        version !== VERSION ||
        rest.length > 0 ||
        nonce.length !== NONCE_BYTES ||
        sealed.length < TAG_BYTES
      ) {
        throw unreadable("It is not in the stored format.");
      }
      const key = ring.get(keyId);
      if (!key) throw unreadable(`Its key "${keyId}" is not in ENCRYPTION_KEYS; add that key again.`);
      return open({ keyId, key, nonce, sealed, owner });
    },
  };
}

type Sealed = { keyId: string; key: Buffer; nonce: Buffer; sealed: Buffer; owner: TokenOwner };

function open({ keyId, key, nonce, sealed, owner }: Sealed): string {
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context(keyId, owner));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    return text.toString("utf8");
  } catch (cause) {
    throw unreadable(
      `Key "${keyId}" of ENCRYPTION_KEYS, the row or its owner is not the original one.`,
      cause,
    );
  }
}

/** Only the one spelling that encoding makes: the spare bits of a last character must not be free to change. */
function decode(text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : Buffer.alloc(0);
}

const context = (keyId: string, { userId, itemId }: TokenOwner) =>
  Buffer.from(JSON.stringify([VERSION, keyId, userId, itemId]), "utf8");

function parseKeys(keys: string): Map<string, Buffer> {
  return new Map(
    keys.split(",").map((pair) => {
      const separator = pair.indexOf(":");
      return [pair.slice(0, separator), Buffer.from(pair.slice(separator + 1), "base64")];
    }),
  );
}

const unreadable = (reason: string, cause?: unknown) =>
  new AppError("internal", `The stored access to this bank cannot be read. ${reason}`, { cause });

/** With the keys of `ENCRYPTION_KEYS`. */
export const tokenCipher = lazy("token-cipher", () => createTokenCipher(env().ENCRYPTION_KEYS));
