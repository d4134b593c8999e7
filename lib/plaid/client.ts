import { Configuration, PlaidApi, PlaidEnvironments } from "plaid";
import { env } from "../env";
import { lazy } from "../lazy";

const REQUEST_TIMEOUT_MS = 60_000;

/** The official SDK, at Plaid's own address or at `PLAID_BASE_URL` (the built-in sandbox bank). */
export const plaid = lazy("plaid", () => {
  const { PLAID_BASE_URL, PLAID_CLIENT_ID, PLAID_ENV, PLAID_SECRET } = env();
  return new PlaidApi(
    new Configuration({
      basePath: PLAID_BASE_URL ?? PlaidEnvironments[PLAID_ENV] ?? "",
      baseOptions: {
        headers: { "PLAID-CLIENT-ID": PLAID_CLIENT_ID, "PLAID-SECRET": PLAID_SECRET },
        timeout: REQUEST_TIMEOUT_MS,
      },
    }),
  );
});
