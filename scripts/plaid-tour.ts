// `npx tsx scripts/plaid-tour.ts [--url http://...]`: what any client of Plaid's API can do at the sandbox bank.
import { parseArgs } from "node:util";
import { Configuration, CountryCode, PlaidApi, Products, type Transaction } from "plaid";
import { startSandboxBank } from "../embedded/plaid/server";

const SHOWN_ROWS = 8;

type Cell = string | number | null | undefined;

/** A heading and aligned columns; numbers to the right. */
function table(title: string, rows: readonly Cell[][]): string {
  const texts = rows.map((row) => row.map((cell) => (cell ?? "-").toString()));
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[], of: Cell[] | undefined) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return typeof of?.[column] === "number" ? text.padStart(width) : text.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return ["", title, ...texts.map((row, index) => `  ${line(row, rows[index])}`)].join("\n");
}

/** Plaid's loop: every page since the cursor, and nothing is taken for true before the last one came. */
async function allTransactions(client: PlaidApi, accessToken: string): Promise<Transaction[]> {
  const rows = new Map<string, Transaction>();
  let cursor: string | undefined;
  for (let hasMore = true; hasMore; ) {
    const { data } = await client.transactionsSync({
      access_token: accessToken,
      count: 500,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const row of [...data.added, ...data.modified]) rows.set(row.transaction_id, row);
    for (const { transaction_id: id } of data.removed) rows.delete(id);
    cursor = data.next_cursor;
    hasMore = data.has_more;
  }
  return [...rows.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
}

async function linkBank(client: PlaidApi, say: (text: string) => void): Promise<string> {
  const { data: token } = await client.linkTokenCreate({
    client_name: "Plaid tour",
    language: "en",
    country_codes: [CountryCode.Us],
    user: { client_user_id: "tourist" },
    products: [Products.Transactions],
  });
  const { data: created } = await client.sandboxPublicTokenCreate({
    institution_id: "ins_109508",
    initial_products: [Products.Transactions, Products.Liabilities, Products.Investments],
  });
  const { data } = await client.itemPublicTokenExchange({ public_token: created.public_token });
  say(
    table("Linked", [
      ["link token until", token.expiration],
      ["item", data.item_id],
    ]),
  );
  return data.access_token;
}

async function showMoney(client: PlaidApi, access_token: string, say: (text: string) => void): Promise<void> {
  const { data } = await client.accountsBalanceGet({ access_token });
  say(
    table(
      "Accounts",
      data.accounts.map(({ name, mask, subtype, balances }) => [
        name,
        mask,
        subtype,
        balances.current,
        balances.iso_currency_code,
      ]),
    ),
  );
  const rows = await allTransactions(client, access_token);
  say(
    table(
      `Transactions (${rows.length}, the latest)`,
      rows
        .slice(0, SHOWN_ROWS)
        .map(({ date, name, amount, iso_currency_code: currency, pending }) => [
          date,
          name,
          amount,
          currency,
          pending ? "pending" : "",
        ]),
    ),
  );
}

async function showProducts(
  client: PlaidApi,
  access_token: string,
  say: (text: string) => void,
): Promise<void> {
  const { data: invested } = await client.investmentsHoldingsGet({ access_token });
  const names = new Map(invested.securities.map((security) => [security.security_id, security.name]));
  say(
    table(
      "Holdings",
      invested.holdings.map((held) => [
        names.get(held.security_id),
        held.quantity,
        held.institution_price,
        held.institution_value,
      ]),
    ),
  );
  const { data: owed } = await client.liabilitiesGet({ access_token });
  say(
    table(
      "Liabilities",
      (owed.liabilities.credit ?? []).map((card) => [
        owed.accounts.find(({ account_id: id }) => id === card.account_id)?.name,
        `${card.aprs[0]?.apr_percentage}%`,
        card.last_statement_balance,
        `at least ${card.minimum_payment_amount} by ${card.next_payment_due_date}`,
      ]),
    ),
  );
}

/**
 * Links a bank, reads everything of it with the plain client of Plaid and removes it again.
 * @param baseUrl of anything that speaks Plaid's API; its sandbox credentials are `sandbox` and `sandbox`
 */
async function tour(baseUrl: string, say: (text: string) => void): Promise<void> {
  const client = new PlaidApi(
    new Configuration({
      basePath: baseUrl,
      baseOptions: {
        headers: {
          "PLAID-CLIENT-ID": process.env.PLAID_CLIENT_ID ?? "sandbox",
          "PLAID-SECRET": process.env.PLAID_SECRET ?? "sandbox",
        },
      },
    }),
  );
  const accessToken = await linkBank(client, say);
  await showMoney(client, accessToken, say);
  await showProducts(client, accessToken, say);
  await client.itemRemove({ access_token: accessToken });
  say("\nRemoved.");
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: "string" } } });
  const say = (text: string) => console.log(text);
  if (values.url !== undefined) return tour(values.url, say);
  const bank = await startSandboxBank();
  try {
    await tour(bank.url, say);
  } finally {
    await bank.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
