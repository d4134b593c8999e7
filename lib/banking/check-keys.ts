import { database } from "../db/client";
import { listKeysInUse } from "../db/queries/sealed-tokens";
import { AppError } from "../errors";
import { log } from "../log";
import { type TokenCipher, tokenCipher } from "../plaid/token-cipher";

/**
 * Whether the keys that stored access tokens are under are those of `ENCRYPTION_KEYS`; for a worker to ask before it takes
 * jobs, each of which would fail by itself. One query, and one token per key opened.
 *
 * Where some keys are there, one that is missing is only logged, and the banks under it say so themselves: all else must go
 * on. The same for a key that does not open its token: it may be that one row which is damaged.
 * @throws {AppError} `internal` naming the keys, when none of those in use is there: these are the wrong ENCRYPTION_KEYS
 */
export async function checkKeys(cipher: TokenCipher = tokenCipher()): Promise<void> {
  const inUse = await listKeysInUse(database()).catch((err: unknown) => {
    log().warn({ err }, "the keys in use cannot be checked now");
    return [];
  });
  const missing = inUse.filter(({ keyId }) => !cipher.hasKey(keyId));
  if (missing.length > 0) {
    const named = missing.map(({ keyId, count }) => `"${keyId}" (${count} stored)`).join(", ");
    const message = `ENCRYPTION_KEYS lacks keys that bank tokens are sealed with: ${named}. Add them again behind the first, then run \`npm run keys:rotate\` before you take them away.`;
    if (missing.length === inUse.length) throw new AppError("internal", message);
    log().error({ missing: missing.map(({ keyId, count }) => ({ keyId, count })) }, message);
  }
  for (const { keyId, text, userId, id } of inUse.filter((one) => cipher.hasKey(one.keyId))) {
    try {
      cipher.decrypt(text, { userId, itemId: id });
    } catch (err) {
      log().error({ err, keyId, itemId: id }, "a key of ENCRYPTION_KEYS may not be the one it was");
    }
  }
}
