/** Calls per minute as Plaid publishes them: of one item (null: not limited) and of one client. */
type Limit = { code: string; perItem: number | null; perClient: number };

export type LimitTable = "off" | "sandbox" | "production";

const limit = (code: string, perItem: number | null, perClient: number): Limit => ({
  code,
  perItem,
  perClient,
});

/** https://plaid.com/docs/errors/rate-limit-exceeded/ */
const TABLES: Record<"sandbox" | "production", Record<string, Limit>> = {
  production: {
    "/accounts/get": limit("ACCOUNTS_LIMIT", 15, 15_000),
    "/accounts/balance/get": limit("BALANCE_LIMIT", 5, 1_200),
    "/institutions/get": limit("INSTITUTIONS_GET_LIMIT", null, 50),
    "/institutions/get_by_id": limit("INSTITUTIONS_GET_BY_ID_LIMIT", null, 400),
    "/investments/holdings/get": limit("INVESTMENT_HOLDINGS_GET_LIMIT", 15, 2_000),
    "/item/get": limit("ITEM_GET_LIMIT", 15, 5_000),
    "/item/remove": limit("RATE_LIMIT", 30, 2_000),
    "/liabilities/get": limit("RATE_LIMIT", 15, 1_000),
    "/transactions/get": limit("TRANSACTIONS_LIMIT", 30, 20_000),
    "/transactions/recurring/get": limit("RATE_LIMIT", 20, 1_000),
    "/transactions/refresh": limit("RATE_LIMIT", 2, 100),
    "/transactions/sync": limit("TRANSACTIONS_SYNC_LIMIT", 50, 2_500),
  },
  sandbox: {
    "/accounts/get": limit("ACCOUNTS_LIMIT", 100, 5_000),
    "/accounts/balance/get": limit("BALANCE_LIMIT", 25, 100),
    "/institutions/get": limit("INSTITUTIONS_GET_LIMIT", null, 10),
    "/institutions/get_by_id": limit("INSTITUTIONS_GET_BY_ID_LIMIT", null, 400),
    "/item/get": limit("ITEM_GET_LIMIT", 40, 5_000),
    "/item/remove": limit("RATE_LIMIT", 100, 500),
    "/liabilities/get": limit("RATE_LIMIT", 10, 1_000),
    "/sandbox/transactions/create": limit("RATE_LIMIT", 2, 50),
    "/transactions/get": limit("TRANSACTIONS_LIMIT", 80, 1_000),
    "/transactions/refresh": limit("RATE_LIMIT", 2, 100),
    "/transactions/sync": limit("TRANSACTIONS_SYNC_LIMIT", 50, 1_000),
  },
};

/** The code of a 429 on this path. */
export const limitCode = (path: string): string => TABLES.production[path]?.code ?? "RATE_LIMIT";

/** Counts calls by the minute; off until a test switches it on, as tests call faster than people. */
export function openRateLimits(now: () => Date) {
  let table: LimitTable = "off";
  let minute = 0;
  let counts = new Map<string, number>();
  const count = (key: string): number => {
    const current = (counts.get(key) ?? 0) + 1;
    counts.set(key, current);
    return current;
  };
  return {
    use: (next: LimitTable): void => {
      table = next;
      counts = new Map();
    },
    /** Counts this call; true when it is one too many. */
    exceeded: (path: string, itemId: string | null): boolean => {
      const found = table === "off" ? undefined : TABLES[table][path];
      if (found === undefined) return false;
      const current = Math.floor(now().getTime() / 60_000);
      if (current !== minute) counts = new Map();
      minute = current;
      const ofItem = itemId === null ? 0 : count(`${path}|${itemId}`);
      return count(path) > found.perClient || (found.perItem !== null && ofItem > found.perItem);
    },
  };
}
export type RateLimits = ReturnType<typeof openRateLimits>;
