import { type Cases, STRANGER } from "./world";

const FIRST_LINK = {
  client_name: "Purser",
  language: "en",
  country_codes: ["US"],
  user: { client_user_id: "1" },
  products: ["transactions"],
};
const { products: _, ...UPDATE } = FIRST_LINK;

const wellFormed = (kind: string) => `${kind}-sandbox-00000000-0000-0000-0000-000000000000`;

export const linkingCases = {
  "/link/token/create": {
    successes: ({ everything }) => [
      FIRST_LINK,
      {
        ...FIRST_LINK,
        country_codes: ["US", "DE"],
        required_if_supported_products: ["liabilities"],
        optional_products: ["investments"],
        additional_consented_products: ["identity"],
        transactions: { days_requested: 730 },
        webhook: "https://purser.example/hook",
        redirect_uri: "https://purser.example/return",
        account_filters: { depository: { account_subtypes: ["checking"] } },
      },
      { ...UPDATE, access_token: everything, update: { account_selection_enabled: true } },
    ],
    failures: () => [
      [{}, 400, "MISSING_FIELDS"],
      [{ ...FIRST_LINK, user: undefined }, 400, "MISSING_FIELDS"],
      [UPDATE, 400, "MISSING_FIELDS"],
      [{ ...FIRST_LINK, client_name: "" }, 400, "INVALID_FIELD"],
      [{ ...FIRST_LINK, country_codes: ["XX"] }, 400, "INVALID_FIELD"],
      [{ ...FIRST_LINK, products: ["bonds"] }, 400, "INVALID_FIELD"],
      [{ ...FIRST_LINK, transactions: { days_requested: 731 } }, 400, "INVALID_FIELD"],
      [{ ...FIRST_LINK, redirect_uri: "https://purser.example/return?a=1" }, 400, "INVALID_FIELD"],
      [{ ...FIRST_LINK, optional_products: ["transactions"] }, 400, "INVALID_FIELD"],
      [{ ...FIRST_LINK, colour: "red" }, 400, "UNKNOWN_FIELDS"],
      [{ ...FIRST_LINK, products: ["balance"] }, 400, "INVALID_PRODUCT"],
      [{ ...UPDATE, access_token: "x" }, 400, "INVALID_ACCESS_TOKEN"],
      [{ ...FIRST_LINK, access_token: STRANGER }, 400, "INVALID_FIELD"],
    ],
  },
  "/link/token/get": {
    successes: async ({ post }) => {
      const { body } = await post("/link/token/create", {
        ...FIRST_LINK,
        account_filters: { credit: { account_subtypes: ["credit card"] } },
      });
      const { link_token: linkToken } = body;
      const opened = { link_token: linkToken, institution_id: "ins_109508" };
      const session = await post("/sandbox_link/sign_in", {
        ...opened,
        username: "user_good",
        password: "pass_good",
      });
      const { accounts, session_id: sessionId } = session.body;
      if (!Array.isArray(accounts)) throw new Error("Link shows no accounts");
      await post("/sandbox_link/finish", { session_id: sessionId, account_ids: [accounts[0].account_id] });
      return [{ link_token: linkToken }];
    },
    failures: () => [
      [{}, 400, "MISSING_FIELDS"],
      [{ link_token: wellFormed("link") }, 400, "INVALID_LINK_TOKEN"],
    ],
  },
  "/sandbox/public_token/create": {
    successes: () => [
      { institution_id: "ins_109508", initial_products: ["transactions"] },
      {
        institution_id: "ins_109508",
        initial_products: ["transactions", "liabilities"],
        options: {
          webhook: "https://purser.example/hook",
          override_username: "user_custom",
          override_password: "{}",
          transactions: { days_requested: 30 },
        },
      },
    ],
    failures: () => {
      const asked = { institution_id: "ins_109508", initial_products: ["transactions"] };
      const as = (name: string, password: string) => ({
        ...asked,
        options: { override_username: name, override_password: password },
      });
      return [
        [{}, 400, "MISSING_FIELDS"],
        [{ ...asked, initial_products: [] }, 400, "INVALID_FIELD"],
        [{ ...asked, institution_id: "ins_0" }, 400, "INVALID_INSTITUTION"],
        [{ institution_id: "ins_900002", initial_products: ["investments"] }, 400, "PRODUCTS_NOT_SUPPORTED"],
        [as("who", "pass_good"), 400, "INVALID_CREDENTIALS"],
        [as("user_good", "guess"), 400, "INVALID_CREDENTIALS"],
        [as("user_good", "error_ITEM_LOCKED"), 400, "ITEM_LOCKED"],
        [as("user_household", "{seed:1}"), 400, "INVALID_FIELD"],
        [as("user_custom", "{seed:1}"), 400, "INVALID_FIELD"],
        [as("user_custom", '{"override_accounts":[{"type":"purse"}]}'), 400, "INVALID_FIELD"],
        [as("user_custom", JSON.stringify({ seed: "x".repeat(60_000) })), 400, "INVALID_FIELD"],
      ];
    },
  },
  "/item/public_token/exchange": {
    successes: async ({ post }) => {
      const { body } = await post("/sandbox/public_token/create", {
        institution_id: "ins_109508",
        initial_products: ["transactions"],
      });
      return [{ public_token: body.public_token }];
    },
    failures: () => [
      [{}, 400, "MISSING_FIELDS"],
      [{ public_token: "guess" }, 400, "INVALID_PUBLIC_TOKEN"],
      [{ public_token: wellFormed("public") }, 400, "INVALID_PUBLIC_TOKEN"],
    ],
  },
} satisfies Record<string, Cases>;
