import { Products } from "plaid";
import { type SandboxBank, startSandboxBank } from "../server";
import { control, household, link, plaidClient } from "../testing/linked-bank";

export type Body = Record<string, unknown>;

/** A body that must fail, with which status and which code of Plaid's. */
export type Failure = [body: Body | string, status: number, code: string];

/** What one endpoint is asked for: bodies that it answers, and bodies that it refuses. */
export type Cases = {
  successes: (world: World) => Promise<Body[]> | Body[];
  failures: (world: World) => Promise<Failure[]> | Failure[];
};

/** A bank with items of every kind. */
export type World = {
  bank: SandboxBank;
  /** An item of the household of the demo person with everything; not to be changed by a case. */
  everything: string;
  cardsAndLoans: string;
  investments: string;
  euros: string;
  custom: string;
  /** One that was linked without transactions: Plaid has fetched nothing. */
  unread: string;
  /** No investments, no cards, no loans. */
  plain: string;
  /** An item of its own, with a webhook address where nobody listens. */
  fresh(username?: string, webhook?: string | null): Promise<string>;
  accountIds(accessToken: string): Promise<string[]>;
  post(path: string, body: Body | string, headers?: object): Promise<{ status: number; body: Body }>;
  stop(): Promise<void>;
};

/** Syntactically right, and of nobody. */
export const STRANGER = "access-sandbox-00000000-0000-0000-0000-000000000000";
const NOBODY = "http://127.0.0.1:9/webhook";

const CUSTOM = {
  seed: "spec",
  override_accounts: [
    {
      type: "depository",
      subtype: "checking",
      starting_balance: 1_000,
      meta: { name: "Mine", mask: "0042" },
      transactions: [
        {
          date_transacted: "2026-11-10",
          date_posted: "2026-11-11",
          amount: 12.34,
          description: "Lunch",
          currency: "USD",
        },
        { date_transacted: "2026-11-23", date_posted: "2026-11-27", amount: -5, description: "Refund" },
      ],
    },
    { type: "depository", subtype: "savings", has_null_available_balance: true, currency: "GBP" },
    {
      type: "credit",
      subtype: "credit card",
      starting_balance: 200,
      liability: { type: "credit", purchase_apr: 12.5, minimum_payment_amount: 20, is_overdue: true },
    },
    {
      type: "loan",
      subtype: "student",
      starting_balance: 9_000,
      liability: { type: "student", origination_date: "2022-09-15", principal: 12_000, nominal_apr: 4.2 },
    },
    {
      type: "investment",
      subtype: "brokerage",
      holdings: [
        {
          institution_price: 10.5,
          quantity: 3,
          cost_basis: 20,
          currency: "USD",
          security: { ticker_symbol: "ABC", name: "Abc Corp", currency: "USD" },
        },
      ],
    },
  ],
};

async function post(url: string, body: Body | string, headers: object = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "plaid-client-id": "sandbox",
      "plaid-secret": "sandbox",
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer: Body = await response.json();
  return { status: response.status, body: answer };
}

export async function openWorld(): Promise<World> {
  const bank = await startSandboxBank({ today: "2026-11-24" });
  const client = plaidClient(bank.url);
  const tokenOf = async (...of: Parameters<typeof link> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await link(client, ...of)).accessToken;
  const withProducts = async (institution: string, products: Products[], options = {}) => {
    const { data } = await client.sandboxPublicTokenCreate({
      institution_id: institution,
      initial_products: products,
      options,
    });
    const { data: item } = await client.itemPublicTokenExchange({ public_token: data.public_token });
    return item.access_token;
  };
  const custom = { override_username: "user_custom", override_password: JSON.stringify(CUSTOM) };
  const plain = {
    override_username: "user_custom",
    override_password: JSON.stringify({
      override_accounts: [{ type: "depository", subtype: "checking", transactions: [] }],
    }),
  };
  return {
    bank,
    everything: await tokenOf({}),
    cardsAndLoans: await tokenOf(household(3), "ins_900003"),
    investments: await withProducts("ins_900004", [Products.Investments]),
    euros: await tokenOf(household(4), "ins_900005"),
    custom: await tokenOf(custom),
    unread: await withProducts("ins_109508", [Products.Auth]),
    plain: await tokenOf(plain),
    fresh: (username, webhook = NOBODY) =>
      tokenOf({
        ...(username === undefined ? {} : { override_username: username }),
        ...(webhook === null ? {} : { webhook }),
      }),
    accountIds: async (accessToken) => {
      const { data } = await client.accountsGet({ access_token: accessToken });
      return data.accounts.map(({ account_id: id }) => id);
    },
    post: (path, body, headers) => post(`${bank.url}${path}`, body, headers),
    stop: () => bank.stop(),
  };
}

/** The day of one item, whatever the others do. */
export const setToday = (world: World, accessToken: string, today: string) =>
  control(world.bank.url, "today", { today, access_token: accessToken });
