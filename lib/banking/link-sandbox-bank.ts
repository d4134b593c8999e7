import type { Person } from "../contract/account";
import type { LinkSandboxBank } from "../contract/banking";
import { AppError } from "../errors";
import { createSandboxPublicToken, type SandboxLogin, sandboxKind } from "../plaid/sandbox";
import { createLinkToken } from "./create-link-token";
import { linkItem } from "./link-item";
import { findSandboxLogin } from "./sandbox-households";

/**
 * Links a play-money bank the way Link would, without its window.
 * @throws {AppError} `forbidden` for a demo person and where real banks are linked, `not_found` for a household that is
 * not offered
 */
export async function linkSandboxBank(
  person: Pick<Person, "id" | "isDemo">,
  { householdId }: LinkSandboxBank,
): Promise<{ itemId: string }> {
  if (person.isDemo) {
    throw new AppError(
      "forbidden",
      "Everybody who opens the demo shares its banks. Create an account to link a bank of your own.",
    );
  }
  if (sandboxKind() === null)
    throw new AppError("forbidden", "Here banks are linked through Plaid's window.");
  const login = findSandboxLogin(householdId);
  if (!login) throw new AppError("not_found", "There is no such sandbox bank. Choose one from the list.");
  return linkSandboxLogin(person.id, login);
}

/** Every step a person takes: a link token, a sign-in at the bank (here by name), the exchange. */
export async function linkSandboxLogin(userId: string, login: SandboxLogin): Promise<{ itemId: string }> {
  await createLinkToken(userId);
  const publicToken = await createSandboxPublicToken(login);
  return linkItem(userId, { publicToken, institutionId: login.institutionId });
}
