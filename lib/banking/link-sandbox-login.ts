import { createSandboxPublicToken, type SandboxLogin } from "../plaid/sandbox";
import { createLinkToken } from "./create-link-token";
import { linkItem } from "./link-item";

/**
 * Links a play-money bank without anybody at a window, for demo people and tests: a link token, a sign-in at the bank (here
 * by name), the exchange.
 */
export async function linkSandboxLogin(userId: string, login: SandboxLogin): Promise<{ itemId: string }> {
  await createLinkToken(userId);
  const publicToken = await createSandboxPublicToken(login);
  const { itemId } = await linkItem(userId, { publicToken });
  return { itemId };
}
