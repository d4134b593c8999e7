import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { signUp } from "../../lib/account/sign-up";
import { verifyCredentials } from "../../lib/account/verify-credentials";
import { builtInLogin } from "../../lib/banking/built-in-login";
import { linkSandboxLogin } from "../../lib/banking/link-sandbox-login";
import { syncItem } from "../../lib/banking/sync-item";
import { SignUp } from "../../lib/contract/account";
import { database } from "../../lib/db/client";
import { listItems } from "../../lib/db/queries/items";
import { findUserByEmail } from "../../lib/db/queries/users";
import { env } from "../../lib/env";
import { AppError } from "../../lib/errors";
import { PlaidFailure } from "../../lib/plaid/errors";
import { type SandboxLogin, sandboxKind } from "../../lib/plaid/sandbox";

export type Household = { seed: number; months: number };
export type SeededPerson = { name: string; email: string; password: string; userId: string };

const FIRST_PLATYPUS = "ins_109508";
/** The zone of the sandbox bank, so that its "today" is the person's. */
const TIME_ZONE = "America/Los_Angeles";
const NAMES = ["Blake", "Casey", "Devon", "Emery", "Frankie", "Harper", "Jules", "Kai", "Logan", "Marlow"];
const SYNC_ATTEMPTS = 40;
const SYNC_PAUSE_MS = 3_000;

/** Household 1 is the demo person. */
function identityOf(seed: number): { name: string; email: string } {
  if (seed === 1) return { name: "Avery", email: "demo@purser.example" };
  return { name: NAMES[seed % NAMES.length] ?? "Blake", email: `household-${seed}@purser.example` };
}

/** Not a secret of its own to keep: it follows from the secret of this installation, so it can be printed again. */
function passwordOf(email: string): string {
  const digest = createHmac("sha256", env().AUTH_SECRET).update(`password of ${email}`).digest("base64url");
  return digest.replaceAll(/[-_]/g, "").slice(0, 14);
}

/**
 * One demo account, made the way a person takes: sign-up, link token, sign-in at the sandbox bank, exchange, sync. A person
 * who is there already is only completed and brought up to date.
 * @throws {AppError} `forbidden` where real banks are linked, `conflict` when the e-mail has another password
 */
export async function seedPerson(
  { seed, months }: Household,
  progress: (line: string) => void,
): Promise<SeededPerson> {
  const login = loginOf(seed, months);
  const { name, email } = identityOf(seed);
  const password = passwordOf(email);
  progress(`${email}: household ${seed}, ${months} months`);
  const userId = await findOrSignUp({ name, email, password });
  const rows = (await refreshBank(userId, login)) ?? (await linkBank(userId, login));
  progress(`${email}: ${rows === 0 ? "up to date" : `${rows} transactions read`}`);
  return { name, email, password, userId };
}

async function linkBank(userId: string, login: SandboxLogin): Promise<number> {
  const { itemId } = await linkSandboxLogin(userId, login);
  return syncUntilComplete(itemId);
}

/** @returns null when there is no bank yet, or one that its bank no longer knows: then it must be linked */
async function refreshBank(userId: string, { institutionId }: SandboxLogin): Promise<number | null> {
  const bank = (await listItems(database(), userId)).find((item) => item.institutionId === institutionId);
  if (!bank) return null;
  try {
    return await syncUntilComplete(bank.id);
  } catch (thrown) {
    const mustLinkAgain =
      thrown instanceof PlaidFailure && (thrown.kind === "gone" || thrown.kind === "user_must_act");
    if (mustLinkAgain) return null;
    throw thrown;
  }
}

/** Plaid's own sandbox has no households by number: everybody there is its test person with a full life. */
function loginOf(seed: number, months: number): SandboxLogin {
  const kind = sandboxKind();
  if (kind === "built-in") return builtInLogin(FIRST_PLATYPUS, seed, months);
  if (kind === "plaid") {
    return { institutionId: FIRST_PLATYPUS, username: "user_transactions_dynamic", password: "pass_good" };
  }
  throw new AppError(
    "forbidden",
    "Demo accounts need a sandbox: set PLAID_ENV=sandbox, or leave PLAID_ unset.",
  );
}

async function findOrSignUp(who: { name: string; email: string; password: string }): Promise<string> {
  const { email, password } = who;
  const found = await findUserByEmail(database(), email);
  if (!found) {
    const { userId } = await signUp(SignUp.parse({ ...who, timeZone: TIME_ZONE }), { isDemo: true });
    return userId;
  }
  if (await verifyCredentials({ email, password })) return found.id;
  throw new AppError(
    "conflict",
    `${email} exists with another password (AUTH_SECRET was changed?). Choose another --seed.`,
  );
}

/** The first data of a bank can take a while. @returns how many rows were new or changed */
async function syncUntilComplete(itemId: string): Promise<number> {
  let rows = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await syncItem(itemId);
      // Null: a worker is reading the bank now.
      rows += (result?.added ?? 0) + (result?.modified ?? 0);
      if (result?.isHistoryComplete) return rows;
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.retryable) || attempt >= SYNC_ATTEMPTS) throw thrown;
    }
    if (attempt >= SYNC_ATTEMPTS) return rows;
    await sleep(SYNC_PAUSE_MS);
  }
}
