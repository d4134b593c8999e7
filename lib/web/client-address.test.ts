import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

it.each([
  ["the connection itself, as Next fills it in", "192.0.2.7", "192.0.2.7"],
  ["what the proxy in front of us saw, not what the client claims", "10.0.0.1, 192.0.2.7", "192.0.2.7"],
  ["nowhere known", "", "unknown"],
])("a client is at %s", (_, header, address) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": header }))).toBe(address);
});
