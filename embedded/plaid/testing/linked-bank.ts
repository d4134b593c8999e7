import { Configuration, PlaidApi, Products, type SandboxPublicTokenCreateRequestOptions } from "plaid";

/** The official client, pointed at a sandbox bank. */
export function plaidClient(url: string, secret = "sandbox"): PlaidApi {
  return new PlaidApi(
    new Configuration({
      basePath: url,
      baseOptions: { headers: { "PLAID-CLIENT-ID": "sandbox", "PLAID-SECRET": secret } },
    }),
  );
}

/** Links a household as a test user would and returns what the application would store. */
export async function link(
  client: PlaidApi,
  options: SandboxPublicTokenCreateRequestOptions = {},
  institutionId = "ins_109508",
): Promise<{ accessToken: string; itemId: string }> {
  const { data: created } = await client.sandboxPublicTokenCreate({
    institution_id: institutionId,
    initial_products: [Products.Transactions],
    options,
  });
  const { data } = await client.itemPublicTokenExchange({ public_token: created.public_token });
  return { accessToken: data.access_token, itemId: data.item_id };
}

/** The household of a seed, as options of a public token. */
export function household(seed: number, months = 24, rows = 0): SandboxPublicTokenCreateRequestOptions {
  return { override_username: "user_household", override_password: JSON.stringify({ seed, months, rows }) };
}

/** What only tests may do: `/control/...` of a bank. */
export async function control(url: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}/control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "plaid-client-id": "sandbox", "plaid-secret": "sandbox" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`/control/${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
