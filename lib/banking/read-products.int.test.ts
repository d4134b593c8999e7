import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { findItem } from "../db/queries/items";
import { holdings, liabilities } from "../db/schema/balances";
import { recurringSeries } from "../db/schema/recurring";
import { readProducts } from "./read-products";

/** What Plaid would answer to each path: a body, or the code of an error. */
let answers: Record<string, object | string> = {};
const asked: string[] = [];

const server = createServer((request, response) => {
  const path = request.url ?? "";
  asked.push(path);
  const answer = answers[path] ?? "PRODUCTS_NOT_SUPPORTED";
  const isError = typeof answer === "string";
  response.writeHead(isError ? 400 : 200, { "content-type": "application/json" });
  response.end(
    JSON.stringify(isError ? { error_code: answer, error_type: "ITEM_ERROR", request_id: "test" } : answer),
  );
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  process.env.PLAID_BASE_URL = `http://127.0.0.1:${port}`;
});

beforeEach(() => {
  answers = {};
  asked.length = 0;
});

afterAll(async () => {
  server.closeAllConnections();
  await Promise.all([closeDatabase(), new Promise((resolve) => server.close(resolve))]);
});

const ALL = ["transactions", "investments", "liabilities", "recurring_transactions"];
const usd = { iso_currency_code: "USD", unofficial_currency_code: null };

async function bankWithAll(products = ALL) {
  const bank = await storedBank({ products });
  const card = await storedAccount(bank, { type: "credit", plaidAccountId: randomUUID() });
  const broker = await storedAccount(bank, { type: "investment", plaidAccountId: randomUUID() });
  const [rowId = ""] = await storedRowsOn(card, [
    { date: "2026-11-12", amountMinor: -1_549, plaidTransactionId: `${card.plaidAccountId}-row` },
  ]);
  const read = async () => {
    const item = await findItem(database(), bank.itemId);
    if (item) await readProducts(item, "access-token", new Date());
  };
  return { ...bank, card, broker, rowId, read };
}

const holding = (accountId: string, value: number) => ({
  account_id: accountId,
  security_id: "fund",
  institution_price: 10,
  institution_value: value,
  cost_basis: null,
  quantity: 0.1 + value,
  ...usd,
});

it("stores what a bank tells besides rows, in place of what it told before", async () => {
  const { card, broker, rowId, read } = await bankWithAll();
  answers = {
    "/investments/holdings/get": {
      holdings: [holding(broker.plaidAccountId, 5), holding("not shared with us", 7)],
      securities: [],
    },
    "/liabilities/get": {
      accounts: [],
      liabilities: { credit: [{ account_id: card.plaidAccountId, aprs: [], minimum_payment_amount: 20 }] },
    },
    "/transactions/recurring/get": {
      inflow_streams: [],
      outflow_streams: [
        {
          account_id: card.plaidAccountId,
          stream_id: "stream",
          description: "STREAMBOX",
          frequency: "MONTHLY",
          status: "MATURE",
          is_active: true,
          first_date: "2026-03-12",
          last_date: "2026-11-12",
          transaction_ids: [`${card.plaidAccountId}-row`, "unknown"],
          average_amount: { amount: 15.49, ...usd },
          last_amount: { amount: 15.49, ...usd },
        },
      ],
    },
  };
  await read();
  const held = () => database().select().from(holdings).where(eq(holdings.accountId, broker.id));
  expect(await held()).toMatchObject([{ plaidSecurityId: "fund", quantity: "5.1", valueMinor: 500 }]);
  expect(await database().select().from(liabilities).where(eq(liabilities.accountId, card.id))).toMatchObject(
    [{ kind: "credit", minimumPaymentMinor: 2_000 }],
  );
  expect(
    await database().select().from(recurringSeries).where(eq(recurringSeries.accountId, card.id)),
  ).toMatchObject([{ source: "plaid", key: "stream", averageMinor: -1_549, transactionIds: [rowId] }]);

  answers["/investments/holdings/get"] = { holdings: [holding(broker.plaidAccountId, 6)], securities: [] };
  await read();
  expect(await held()).toMatchObject([{ valueMinor: 600 }]);
});

it("keeps what it had when a product fails, forgets it when there is none, and lets the others be read", async () => {
  const { broker, read } = await bankWithAll();
  const held = () => database().select().from(holdings).where(eq(holdings.accountId, broker.id));
  answers["/investments/holdings/get"] = { holdings: [holding(broker.plaidAccountId, 5)], securities: [] };
  await read();
  for (const code of ["ADDITIONAL_CONSENT_REQUIRED", "INTERNAL_SERVER_ERROR", "ITEM_LOGIN_REQUIRED"]) {
    asked.length = 0;
    answers["/investments/holdings/get"] = code;
    await read();
    expect(await held()).toHaveLength(1);
    expect(asked).toHaveLength(3);
  }
  answers["/investments/holdings/get"] = "NO_INVESTMENT_ACCOUNTS";
  await read();
  expect(await held()).toEqual([]);
});

it("asks for nothing that the item does not have: a first call begins a subscription", async () => {
  await (await bankWithAll(["transactions"])).read();
  const plain = await storedBank({ products: ALL });
  await storedAccount(plain);
  const item = await findItem(database(), plain.itemId);
  if (!item) throw new Error("no item");
  await readProducts({ ...item, isHistoryComplete: false }, "access-token", new Date());
  expect(asked).toEqual([]);
});
