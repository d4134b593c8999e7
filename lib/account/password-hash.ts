import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/**
 * argon2id (the library's default variant) with 19 MiB, 2 passes and 1 lane: the minimum that OWASP names.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns PHC string `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` with a random salt */
export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

export const matchesPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/**
 * Names a password hash without telling anything about it. A session that began with a password carries the mark
 * of that password, so changing or removing the password ends the session everywhere (as Django's session hash does).
 */
export const passwordMark = (passwordHash: string): string =>
  createHash("sha256").update(passwordHash).digest("base64url").slice(0, 22);
