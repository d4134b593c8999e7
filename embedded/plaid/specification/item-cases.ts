import { type Cases, type Failure, STRANGER } from "./world";

const badTokens: Failure[] = [
  [{}, 400, "MISSING_FIELDS"],
  [{ access_token: 7 }, 400, "INVALID_FIELD"],
  [{ access_token: "" }, 400, "INVALID_FIELD"],
  [{ access_token: "guess" }, 400, "INVALID_ACCESS_TOKEN"],
  [{ access_token: STRANGER }, 400, "INVALID_ACCESS_TOKEN"],
];

export const itemCases = {
  "/item/get": {
    successes: async ({ everything, investments, unread, fresh, post }) => {
      const broken = await fresh();
      await post("/sandbox/item/reset_login", { access_token: broken });
      return [everything, investments, unread, broken].map((accessToken) => ({ access_token: accessToken }));
    },
    failures: () => badTokens,
  },
  "/item/remove": {
    successes: async ({ fresh }) => [
      { access_token: await fresh() },
      { access_token: await fresh(), reason_code: "OTHER" },
    ],
    failures: async ({ fresh, post }) => {
      const gone = await fresh();
      await post("/item/remove", { access_token: gone });
      return [...badTokens, [{ access_token: gone }, 400, "ITEM_NOT_FOUND"]];
    },
  },
  "/item/webhook/update": {
    successes: async ({ fresh }) => [
      { access_token: await fresh(), webhook: "http://127.0.0.1:9/other" },
      { access_token: await fresh(), webhook: null },
    ],
    failures: ({ everything }) => [
      ...badTokens,
      [{ access_token: everything, webhook: "not an address" }, 400, "INVALID_FIELD"],
    ],
  },
  "/item/access_token/invalidate": {
    successes: async ({ fresh }) => [{ access_token: await fresh() }],
    failures: async ({ fresh, post }) => {
      const old = await fresh();
      await post("/item/access_token/invalidate", { access_token: old });
      return [...badTokens, [{ access_token: old }, 400, "INVALID_ACCESS_TOKEN"]];
    },
  },
  "/sandbox/item/fire_webhook": {
    successes: async ({ fresh }) => {
      const token = await fresh();
      const types = ["TRANSACTIONS", "HOLDINGS", "LIABILITIES", "INVESTMENTS_TRANSACTIONS"];
      const codes = [
        "NEW_ACCOUNTS_AVAILABLE",
        "SMS_MICRODEPOSITS_VERIFICATION",
        "AUTHORIZATION_GRANTED",
        "USER_PERMISSION_REVOKED",
        "USER_ACCOUNT_REVOKED",
        "PENDING_DISCONNECT",
        "RECURRING_TRANSACTIONS_UPDATE",
        "LOGIN_REPAIRED",
        "SYNC_UPDATES_AVAILABLE",
        "PRODUCT_READY",
        "ERROR",
      ];
      return [
        ...types.map((type) => ({
          access_token: token,
          webhook_code: "DEFAULT_UPDATE",
          webhook_type: type,
        })),
        ...codes.map((code) => ({ access_token: token, webhook_code: code })),
      ];
    },
    failures: async ({ everything, fresh }) => [
      [{}, 400, "MISSING_FIELDS"],
      [{ access_token: everything, webhook_code: "PENDING_EXPIRATION" }, 400, "INVALID_FIELD"],
      [{ access_token: await fresh(undefined, null), webhook_code: "ERROR" }, 400, "SANDBOX_WEBHOOK_INVALID"],
    ],
  },
  "/sandbox/item/reset_login": {
    successes: async ({ fresh }) => [{ access_token: await fresh() }],
    failures: () => badTokens,
  },
  "/sandbox/transactions/create": {
    successes: async ({ fresh }) => [
      {
        access_token: await fresh("user_transactions_dynamic"),
        transactions: [
          {
            date_transacted: "2026-11-20",
            date_posted: "2026-11-24",
            amount: 12.5,
            description: "Lunch",
            iso_currency_code: "USD",
          },
        ],
      },
    ],
    failures: async ({ everything, fresh }) => {
      const token = await fresh("user_transactions_dynamic");
      const row = {
        date_transacted: "2026-11-24",
        date_posted: "2026-11-24",
        amount: 1,
        description: "Tea",
      };
      const made = (...transactions: object[]) => ({ access_token: token, transactions });
      return [
        [{}, 400, "MISSING_FIELDS"],
        [{ access_token: everything, transactions: [row] }, 400, "INVALID_FIELD"],
        [made(), 400, "INVALID_FIELD"],
        [made(...Array.from({ length: 11 }, () => row)), 400, "INVALID_FIELD"],
        [made({ ...row, date_posted: "2026-11-25" }), 400, "INVALID_FIELD"],
        [made({ ...row, date_transacted: "2026-11-01" }), 400, "INVALID_FIELD"],
      ];
    },
  },
} satisfies Record<string, Cases>;
