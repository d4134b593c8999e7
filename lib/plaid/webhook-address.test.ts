import { expect, it } from "vitest";
import { addressWith } from "./webhook-address";

it.each([
  ["https://purser.example", undefined, "https://purser.example/api/webhooks/plaid"],
  ["https://purser.example:8443/", undefined, "https://purser.example:8443/api/webhooks/plaid"],
  ["http://localhost:3000", undefined, undefined],
  ["http://127.0.0.1:3000", undefined, undefined],
  ["http://[::1]:3000", undefined, undefined],
  ["http://localhost:3000", "http://127.0.0.1:4010", "http://localhost:3000/api/webhooks/plaid"],
  ["https://localhost.example", undefined, "https://localhost.example/api/webhooks/plaid"],
])("at %s, with the bank at %s, news is sent to %s", (AUTH_URL, PLAID_BASE_URL, address) => {
  expect(addressWith({ AUTH_URL, PLAID_BASE_URL })).toBe(address);
});
