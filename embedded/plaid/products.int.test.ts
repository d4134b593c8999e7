import { type PlaidApi, Products, type TransactionStream } from "plaid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxBank, startSandboxBank } from "./server";
import { emptyBooks, follow } from "./testing/follow-transactions";
import { control, household, link, plaidClient } from "./testing/linked-bank";

const TODAY = "2026-11-24";
let bank: SandboxBank;
let client: PlaidApi;

beforeAll(async () => {
  bank = await startSandboxBank({ today: TODAY });
  client = plaidClient(bank.url);
});
afterAll(() => bank.stop());

const inCents = (amount: number) => Math.round(amount * 100);
const on = (accessToken: string, today: string) =>
  control(bank.url, "today", { today, access_token: accessToken });

async function investor(): Promise<string> {
  const { data } = await client.sandboxPublicTokenCreate({
    institution_id: "ins_900004",
    initial_products: [Products.Investments],
  });
  const { data: item } = await client.itemPublicTokenExchange({ public_token: data.public_token });
  return item.access_token;
}

describe("holdings", () => {
  it("are worth each account's balance to the cent, on any day", async () => {
    const accessToken = await investor();
    for (const day of [TODAY, "2026-11-30", "2026-12-19", "2027-03-01"]) {
      await on(accessToken, day);
      const { data } = await client.investmentsHoldingsGet({ access_token: accessToken });
      expect(data.accounts.map(({ subtype }) => subtype)).toEqual(["brokerage", "401k"]);
      for (const { account_id: id, balances } of data.accounts) {
        const held = data.holdings.filter(({ account_id: account }) => account === id);
        expect(held.length).toBeGreaterThan(2);
        const sum = held.reduce((cents, { institution_value: value }) => cents + inCents(value), 0);
        expect(sum).toBe(inCents(balances.current ?? 0));
      }
      const known = new Set(data.securities.map(({ security_id: id }) => id));
      for (const { security_id: id } of data.holdings) expect(known).toContain(id);
    }
  });

  it("keep their quantities when only the market moves", async () => {
    const accessToken = await investor();
    const quantities = async (day: string) => {
      await on(accessToken, day);
      const { data } = await client.investmentsHoldingsGet({ access_token: accessToken });
      const [brokerage] = data.accounts;
      return data.holdings
        .filter((held) => held.account_id === brokerage?.account_id && held.institution_price !== 1)
        .map(({ quantity }) => quantity);
    };
    const [before, after] = [await quantities("2026-11-29"), await quantities("2026-12-01")];
    before.forEach((quantity, index) => {
      expect(Math.abs((after[index] ?? 0) - quantity)).toBeLessThan(quantity * 0.002);
    });
  });
});

describe("liabilities", () => {
  it("tell of a card what its own rows say", async () => {
    const { accessToken } = await link(client);
    const { rows } = await follow(client, accessToken, emptyBooks());
    const { data } = await client.liabilitiesGet({ access_token: accessToken });
    expect(data.liabilities.credit).toHaveLength(2);
    for (const card of data.liabilities.credit ?? []) {
      const own = [...rows.values()].filter((row) => row.account_id === card.account_id && !row.pending);
      const account = data.accounts.find(({ account_id: id }) => id === card.account_id);
      const since = own
        .filter(({ date }) => date > (card.last_statement_issue_date ?? ""))
        .reduce((sum, { amount }) => sum + inCents(amount), 0);
      const statement = inCents(account?.balances.current ?? 0) - since;
      // Rows that the bank still corrects may differ by a day or two: none does on these days.
      expect(inCents(card.last_statement_balance ?? 0)).toBe(statement);
      const paid = own.filter(({ date, amount }) => date === card.last_payment_date && amount < 0);
      expect(paid.map(({ amount }) => -inCents(amount))).toContain(inCents(card.last_payment_amount ?? 0));
      expect(card.is_overdue).toBe(false);
      expect(card.minimum_payment_amount).toBeLessThanOrEqual(card.last_statement_balance ?? 0);
    }
  });

  it("tell of loans that go down month by month until they are paid", async () => {
    const { accessToken } = await link(client, household(3), "ins_900003");
    const owed = async (day: string, subtype: string) => {
      await on(accessToken, day);
      const { data } = await client.accountsGet({ access_token: accessToken });
      return data.accounts.find((account) => account.subtype === subtype)?.balances.current ?? 0;
    };
    for (const subtype of ["student", "mortgage"]) {
      expect(await owed("2027-02-28", subtype)).toBeLessThan(await owed(TODAY, subtype));
    }
    const { data } = await client.liabilitiesGet({ access_token: accessToken });
    expect(data.liabilities.mortgage?.[0]?.interest_rate.type).toBe("fixed");
    expect(data.liabilities.student?.[0]?.loan_status.type).toBe("repayment");
  });

  it("list the rows of a student loan, and of no other loan", async () => {
    const { accessToken } = await link(client, household(3), "ins_900003");
    const { data } = await client.accountsGet({ access_token: accessToken });
    const { rows } = await follow(client, accessToken, emptyBooks());
    const listed = new Set([...rows.values()].map(({ account_id: id }) => id));
    const subtypes = data.accounts
      .filter(({ account_id: id }) => listed.has(id))
      .map(({ subtype }) => subtype);
    expect(subtypes).toEqual(["credit card", "credit card", "student"]);
  });
});

describe("recurring streams", () => {
  const find = (streams: TransactionStream[], text: RegExp) =>
    streams.find(({ description }) => text.test(description));

  it("find the salary, the rent and the subscriptions with their rhythm and their rows", async () => {
    const { accessToken } = await link(client);
    const { rows } = await follow(client, accessToken, emptyBooks());
    const { data } = await client.transactionsRecurringGet({ access_token: accessToken });
    expect(find(data.inflow_streams, /PAYROLL/)).toMatchObject({ frequency: "BIWEEKLY", status: "MATURE" });
    expect(find(data.outflow_streams, /ALDER COURT/)).toMatchObject({
      frequency: "MONTHLY",
      is_active: true,
    });
    expect(find(data.outflow_streams, /PARCELWISE PLUS/)).toMatchObject({ frequency: "ANNUALLY" });
    for (const stream of [...data.inflow_streams, ...data.outflow_streams]) {
      const amounts = stream.transaction_ids.map((id) => inCents(rows.get(id)?.amount ?? Number.NaN));
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      expect(inCents(stream.average_amount.amount ?? 0)).toBe(Math.round(sum / amounts.length));
      expect(inCents(stream.last_amount.amount ?? 0)).toBe(amounts.at(-1));
      if (stream.predicted_next_date) expect(stream.predicted_next_date > stream.last_date).toBe(true);
    }
  });
});

describe("euros", () => {
  it("are the currency of every account, row and stream of a bank in Germany", async () => {
    const { accessToken } = await link(client, household(4), "ins_900005");
    const { rows } = await follow(client, accessToken, emptyBooks());
    const { data } = await client.accountsGet({ access_token: accessToken });
    const currencies = [
      ...data.accounts.map(({ balances }) => balances.iso_currency_code),
      ...[...rows.values()].map(({ iso_currency_code: code }) => code),
    ];
    expect(rows.size).toBeGreaterThan(300);
    expect(new Set(currencies)).toEqual(new Set(["EUR"]));
  });

  it("add up: what an account has is what it had, less its rows", async () => {
    const { accessToken } = await link(client, household(4, 12), "ins_900005");
    const balanceOn = async (day: string) => {
      await on(accessToken, day);
      const { data } = await client.accountsGet({ access_token: accessToken });
      return new Map(
        data.accounts.map(({ account_id: id, balances }) => [id, inCents(balances.current ?? 0)]),
      );
    };
    const [then, now] = [await balanceOn("2026-06-30"), await balanceOn("2026-09-30")];
    const { data } = await client.transactionsGet({
      access_token: accessToken,
      start_date: "2026-07-01",
      end_date: "2026-09-30",
      options: { count: 500 },
    });
    const { data: listed } = await client.accountsGet({ access_token: accessToken });
    for (const { account_id: id, type } of listed.accounts) {
      const moved = data.transactions
        .filter((row) => row.account_id === id && !row.pending)
        .reduce((sum, { amount }) => sum + inCents(amount), 0);
      const sign = type === "credit" ? 1 : -1;
      expect(now.get(id)).toBe((then.get(id) ?? 0) + sign * moved);
    }
  });
});

describe("user_custom", () => {
  it("has exactly the accounts and rows that its JSON describes", async () => {
    const password = JSON.stringify({
      override_accounts: [
        {
          type: "depository",
          subtype: "checking",
          starting_balance: 100,
          force_available_balance: 7,
          meta: { name: "Mine", official_name: "All Mine", mask: "42" },
          transactions: [
            { date_transacted: "2026-11-01", date_posted: "2026-11-02", amount: 30, description: "Tea" },
            { date_transacted: "2026-11-20", date_posted: "2026-11-28", amount: 5, description: "Later" },
          ],
        },
        { type: "depository", subtype: "savings", currency: "JPY", starting_balance: 5000, transactions: [] },
      ],
    });
    const { accessToken } = await link(client, {
      override_username: "user_custom",
      override_password: password,
    });
    const { data } = await client.accountsGet({ access_token: accessToken });
    expect(data.accounts).toMatchObject([
      { name: "Mine", official_name: "All Mine", mask: "42", balances: { current: 70, available: 7 } },
      { subtype: "savings", balances: { current: 5000, iso_currency_code: "JPY" } },
    ]);
    const { rows } = await follow(client, accessToken, emptyBooks());
    expect([...rows.values()]).toMatchObject([
      { name: "Tea", amount: 30, date: "2026-11-02", pending: false },
      { name: "Later", amount: 5, date: "2026-11-20", pending: true },
    ]);
  });
});

describe("an item", () => {
  it("has one access token at a time", async () => {
    const { accessToken } = await link(client);
    const { data } = await client.itemAccessTokenInvalidate({ access_token: accessToken });
    await expect(client.itemGet({ access_token: accessToken })).rejects.toThrow();
    const { data: item } = await client.itemGet({ access_token: data.new_access_token });
    expect(item.item.institution_id).toBe("ins_109508");
  });

  it("gains a product by its first use", async () => {
    const { accessToken } = await link(client);
    await client.liabilitiesGet({ access_token: accessToken });
    const { data } = await client.itemGet({ access_token: accessToken });
    expect(data.item.billed_products).toEqual(["transactions", "liabilities"]);
  });

  it("of the dynamic test user takes transactions that a test makes", async () => {
    const { accessToken } = await link(client, { override_username: "user_transactions_dynamic" });
    const books = await follow(client, accessToken, emptyBooks());
    await client.sandboxTransactionsCreate({
      access_token: accessToken,
      transactions: [
        { date_transacted: TODAY, date_posted: TODAY, amount: 4.2, description: "Made for a test" },
      ],
    });
    const next = await follow(client, accessToken, books);
    const made = [...next.rows.values()].filter(({ name }) => name === "Made for a test");
    expect(made).toMatchObject([{ amount: 4.2, pending: false }]);
    expect(next.rows.size).toBe(books.rows.size + 1);
  });
});
