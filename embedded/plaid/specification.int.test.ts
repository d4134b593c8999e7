import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINTS } from "./endpoints/table";
import { PROMISED, type Promised } from "./specification/endpoints";
import { itemCases } from "./specification/item-cases";
import { linkingCases } from "./specification/linking-cases";
import { readingCases } from "./specification/reading-cases";
import { referenceCases } from "./specification/reference-cases";
import { NOT_DESCRIBED, sendEveryWebhook, WEBHOOK_SCHEMAS } from "./specification/webhooks";
import { type Body, type Cases, openWorld, setToday, type World } from "./specification/world";
import { household, link, plaidClient } from "./testing/linked-bank";
import { missingDescription, openDescription } from "./testing/openapi";

if (missingDescription !== null) console.warn(`Skipped: ${missingDescription}`);

/** A promised endpoint without cases does not compile. */
const CASES: Record<Promised, Cases> = { ...linkingCases, ...itemCases, ...readingCases, ...referenceCases };

/** What only this bank has, for tests and for the Link that the application draws itself. */
const OURS = /^\/(control|sandbox_link)\//;

it("has cases for every endpoint that the bank answers, and answers every one that it promises", () => {
  const answered = [...ENDPOINTS.keys()].filter((path) => !OURS.test(path));
  expect(answered.sort()).toEqual([...PROMISED].sort());
  expect(Object.keys(CASES).sort()).toEqual([...PROMISED].sort());
});

describe.skipIf(missingDescription !== null)("Plaid's own description", () => {
  const description = missingDescription === null ? openDescription() : null;
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.stop());

  async function expectDescribed(path: string, body: Body): Promise<Body> {
    const answer = await world.post(path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(description?.request(path)(body)).toEqual([]);
    expect(description?.response(path)(answer.body)).toEqual([]);
    return answer.body;
  }

  async function expectRefused(
    path: string,
    body: Body | string,
    status: number,
    code: string,
    headers = {},
  ) {
    const answer = await world.post(path, body, headers);
    expect(answer, JSON.stringify(body).slice(0, 500)).toMatchObject({ status, body: { error_code: code } });
    expect(description?.error(answer.body)).toEqual([]);
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

  it.each(PROMISED)("fits every answer of %s", async (path) => {
    const bodies = await CASES[path].successes(world);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) await expectDescribed(path, body);
  });

  it.each(PROMISED)("fits every error of %s", async (path) => {
    const failures = await CASES[path].failures(world);
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) await expectRefused(path, ...failure);
  });

  it("fits every row of several lives, pages in the middle and pages with changed and removed rows too", async () => {
    for (const seed of [1, 2, 3, 4]) {
      const { accessToken } = await link(plaidClient(world.bank.url), household(seed));
      let cursor = "";
      for (const today of ["2026-11-24", "2026-11-25", "2026-12-03"]) {
        await setToday(world, accessToken, today);
        for (let hasMore = true; hasMore; ) {
          const page = await expectDescribed("/transactions/sync", {
            access_token: accessToken,
            cursor,
            count: 500,
            options: { include_original_description: true },
          });
          cursor = String(page.next_cursor);
          hasMore = page.has_more === true;
        }
      }
    }
  });

  it("fits every webhook, those of what happens and those that are fired", async () => {
    const sent = await sendEveryWebhook(world);
    const kindOf = (body: (typeof sent)[number]) => `${body.webhook_type} ${body.webhook_code}`;
    const wrong = sent.flatMap((body) => {
      const name = WEBHOOK_SCHEMAS[kindOf(body)];
      return name === undefined
        ? []
        : (description?.schema(name)(body) ?? []).map((what) => `${name}${what}`);
    });
    expect(wrong).toEqual([]);
    expect([...new Set(sent.map(kindOf))].sort()).toEqual(
      [...Object.keys(WEBHOOK_SCHEMAS), ...NOT_DESCRIBED].sort(),
    );
  });

  it("fits the error of a page that the bank's changes overtook", async () => {
    const accessToken = await world.fresh();
    const first = await world.post("/transactions/sync", { access_token: accessToken, count: 50 });
    await setToday(world, accessToken, "2026-11-26");
    const { next_cursor: cursor } = first.body;
    const code = "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION";
    await expectRefused("/transactions/sync", { access_token: accessToken, cursor }, 400, code);
  });

  it("fits the errors that any path can give", async () => {
    await expectRefused("/item/get", "{", 400, "INVALID_BODY");
    await expectRefused("/item/get", "[]", 400, "INVALID_BODY");
    await expectRefused("/item/get", { note: "x".repeat(1_100_000) }, 400, "INVALID_BODY");
    await expectRefused("/item/get", {}, 400, "MISSING_FIELDS", { "plaid-secret": "" });
    await expectRefused("/item/get", {}, 400, "INVALID_API_KEYS", { "plaid-secret": "guess" });
    await expectRefused("/item/get", { client_id: "sandbox", secret: "guess" }, 400, "INVALID_API_KEYS");
    await expectRefused("/nowhere", {}, 404, "NOT_FOUND");
  });
});
