import type { PlaidApi } from "plaid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type SandboxBank, startSandboxBank } from "./server";
import { emptyBooks, follow } from "./testing/follow-transactions";
import { control, household, link, plaidClient } from "./testing/linked-bank";
import { type Check, missingDescription, openDescription } from "./testing/openapi";

/** Reading the description takes seconds: once for all. */
const isDescribed: Check | null = missingDescription === null ? openDescription().error : null;

let bank: SandboxBank;
let client: PlaidApi;
beforeAll(async () => {
  bank = await startSandboxBank({ today: "2026-11-24" });
  client = plaidClient(bank.url);
});
afterAll(() => bank.stop());

type Failure = { status: number; body: unknown };

/** What the official client throws: without an answer when the connection broke. */
const ClientError = z.object({
  response: z.object({ status: z.number(), data: z.unknown() }).optional(),
  code: z.string().optional(),
});

async function failure(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    const { response } = ClientError.parse(error);
    if (response === undefined) throw error;
    return { status: response.status, body: response.data };
  }
  throw new Error("the call did not fail");
}

const linked = () => link(client, household(5, 3));
const fault = (accessToken: string, body: object) =>
  control(bank.url, "fault", { access_token: accessToken, ...body });
const sync = (accessToken: string) => client.transactionsSync({ access_token: accessToken });
const accounts = (accessToken: string) => client.accountsGet({ access_token: accessToken });

describe("faults that a test switches on", () => {
  it.each([
    ["rate_limit", 429, "RATE_LIMIT_EXCEEDED", "TRANSACTIONS_SYNC_LIMIT"],
    ["institution_down", 400, "INSTITUTION_ERROR", "INSTITUTION_DOWN"],
    ["institution_not_responding", 400, "INSTITUTION_ERROR", "INSTITUTION_NOT_RESPONDING"],
    ["internal_error", 500, "API_ERROR", "INTERNAL_SERVER_ERROR"],
    ["planned_maintenance", 503, "API_ERROR", "PLANNED_MAINTENANCE"],
    ["product_not_ready", 400, "ITEM_ERROR", "PRODUCT_NOT_READY"],
  ])("%s is Plaid's own error, once", async (kind, status, type, code) => {
    const { accessToken } = await linked();
    await fault(accessToken, { kind });
    const failed = await failure(sync(accessToken));
    expect(failed.status).toBe(status);
    expect(failed.body).toMatchObject({ error_type: type, error_code: code });
    if (isDescribed !== null) expect(isDescribed(failed.body)).toEqual([]);
    expect((await sync(accessToken)).status).toBe(200);
  });

  it("can be any error, on one path, until they are cleared", async () => {
    const { accessToken } = await linked();
    await fault(accessToken, {
      kind: "error",
      path: "/accounts/get",
      times: null,
      error_type: "ITEM_ERROR",
      error_code: "NO_ACCOUNTS",
    });
    for (let nth = 0; nth < 3; nth += 1) {
      expect((await failure(accounts(accessToken))).body).toMatchObject({ error_code: "NO_ACCOUNTS" });
    }
    expect((await sync(accessToken)).status).toBe(200);
    await control(bank.url, "faults/clear", { access_token: accessToken });
    expect((await accounts(accessToken)).status).toBe(200);
  });

  it("strike each n-th request, and no other item", async () => {
    const [struck, other] = [await linked(), await linked()];
    await fault(struck.accessToken, { kind: "internal_error", every: 3, times: null });
    const outcomes: number[] = [];
    for (let nth = 0; nth < 6; nth += 1) {
      const answered = await accounts(struck.accessToken).then(
        ({ status }) => status,
        (error: unknown) => ClientError.parse(error).response?.status ?? 0,
      );
      outcomes.push(answered);
      expect((await accounts(other.accessToken)).status).toBe(200);
    }
    expect(outcomes).toEqual([200, 200, 500, 200, 200, 500]);
  });

  it("break the connection before the answer, or in the middle of it", async () => {
    const { accessToken } = await linked();
    for (const kind of ["cut", "cut_body"]) {
      await fault(accessToken, { kind });
      await expect(sync(accessToken)).rejects.toSatisfy((error) => {
        const { response, code } = ClientError.parse(error);
        return response === undefined || code !== undefined;
      });
      expect((await sync(accessToken)).status).toBe(200);
    }
  });

  it("answer late but rightly", async () => {
    const { accessToken } = await linked();
    await fault(accessToken, { kind: "slow", milliseconds: 80 });
    const began = performance.now();
    expect((await sync(accessToken)).data.added.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });

  it("change the data between two pages, and not before the first", async () => {
    const { accessToken } = await linked();
    await fault(accessToken, { kind: "mutation" });
    const { data } = await client.transactionsSync({ access_token: accessToken, count: 50 });
    expect(data.has_more).toBe(true);
    const second = { access_token: accessToken, cursor: data.next_cursor, count: 50 };
    expect((await failure(client.transactionsSync(second))).body).toMatchObject({
      error_code: "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION",
    });
    expect((await client.transactionsSync(second)).data.added).toHaveLength(50);
    expect((await follow(client, accessToken, emptyBooks())).rows.size).toBeGreaterThan(100);
  });
});

describe("limits per minute", () => {
  it.each([
    ["transactionsSync", 50, "TRANSACTIONS_SYNC_LIMIT"],
    ["itemGet", 15, "ITEM_GET_LIMIT"],
  ] as const)("hold for %s too: %i calls of one item", async (method, most, code) => {
    const counted = await startSandboxBank({
      today: "2026-11-24",
      now: () => new Date("2026-11-24T12:00:30Z"),
    });
    const caller = plaidClient(counted.url);
    const [busy, quiet] = [await link(caller, household(5, 3)), await link(caller, household(5, 3))];
    await control(counted.url, "limits", { limits: "production" });
    const ask = ({ accessToken }: typeof busy) => caller[method]({ access_token: accessToken });
    for (let nth = 0; nth < most; nth += 1) expect((await ask(busy)).status).toBe(200);
    const failed = await failure(ask(busy));
    expect(failed).toMatchObject({
      status: 429,
      body: { error_type: "RATE_LIMIT_EXCEEDED", error_code: code },
    });
    expect(isDescribed?.(failed.body) ?? []).toEqual([]);
    expect((await ask(quiet)).status).toBe(200);
    await counted.stop();
  });

  it("are Plaid's own once a test switches them on", async () => {
    // A clock of its own: no minute ends while calls are counted.
    const counted = await startSandboxBank({
      today: "2026-11-24",
      now: () => new Date("2026-11-24T12:00:30Z"),
    });
    const caller = plaidClient(counted.url);
    const [busy, quiet] = [await link(caller, household(5, 3)), await link(caller, household(5, 3))];
    await control(counted.url, "limits", { limits: "production" });
    const ask = (accessToken: string) => caller.accountsGet({ access_token: accessToken });
    for (let nth = 0; nth < 15; nth += 1) expect((await ask(busy.accessToken)).status).toBe(200);
    const failed = await failure(ask(busy.accessToken));
    expect(failed.status).toBe(429);
    expect(failed.body).toMatchObject({
      error_type: "RATE_LIMIT_EXCEEDED",
      error_code: "ACCOUNTS_LIMIT",
    });
    expect((await ask(quiet.accessToken)).status).toBe(200);
    await control(counted.url, "limits", { limits: "off" });
    expect((await ask(busy.accessToken)).status).toBe(200);
    await counted.stop();
  });
});
