import { expect, it } from "vitest";
import { hideSecrets } from "./hide-secrets";

const hide = hideSecrets({
  application: {
    DATABASE_URL: "postgres://purser:p%40ssword-1@db.example:5432/purser",
    ENCRYPTION_KEYS: "k2:BBBBBBBBBB=,k1:AAAAAAAAAA=",
    OPENAI_MODEL: "gpt-5-mini",
    PLAID_SECRET: "abc",
  },
  tools: { FLY_API_TOKEN: "fm2_token", FLY_APP: "purser-worker" },
  overridden: [],
});

it("takes secrets out of what tools and drivers say, whole, in part, and decoded", () => {
  expect(hide("connect postgres://purser:p%40ssword-1@db.example:5432/purser")).toBe("connect …");
  expect(hide('password "p@ssword-1" was refused for purser')).toBe('password "…" was refused for purser');
  expect(hide("k1:AAAAAAAAAA= and AAAAAAAAAA=; fm2_token")).toBe("… and …; …");
});

it("leaves what is no secret, and what is too short to tell from a word", () => {
  const sentence = "gpt-5-mini at purser-worker: abc";
  expect(hide(sentence)).toBe(sentence);
});
