import { type Body, type Cases, type Failure, STRANGER, setToday, type World } from "./world";

/** What every endpoint refuses that reads an item; it also stops while the bank asks for a new sign-in. */
async function unreadable({ fresh, post }: World, more: Body = {}): Promise<Failure[]> {
  const broken = await fresh();
  await post("/sandbox/item/reset_login", { access_token: broken });
  return [
    [more, 400, "MISSING_FIELDS"],
    [{ ...more, access_token: "" }, 400, "INVALID_FIELD"],
    [{ ...more, access_token: STRANGER }, 400, "INVALID_ACCESS_TOKEN"],
    [{ ...more, access_token: broken }, 400, "ITEM_LOGIN_REQUIRED"],
  ];
}

const asAccess = (accessToken: string) => ({ access_token: accessToken });
const OTHER_ACCOUNT = { options: { account_ids: ["nobody"] } };

const ofAllKinds = ({ everything, cardsAndLoans, investments, euros, custom, unread }: World) =>
  [everything, cardsAndLoans, investments, euros, custom, unread].map(asAccess);

async function withFirstAccount({ everything, accountIds }: World): Promise<Body> {
  const [first] = await accountIds(everything);
  return { access_token: everything, options: { account_ids: [first] } };
}

const accounts: Cases = {
  successes: async (world) => [...ofAllKinds(world), await withFirstAccount(world)],
  failures: async (world) => [
    ...(await unreadable(world)),
    [{ access_token: world.everything, ...OTHER_ACCOUNT }, 400, "INVALID_ACCOUNT_ID"],
  ],
};

/** All pages of an item since a cursor, as bodies of requests. */
async function pagesOf(world: World, accessToken: string, from: string): Promise<[Body[], string]> {
  const bodies: Body[] = [];
  let cursor = from;
  for (let hasMore = true; hasMore; ) {
    const body = {
      access_token: accessToken,
      cursor,
      count: 500,
      options: { include_original_description: true },
    };
    bodies.push(body);
    const page = await world.post("/transactions/sync", body);
    cursor = String(page.body.next_cursor);
    hasMore = page.body.has_more === true;
  }
  return [bodies, cursor];
}

const DATES = { start_date: "2026-10-01", end_date: "2026-11-24" };

export const readingCases = {
  "/accounts/get": accounts,
  "/accounts/balance/get": accounts,
  "/transactions/sync": {
    successes: async (world) => {
      const { unread, everything, cardsAndLoans, euros, custom } = world;
      const bodies: Body[] = [{ access_token: unread }, { access_token: everything, cursor: "now" }];
      for (const token of [everything, cardsAndLoans, euros, custom]) {
        bodies.push(...(await pagesOf(world, token, ""))[0]);
      }
      return bodies;
    },
    failures: async (world) => {
      const token = asAccess(world.everything);
      return [
        ...(await unreadable(world)),
        [{ ...token, count: 501 }, 400, "INVALID_FIELD"],
        [{ ...token, count: 0 }, 400, "INVALID_FIELD"],
        [{ ...token, cursor: "bm9uc2Vuc2U=" }, 400, "INVALID_FIELD"],
        [{ ...token, options: { account_id: "nobody" } }, 400, "INVALID_ACCOUNT_ID"],
      ];
    },
  },
  "/transactions/get": {
    successes: async (world) => [
      { access_token: world.everything, ...DATES },
      { access_token: world.euros, ...DATES, options: { count: 500, offset: 3 } },
      { ...(await withFirstAccount(world)), ...DATES },
    ],
    failures: async (world) => {
      const token = asAccess(world.everything);
      return [
        ...(await unreadable(world, DATES)),
        [{ ...token, start_date: "2026-11-24", end_date: "2026-10-01" }, 400, "INVALID_FIELD"],
        [{ ...token, ...DATES, start_date: "yesterday" }, 400, "INVALID_FIELD"],
        [{ ...token, ...DATES, options: { count: 501 } }, 400, "INVALID_FIELD"],
        [{ ...token, ...DATES, ...OTHER_ACCOUNT }, 400, "INVALID_ACCOUNT_ID"],
        [{ access_token: world.investments, ...DATES }, 400, "PRODUCTS_NOT_SUPPORTED"],
      ];
    },
  },
  "/transactions/refresh": {
    successes: async ({ fresh }) => [asAccess(await fresh("user_transactions_dynamic"))],
    failures: async (world) => [
      ...(await unreadable(world)),
      [asAccess(world.investments), 400, "PRODUCTS_NOT_SUPPORTED"],
    ],
  },
  "/transactions/recurring/get": {
    successes: async ({ everything, cardsAndLoans, euros, custom, accountIds }) => [
      ...[everything, cardsAndLoans, euros, custom].map(asAccess),
      { access_token: everything, account_ids: (await accountIds(everything)).slice(0, 1) },
    ],
    failures: async (world) => {
      const early = await world.fresh();
      await world.post("/control/history", { access_token: early, history: "initial" });
      return [
        ...(await unreadable(world)),
        [asAccess(early), 400, "PRODUCT_NOT_READY"],
        [asAccess(world.investments), 400, "PRODUCTS_NOT_SUPPORTED"],
        [{ access_token: world.everything, account_ids: ["nobody"] }, 400, "INVALID_ACCOUNT_ID"],
      ];
    },
  },
  "/investments/holdings/get": {
    successes: ({ everything, investments, custom }) => [everything, investments, custom].map(asAccess),
    failures: async (world) => [
      ...(await unreadable(world)),
      [asAccess(world.plain), 400, "NO_INVESTMENT_ACCOUNTS"],
      [asAccess(world.cardsAndLoans), 400, "PRODUCTS_NOT_SUPPORTED"],
      [{ access_token: world.investments, ...OTHER_ACCOUNT }, 400, "INVALID_ACCOUNT_ID"],
    ],
  },
  "/liabilities/get": {
    successes: async (world) => {
      const later = await world.fresh();
      await setToday(world, later, "2026-12-30");
      return [...[world.everything, world.cardsAndLoans, world.custom, later].map(asAccess)];
    },
    failures: async (world) => [
      ...(await unreadable(world)),
      [asAccess(world.plain), 400, "NO_LIABILITY_ACCOUNTS"],
      [asAccess(world.investments), 400, "PRODUCTS_NOT_SUPPORTED"],
      [{ access_token: world.cardsAndLoans, ...OTHER_ACCOUNT }, 400, "INVALID_ACCOUNT_ID"],
    ],
  },
} satisfies Record<string, Cases>;
