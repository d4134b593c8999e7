import { type PlaidApi, Products } from "plaid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxBank, startSandboxBank } from "./server";
import { control, household, link, plaidClient } from "./testing/linked-bank";
import { missingDescription, openDescription } from "./testing/openapi";

if (missingDescription !== null) console.warn(`Skipped: ${missingDescription}`);

type Answer = { status: number; body: object };
type Expectation = [body: object, status: number, code: string];

/** Bodies that must fail, by path: with which status and which code of Plaid's. */
const FAILURES: Record<string, (accessToken: string) => Expectation[]> = {
  "/link/token/create": () => [
    [{}, 400, "MISSING_FIELDS"],
    [
      { client_name: "A", language: "en", country_codes: ["US"], products: ["transactions"] },
      400,
      "MISSING_FIELDS",
    ],
    [
      { client_name: "A", language: "en", country_codes: ["US"], user: { client_user_id: "1" } },
      400,
      "MISSING_FIELDS",
    ],
    [{ client_name: "", language: "en", country_codes: ["US"] }, 400, "INVALID_FIELD"],
    [{ client_name: "A", language: "en", country_codes: ["XX"] }, 400, "INVALID_FIELD"],
    [{ client_name: "A", language: "en", country_codes: ["US"], colour: "red" }, 400, "UNKNOWN_FIELDS"],
    [
      {
        client_name: "A",
        language: "en",
        country_codes: ["US"],
        user: { client_user_id: "1" },
        products: ["balance"],
      },
      400,
      "INVALID_PRODUCT",
    ],
    [
      {
        client_name: "A",
        language: "en",
        country_codes: ["US"],
        user: { client_user_id: "1" },
        access_token: "x",
      },
      400,
      "INVALID_ACCESS_TOKEN",
    ],
  ],
  "/sandbox/public_token/create": () => [
    [{}, 400, "MISSING_FIELDS"],
    [{ institution_id: "ins_109508", initial_products: [] }, 400, "INVALID_FIELD"],
    [{ institution_id: "ins_0", initial_products: ["transactions"] }, 400, "INVALID_INSTITUTION"],
    [{ institution_id: "ins_900002", initial_products: ["investments"] }, 400, "PRODUCTS_NOT_SUPPORTED"],
    [
      {
        institution_id: "ins_109508",
        initial_products: ["transactions"],
        options: { override_username: "who" },
      },
      400,
      "INVALID_CREDENTIALS",
    ],
    [
      {
        institution_id: "ins_109508",
        initial_products: ["transactions"],
        options: { override_username: "user_household", override_password: "{seed:1}" },
      },
      400,
      "INVALID_FIELD",
    ],
  ],
  "/item/public_token/exchange": () => [
    [{}, 400, "MISSING_FIELDS"],
    [{ public_token: "guess" }, 400, "INVALID_PUBLIC_TOKEN"],
    [{ public_token: "public-sandbox-00000000-0000-0000-0000-000000000000" }, 400, "INVALID_PUBLIC_TOKEN"],
  ],
  "/item/get": () => [
    [{}, 400, "MISSING_FIELDS"],
    [{ access_token: "access-sandbox-00000000-0000-0000-0000-000000000000" }, 400, "INVALID_ACCESS_TOKEN"],
  ],
  "/item/remove": () => [[{ access_token: 7 }, 400, "INVALID_FIELD"]],
  "/accounts/get": (token) => [
    [{ access_token: "" }, 400, "INVALID_FIELD"],
    [{ access_token: token, options: { account_ids: ["nobody"] } }, 400, "INVALID_ACCOUNT_ID"],
  ],
  "/transactions/sync": (token) => [
    [{ access_token: token, count: 501 }, 400, "INVALID_FIELD"],
    [{ access_token: token, count: 0 }, 400, "INVALID_FIELD"],
    [{ access_token: token, cursor: "bm9uc2Vuc2U=" }, 400, "INVALID_FIELD"],
    [{ access_token: token, options: { account_id: "nobody" } }, 400, "INVALID_ACCOUNT_ID"],
  ],
  "/institutions/get_by_id": () => [
    [{ institution_id: "ins_109508" }, 400, "MISSING_FIELDS"],
    [{ institution_id: "ins_0", country_codes: ["US"] }, 400, "INVALID_INSTITUTION"],
    [{ institution_id: "ins_109508", country_codes: ["GB"] }, 400, "INVALID_INSTITUTION"],
  ],
};

describe.skipIf(missingDescription !== null)("Plaid's own description", () => {
  const description = missingDescription === null ? openDescription() : null;
  let bank: SandboxBank;
  let client: PlaidApi;
  let accessToken: string;

  beforeAll(async () => {
    bank = await startSandboxBank({ today: "2026-11-24" });
    client = plaidClient(bank.url);
    ({ accessToken } = await link(client));
  });
  afterAll(() => bank.stop());

  async function post(path: string, body: object | string, headers: object = {}): Promise<Answer> {
    const response = await fetch(`${bank.url}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "plaid-client-id": "sandbox",
        "plaid-secret": "sandbox",
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  async function expectDescribed(path: string, body: object): Promise<object> {
    const answer = await post(path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(description?.request(path)(body)).toEqual([]);
    expect(description?.response(path)(answer.body)).toEqual([]);
    return answer.body;
  }

  it("notices an answer that lacks a field, has a wrong type or a null where none may be", () => {
    const check = description?.response("/transactions/sync");
    const page = {
      accounts: [],
      added: [],
      modified: [],
      removed: [],
      next_cursor: "",
      has_more: false,
      request_id: "1",
      transactions_update_status: "NOT_READY",
    };
    expect(check?.(page)).toEqual([]);
    expect(check?.({ ...page, has_more: "no" })).not.toEqual([]);
    expect(check?.({ ...page, next_cursor: null })).not.toEqual([]);
    expect(check?.({ ...page, added: [{ amount: 1 }] })).not.toEqual([]);
    expect(check?.({ ...page, transactions_update_status: "SOON" })).not.toEqual([]);
  });

  it("fits every answer from linking to unlinking", async () => {
    await expectDescribed("/link/token/create", {
      client_name: "Purser",
      language: "en",
      country_codes: ["US"],
      user: { client_user_id: "1" },
      products: ["transactions"],
    });
    const created = await expectDescribed("/sandbox/public_token/create", {
      institution_id: "ins_109508",
      initial_products: ["transactions"],
      options: household(2),
    });
    const exchanged = await expectDescribed("/item/public_token/exchange", {
      public_token: Reflect.get(created, "public_token"),
    });
    const own = { access_token: String(Reflect.get(exchanged, "access_token")) };
    await expectDescribed("/link/token/create", {
      client_name: "Purser",
      language: "en",
      country_codes: ["US"],
      user: { client_user_id: "1" },
      ...own,
    });
    await expectDescribed("/item/get", own);
    await expectDescribed("/accounts/get", own);
    for (const metadata of [true, false]) {
      await expectDescribed("/institutions/get_by_id", {
        institution_id: "ins_109508",
        country_codes: ["US"],
        options: { include_optional_metadata: metadata },
      });
    }
    await expectDescribed("/item/remove", own);
  });

  it("fits every row of several lives, pages in the middle and pages with removed rows too", async () => {
    for (const seed of [1, 2, 3, 4]) {
      const { accessToken: token } = await link(client, household(seed));
      let cursor = "";
      for (const today of ["2026-11-24", "2026-11-25", "2026-12-03"]) {
        await control(bank.url, "today", { today, access_token: token });
        for (let hasMore = true; hasMore; ) {
          const options = { include_original_description: true };
          const page = await expectDescribed("/transactions/sync", {
            access_token: token,
            cursor,
            count: 500,
            options,
          });
          cursor = String(Reflect.get(page, "next_cursor"));
          hasMore = Reflect.get(page, "has_more") === true;
        }
      }
    }
  });

  it("fits an answer that comes before the transactions are there", async () => {
    const { data } = await client.sandboxPublicTokenCreate({
      institution_id: "ins_109508",
      initial_products: [Products.Auth],
    });
    const { data: item } = await client.itemPublicTokenExchange({ public_token: data.public_token });
    await expectDescribed("/transactions/sync", { access_token: item.access_token });
  });

  it.each(Object.keys(FAILURES))("fits every error of %s", async (path) => {
    for (const [body, status, code] of FAILURES[path]?.(accessToken) ?? []) {
      const answer = await post(path, body);
      expect(answer, JSON.stringify(body)).toMatchObject({ status, body: { error_code: code } });
      expect(description?.error(answer.body)).toEqual([]);
    }
  });

  it("fits the errors that any path can give", async () => {
    const errors: [Answer, number, string][] = [
      [await post("/item/get", "{"), 400, "INVALID_BODY"],
      [await post("/item/get", "[]"), 400, "INVALID_BODY"],
      [await post("/item/get", JSON.stringify({ note: "x".repeat(1_100_000) })), 400, "INVALID_BODY"],
      [await post("/item/get", {}, { "plaid-secret": "" }), 400, "MISSING_FIELDS"],
      [await post("/item/get", {}, { "plaid-secret": "guess" }), 400, "INVALID_API_KEYS"],
      [await post("/item/get", { client_id: "sandbox", secret: "guess" }), 400, "INVALID_API_KEYS"],
      [await post("/nowhere", {}), 404, "NOT_FOUND"],
    ];
    for (const [answer, status, code] of errors) {
      expect(answer).toMatchObject({ status, body: { error_code: code } });
      expect(description?.error(answer.body)).toEqual([]);
    }
  });
});
