import type { Cases } from "./world";

const US = { country_codes: ["US"] };

export const referenceCases = {
  "/institutions/get": {
    successes: () => [
      { count: 500, offset: 0, country_codes: ["US", "DE"] },
      {
        count: 1,
        offset: 1,
        ...US,
        options: { products: ["investments"], include_optional_metadata: true, oauth: false },
      },
    ],
    failures: () => [
      [{ ...US, count: 1 }, 400, "MISSING_FIELDS"],
      [{ ...US, count: 501, offset: 0 }, 400, "INVALID_FIELD"],
      [{ country_codes: [], count: 1, offset: 0 }, 400, "INVALID_FIELD"],
    ],
  },
  "/institutions/get_by_id": {
    successes: () => [
      { institution_id: "ins_109508", ...US },
      {
        institution_id: "ins_900005",
        country_codes: ["DE"],
        options: { include_optional_metadata: true, include_status: true },
      },
    ],
    failures: () => [
      [{ institution_id: "ins_109508" }, 400, "MISSING_FIELDS"],
      [{ institution_id: "ins_0", ...US }, 400, "INVALID_INSTITUTION"],
      [{ institution_id: "ins_900005", ...US }, 400, "INVALID_INSTITUTION"],
    ],
  },
  "/institutions/search": {
    successes: () => [
      { query: "platypus", products: ["transactions"], ...US },
      { query: "nothing of the kind", ...US, options: { include_optional_metadata: true } },
    ],
    failures: () => [
      [US, 400, "MISSING_FIELDS"],
      [{ query: "", ...US }, 400, "INVALID_FIELD"],
    ],
  },
  "/categories/get": {
    successes: () => [{}],
    failures: () => [
      ["[]", 400, "INVALID_BODY"],
      [{ colour: "red" }, 400, "UNKNOWN_FIELDS"],
    ],
  },
  "/webhook_verification_key/get": {
    successes: async ({ fresh, post }) => {
      await post("/sandbox/item/reset_login", { access_token: await fresh() });
      const { body } = await post("/control/webhooks/rotate_key", {});
      return [{ key_id: body.key_id }];
    },
    failures: () => [
      [{}, 400, "MISSING_FIELDS"],
      [{ key_id: "" }, 400, "INVALID_FIELD"],
      [{ key_id: "guess" }, 400, "INVALID_WEBHOOK_VERIFICATION_KEY_ID"],
    ],
  },
} satisfies Record<string, Cases>;
