import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CountryCode, type PlaidApi, Products } from "plaid";
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

/** What the client throws for an error of the bank, cut down to what code may branch on. */
async function failure(promise: Promise<unknown>): Promise<object> {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  const response: unknown =
    typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "response") : null;
  if (typeof response !== "object" || response === null)
    throw new Error("it did not fail with an answer of the bank");
  const body: unknown = Reflect.get(response, "data");
  if (typeof body !== "object" || body === null) throw new Error("the answer has no body");
  return {
    status: Reflect.get(response, "status"),
    type: Reflect.get(body, "error_type"),
    code: Reflect.get(body, "error_code"),
  };
}

describe("linking", () => {
  it("goes from a link token to accounts with the official client", async () => {
    const { data: token } = await client.linkTokenCreate({
      client_name: "Purser",
      language: "en",
      country_codes: [CountryCode.Us],
      user: { client_user_id: "person-1" },
      products: [Products.Transactions],
      transactions: { days_requested: 730 },
    });
    expect(token.link_token).toMatch(/^link-sandbox-[0-9a-f-]{36}$/);
    expect(Date.parse(token.expiration)).toBeGreaterThan(Date.now());

    const { accessToken, itemId } = await link(client);
    expect(accessToken).toMatch(/^access-sandbox-[0-9a-f-]{36}$/);
    const { data } = await client.accountsGet({ access_token: accessToken });
    expect(data.item).toMatchObject({
      item_id: itemId,
      institution_id: "ins_109508",
      billed_products: ["transactions"],
    });
    expect(data.accounts.map(({ subtype }) => subtype)).toEqual([
      "checking",
      "savings",
      "credit card",
      "credit card",
      "auto",
      "brokerage",
    ]);
    const { data: item } = await client.itemGet({ access_token: accessToken });
    expect(item.item.item_id).toBe(itemId);
  });

  it("takes a public token once", async () => {
    const { data } = await client.sandboxPublicTokenCreate({
      institution_id: "ins_109508",
      initial_products: [Products.Transactions],
    });
    await client.itemPublicTokenExchange({ public_token: data.public_token });
    expect(await failure(client.itemPublicTokenExchange({ public_token: data.public_token }))).toEqual({
      status: 400,
      type: "INVALID_INPUT",
      code: "INVALID_PUBLIC_TOKEN",
    });
  });

  it("takes a public token for thirty minutes", async () => {
    let minutes = 0;
    const later = await startSandboxBank({ now: () => new Date(Date.UTC(2026, 10, 24, 20, minutes)) });
    try {
      const impatient = plaidClient(later.url);
      const request = { institution_id: "ins_109508", initial_products: [Products.Transactions] };
      const tokens = [
        await impatient.sandboxPublicTokenCreate(request),
        await impatient.sandboxPublicTokenCreate(request),
      ];
      minutes = 29;
      await impatient.itemPublicTokenExchange({ public_token: tokens[0]?.data.public_token ?? "" });
      minutes = 30;
      const late = failure(
        impatient.itemPublicTokenExchange({ public_token: tokens[1]?.data.public_token ?? "" }),
      );
      expect(await late).toMatchObject({ code: "INVALID_PUBLIC_TOKEN" });
    } finally {
      await later.stop();
    }
  });

  it("gives the same household other ids when it is linked again", async () => {
    const [first, second] = [await link(client, household(7)), await link(client, household(7))];
    const [one, other] = [
      await client.accountsGet({ access_token: first.accessToken }),
      await client.accountsGet({ access_token: second.accessToken }),
    ];
    const faces = (data: typeof one.data) =>
      data.accounts.map(({ name, mask, balances }) => ({ name, mask, balances }));
    expect(faces(one.data)).toEqual(faces(other.data));
    expect(one.data.accounts[0]?.account_id).not.toBe(other.data.accounts[0]?.account_id);
    expect(first.itemId).not.toBe(second.itemId);
  });

  it("shows at each institution only the accounts held there", async () => {
    const { accessToken } = await link(client, {}, "ins_900002");
    const { data } = await client.accountsGet({ access_token: accessToken });
    expect(data.accounts.map(({ type }) => type)).toEqual(["credit", "credit"]);
    const { data: found } = await client.institutionsGetById({
      institution_id: "ins_900002",
      country_codes: [CountryCode.Us],
      options: { include_optional_metadata: true },
    });
    expect(found.institution).toMatchObject({ name: "Juniper Card Services", primary_color: "#4b2e83" });
  });

  it("forgets an Item that was removed", async () => {
    const { accessToken } = await link(client);
    await client.itemRemove({ access_token: accessToken });
    expect(await failure(client.accountsGet({ access_token: accessToken }))).toEqual({
      status: 400,
      type: "ITEM_ERROR",
      code: "ITEM_NOT_FOUND",
    });
  });

  it("turns away wrong keys, a wrong password, an unknown bank and a product that the bank lacks", async () => {
    const wrongKeys = plaidClient(bank.url, "guess");
    const request = { institution_id: "ins_109508", initial_products: [Products.Transactions] };
    expect(await failure(wrongKeys.sandboxPublicTokenCreate(request))).toMatchObject({
      code: "INVALID_API_KEYS",
    });
    const options = { override_username: "user_good", override_password: "guess" };
    expect(await failure(client.sandboxPublicTokenCreate({ ...request, options }))).toEqual({
      status: 400,
      type: "ITEM_ERROR",
      code: "INVALID_CREDENTIALS",
    });
    expect(
      await failure(client.sandboxPublicTokenCreate({ ...request, institution_id: "ins_0" })),
    ).toMatchObject({
      code: "INVALID_INSTITUTION",
    });
    const cards = { institution_id: "ins_900002", initial_products: [Products.Investments] };
    expect(await failure(client.sandboxPublicTokenCreate(cards))).toMatchObject({
      code: "PRODUCTS_NOT_SUPPORTED",
    });
  });
});

describe("the bank's state", () => {
  it("survives a restart: items, unused public tokens and cursors", async () => {
    const directory = await mkdtemp(join(tmpdir(), "purser-bank-"));
    try {
      const first = await startSandboxBank({ directory, today: TODAY });
      const before = plaidClient(first.url);
      const { accessToken } = await link(before, household(5, 3));
      const books = await follow(before, accessToken, emptyBooks());
      const { data: unused } = await before.sandboxPublicTokenCreate({
        institution_id: "ins_109508",
        initial_products: [Products.Transactions],
      });
      await first.stop();

      const second = await startSandboxBank({ directory, today: "2026-11-25" });
      const after = plaidClient(second.url);
      const next = await follow(after, accessToken, books);
      expect(next.rows.size).toBeGreaterThan(books.rows.size);
      expect(next.pages - books.pages).toBe(1);
      const anew = await follow(after, accessToken, emptyBooks());
      expect(new Map([...next.rows].sort())).toEqual(new Map([...anew.rows].sort()));
      await after.itemPublicTokenExchange({ public_token: unused.public_token });
      await after.itemRemove({ access_token: accessToken });
      await second.stop();

      const third = await startSandboxBank({ directory, today: TODAY });
      const gone = failure(plaidClient(third.url).itemGet({ access_token: accessToken }));
      expect(await gone).toMatchObject({ code: "ITEM_NOT_FOUND" });
      await third.stop();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it("that cannot be read stops the start with the remedy", async () => {
    const directory = await mkdtemp(join(tmpdir(), "purser-bank-"));
    try {
      await writeFile(join(directory, "bank.json"), '{"version":1,');
      await expect(startSandboxBank({ directory })).rejects.toThrow(/Move the file away/);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it("holds every item of many people who link at once", async () => {
    const directory = await mkdtemp(join(tmpdir(), "purser-bank-"));
    try {
      const busy = await startSandboxBank({ directory, today: TODAY });
      const linked = await Promise.all(
        Array.from({ length: 20 }, (_, seed) => link(plaidClient(busy.url), household(seed, 1))),
      );
      await busy.stop();
      const again = await startSandboxBank({ directory, today: TODAY });
      for (const { accessToken, itemId } of linked) {
        const { data } = await plaidClient(again.url).itemGet({ access_token: accessToken });
        expect(data.item.item_id).toBe(itemId);
      }
      await again.stop();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

describe("the bank as a process", () => {
  it("says where it is, and ends when the one who started it is gone", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "embedded/plaid/main.ts", "--today", TODAY], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    const url = await new Promise<string>((resolve) => {
      child.once("message", (message) => resolve(String(Reflect.get(Object(message), "url"))));
    });
    expect(await control(url, "today", { today: null })).toEqual({
      today: TODAY,
      request_id: expect.any(String),
    });
    const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
    child.disconnect();
    expect(await exited).toBe(0);
  });
});
