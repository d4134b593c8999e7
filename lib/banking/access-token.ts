import type { Item } from "../db/queries/items";
import { AppError } from "../errors";
import { tokenCipher } from "../plaid/token-cipher";

/**
 * The secret that opens this bank, in clear: never log, store or return it.
 * @throws {AppError} `conflict` when there is none (files, ended access), `internal` when it cannot be decrypted
 */
export function accessTokenOf({ id, userId, accessTokenEncrypted }: Item): string {
  if (accessTokenEncrypted === null) {
    throw new AppError("conflict", "Access to this bank has ended. Connect the bank again.");
  }
  return tokenCipher().decrypt(accessTokenEncrypted, { userId, itemId: id });
}
