import { Products } from "plaid";
import { env } from "../env";
import { plaid } from "./client";
import { askPlaid } from "./errors";
import { DAYS_OF_HISTORY } from "./link";
import { webhookAddress } from "./webhook-address";

/** Who signs in at a sandbox bank. */
export type SandboxLogin = { institutionId: string; username: string; password: string };

export type SandboxKind = "built-in" | "plaid";

/** Which sandbox answers, or null where real banks do: only play money may be linked without Link. */
export function sandboxKind(): SandboxKind | null {
  if (env().PLAID_ENV !== "sandbox") return null;
  return env().PLAID_BASE_URL ? "built-in" : "plaid";
}

/** What Link would hand back after this person had signed in; only a sandbox offers it. @throws {AppError} */
export async function createSandboxPublicToken(login: SandboxLogin): Promise<string> {
  const webhook = webhookAddress();
  const { public_token: publicToken } = await askPlaid(() =>
    plaid().sandboxPublicTokenCreate({
      institution_id: login.institutionId,
      initial_products: [Products.Transactions],
      options: {
        override_username: login.username,
        override_password: login.password,
        transactions: { days_requested: DAYS_OF_HISTORY },
        ...(webhook !== undefined && { webhook }),
      },
    }),
  );
  return publicToken;
}
