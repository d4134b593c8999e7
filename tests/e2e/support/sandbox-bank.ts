import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { type ApplicationAddress, servicesOf } from "./application";

type BankItem = { itemId: string; accessToken: string; removed: boolean };

/** What the sandbox bank of this copy remembers, read from its own file: past the application and its API. */
export async function bankItems({ dataDirectory }: ApplicationAddress): Promise<BankItem[]> {
  const state = JSON.parse(await readFile(join(dataDirectory, "plaid", "bank.json"), "utf8")) as {
    items: BankItem[];
  };
  return state.items;
}

/** The links of this person, as the bank knows them. */
export async function bankItemsOf(application: ApplicationAddress, email: string): Promise<BankItem[]> {
  const client = postgres((await servicesOf(application)).databaseUrl, { max: 1 });
  try {
    const rows = await client<{ id: string }[]>`
      select i.plaid_item_id as id from items i join users u on u.id = i.user_id where u.email = ${email}`;
    const ids = new Set(rows.map(({ id }) => id));
    return (await bankItems(application)).filter(({ itemId }) => ids.has(itemId));
  } finally {
    await client.end();
  }
}

/** Makes something happen at the bank. */
export async function tellBank(
  application: ApplicationAddress,
  path: string,
  body: Record<string, unknown>,
): Promise<void> {
  const { plaidUrl } = await servicesOf(application);
  const answer = await fetch(`${plaidUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "plaid-client-id": "sandbox", "plaid-secret": "sandbox" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}
