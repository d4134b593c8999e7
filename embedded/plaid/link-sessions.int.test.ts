import { CountryCode, type LinkTokenCreateRequest, type PlaidApi, Products } from "plaid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxBank, startSandboxBank } from "./server";
import { control, plaidClient } from "./testing/linked-bank";

let bank: SandboxBank;
let client: PlaidApi;

beforeAll(async () => {
  bank = await startSandboxBank({ today: "2026-11-24" });
  client = plaidClient(bank.url);
});
afterAll(() => bank.stop());

type Account = { account_id: string; name: string; is_selected: boolean };
type Answer = {
  error_code?: string;
  session_id: string;
  status: "mfa" | "accounts";
  question: string;
  accounts: Account[];
  public_token: string | null;
  institutions: { name: string }[];
};

async function post(path: string, body: object): Promise<Answer> {
  const response = await fetch(`${bank.url}/sandbox_link/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "plaid-client-id": "sandbox", "plaid-secret": "sandbox" },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function linkToken(more: Partial<LinkTokenCreateRequest> = {}): Promise<string> {
  const { data } = await client.linkTokenCreate({
    client_name: "Purser",
    language: "en",
    country_codes: [CountryCode.Us],
    user: { client_user_id: "person-1" },
    ...(more.access_token ? {} : { products: [Products.Transactions] }),
    ...more,
  });
  return data.link_token;
}

const PLATYPUS = { institution_id: "ins_109508" };
const GOOD = { username: "user_good", password: "pass_good" };

const signIn = async (more: Partial<LinkTokenCreateRequest> = {}, who: object = GOOD) =>
  post("sign_in", { link_token: await linkToken(more), ...PLATYPUS, ...who });

async function finish({ session_id: session, accounts }: Answer, ...names: string[]): Promise<Answer> {
  const chosen = accounts.filter(({ name }) => names.length === 0 || names.includes(name));
  return post("finish", { session_id: session, account_ids: chosen.map(({ account_id: id }) => id) });
}

async function exchange({ public_token: token }: Answer): Promise<string> {
  const { data } = await client.itemPublicTokenExchange({ public_token: token ?? "" });
  return data.access_token;
}

const accountNames = async (accessToken: string) => {
  const { data } = await client.accountsGet({ access_token: accessToken });
  return data.accounts.map(({ name }) => name);
};

describe("a session of Link", () => {
  it("ends in an item with the chosen accounts only, under the ids that were shown", async () => {
    const shown = await signIn({ webhook: "http://127.0.0.1:9/hook" });
    expect(shown.status).toBe("accounts");
    const accessToken = await exchange(await finish(shown, "Everyday Checking", "Cashback Card"));
    const { data } = await client.accountsGet({ access_token: accessToken });
    expect(data.accounts.map(({ name }) => name)).toEqual(["Everyday Checking", "Cashback Card"]);
    const ids = shown.accounts.map(({ account_id: id }) => id);
    for (const { account_id: id } of data.accounts) expect(ids).toContain(id);
    expect(data.item).toMatchObject({
      webhook: "http://127.0.0.1:9/hook",
      billed_products: ["transactions"],
    });
  });

  it("goes as far back as the link token asked for, 90 days when it did not say", async () => {
    const firstDay = async (more: Partial<LinkTokenCreateRequest>) => {
      const accessToken = await exchange(await finish(await signIn(more)));
      const { data } = await client.transactionsGet({
        access_token: accessToken,
        start_date: "2020-01-01",
        end_date: "2026-11-24",
        options: { count: 500 },
      });
      const { transactions, total_transactions: total } = data;
      const last = await client.transactionsGet({
        access_token: accessToken,
        start_date: "2020-01-01",
        end_date: "2026-11-24",
        options: { count: 1, offset: total - 1 },
      });
      expect(transactions.length).toBeGreaterThan(0);
      return last.data.transactions[0]?.date ?? "";
    };
    expect((await firstDay({})) >= "2026-08-26").toBe(true);
    expect((await firstDay({ transactions: { days_requested: 365 } })) < "2025-12-01").toBe(true);
  });

  it("asks a careful bank's question and takes only the right answer", async () => {
    const asked = await signIn({}, { username: "user_mfa", password: "whatever" });
    expect(asked).toMatchObject({ status: "mfa", question: expect.stringContaining("code") });
    const session = { session_id: asked.session_id };
    expect(await post("finish", { ...session, account_ids: ["x"] })).toMatchObject({
      error_code: "INVALID_FIELD",
    });
    expect(await post("answer", { ...session, answer: "0000" })).toMatchObject({ error_code: "INVALID_MFA" });
    expect(await post("answer", { ...session, answer: " 1234 " })).toMatchObject({ status: "accounts" });
  });

  it("goes through every question that a test user asked for", async () => {
    let step = await signIn({}, { username: "user_good", password: "mfa_questions_1_2" });
    for (const answer of ["answer_0_0", "answer_0_1"]) {
      expect(step.status).toBe("mfa");
      step = await post("answer", { session_id: step.session_id, answer });
    }
    expect(step.status).toBe("accounts");
  });

  it.each([
    ["a wrong password", { username: "user_good", password: "guess" }, "INVALID_CREDENTIALS"],
    ["a locked account", { username: "user_good", password: "error_ITEM_LOCKED" }, "ITEM_LOCKED"],
    ["a configuration that is none", { username: "user_custom", password: "{" }, "INVALID_FIELD"],
  ])("refuses %s", async (_, who, code) => {
    expect(await signIn({}, who)).toMatchObject({ error_code: code });
  });

  it("offers banks of the asked countries that have the asked products", async () => {
    const names = async (more: Partial<LinkTokenCreateRequest>, query = "") => {
      const { institutions } = await post("institutions", { link_token: await linkToken(more), query });
      return institutions.map(({ name }) => name);
    };
    expect(await names({})).not.toContain("Isarbank");
    expect(await names({})).not.toContain("Summit Ridge Investments");
    expect(await names({ country_codes: [CountryCode.Us, CountryCode.De] })).toContain("Isarbank");
    expect(await names({ products: [Products.Investments] })).toEqual([
      "First Platypus Bank",
      "Summit Ridge Investments",
    ]);
    expect(await names({}, " PLATYPUS")).toEqual(["First Platypus Bank"]);
    const opened = { link_token: await linkToken(), ...GOOD };
    expect(await post("sign_in", { ...opened, institution_id: "ins_900005" })).toMatchObject({
      error_code: "INVALID_INSTITUTION",
    });
    expect(await post("sign_in", { ...opened, institution_id: "ins_900004" })).toMatchObject({
      error_code: "PRODUCTS_NOT_SUPPORTED",
    });
  });

  it("shows only accounts that pass the filters of the link token", async () => {
    const none = await signIn({ account_filters: { credit: { account_subtypes: [] } } });
    expect(none).toMatchObject({ error_code: "NO_ACCOUNTS" });
    const cards = await post("sign_in", {
      link_token: await linkToken({ account_filters: JSON.parse('{"credit":{"account_subtypes":["all"]}}') }),
      ...PLATYPUS,
      ...GOOD,
    });
    expect(cards.accounts.map(({ name }) => name)).toEqual(["Cashback Card", "Voyager Card"]);
  });

  it("ends once, with at least one account, and only with those that were shown", async () => {
    const shown = await signIn();
    const session = { session_id: shown.session_id };
    expect(await post("finish", { ...session, account_ids: [] })).toMatchObject({
      error_code: "INVALID_FIELD",
    });
    expect(await post("finish", { ...session, account_ids: ["nobody"] })).toMatchObject({
      error_code: "INVALID_ACCOUNT_ID",
    });
    expect((await finish(shown)).public_token).toMatch(/^public-sandbox-/);
    expect(await finish(shown)).toMatchObject({ error_code: "INVALID_FIELD" });
  });

  it("needs a link token that is still good", async () => {
    let hours = 0;
    const later = await startSandboxBank({ now: () => new Date(Date.UTC(2026, 10, 24, hours)) });
    try {
      const { data } = await plaidClient(later.url).linkTokenCreate({
        client_name: "Purser",
        language: "en",
        country_codes: [CountryCode.Us],
        user: { client_user_id: "person-1" },
        products: [Products.Transactions],
      });
      hours = 4;
      const opened = control(later.url, "../sandbox_link/institutions", { link_token: data.link_token });
      await expect(opened).rejects.toThrow(/INVALID_LINK_TOKEN/);
    } finally {
      await later.stop();
    }
  });
});

describe("update mode", () => {
  const linked = async () => exchange(await finish(await signIn(), "Everyday Checking", "Cashback Card"));

  it("repairs an item that needs a new sign-in, and changes neither its id nor its token", async () => {
    const accessToken = await linked();
    const { data: before } = await client.itemGet({ access_token: accessToken });
    await client.sandboxItemResetLogin({ access_token: accessToken });
    await expect(client.accountsGet({ access_token: accessToken })).rejects.toThrow();
    const shown = await signIn({ access_token: accessToken });
    expect(await finish(shown)).toMatchObject({ public_token: null });
    expect(await accountNames(accessToken)).toEqual(["Everyday Checking", "Cashback Card"]);
    const { data: after } = await client.itemGet({ access_token: accessToken });
    expect(after.item).toMatchObject({ item_id: before.item.item_id, error: null });
  });

  it("shares other accounts when it was asked to", async () => {
    const accessToken = await linked();
    const shown = await signIn({ access_token: accessToken, update: { account_selection_enabled: true } });
    const selected = shown.accounts.filter(({ is_selected: is }) => is).map(({ name }) => name);
    expect(selected).toEqual(["Everyday Checking", "Cashback Card"]);
    await finish(shown, "Everyday Checking", "Rainy Day Savings");
    expect(await accountNames(accessToken)).toEqual(["Everyday Checking", "Rainy Day Savings"]);
  });

  it("leaves the accounts alone when it was not", async () => {
    const accessToken = await linked();
    const shown = await signIn({ access_token: accessToken });
    expect(shown.accounts.map(({ name }) => name)).toEqual(["Everyday Checking", "Cashback Card"]);
    await finish(shown, "Cashback Card");
    expect(await accountNames(accessToken)).toEqual(["Everyday Checking", "Cashback Card"]);
  });

  it("lets nobody else in", async () => {
    const accessToken = await linked();
    const other = { username: "user_transactions_dynamic", password: "x" };
    expect(await signIn({ access_token: accessToken }, other)).toMatchObject({
      error_code: "INVALID_CREDENTIALS",
    });
  });

  it("fails for an item that is gone", async () => {
    const accessToken = await linked();
    const token = await linkToken({ access_token: accessToken });
    await client.itemRemove({ access_token: accessToken });
    expect(await post("sign_in", { link_token: token, ...PLATYPUS, ...GOOD })).toMatchObject({
      error_code: "ITEM_NOT_FOUND",
    });
  });
});
