import { describe, expect, it } from "vitest";
import { findAccountsUsed } from "./accounts-used";

describe("accounts that money went through", () => {
  it.each([
    ["spent with my freedom card", ["freedom card"]],
    ["spent with my credit card", ["credit card"]],
    ["sapphire card spending", ["sapphire card"]],
    ["groceries on my sapphire", ["sapphire"]],
    ["the card ending in 1003", ["1003"]],
  ])("%s", (text, accounts) => expect(findAccountsUsed(text).accounts).toEqual(accounts));

  it.each(["spent on my dog", "spent on groceries", "spent on my rent"])("%s is no account", (text) =>
    expect(findAccountsUsed(text)).toEqual({ accounts: [], rest: text }),
  );
});
