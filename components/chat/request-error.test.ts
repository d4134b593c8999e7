import { expect, test } from "vitest";
import { toMilliseconds, toRequestError } from "./request-error";

const NOW = Date.UTC(2026, 0, 1);

test.each([
  ["12", 12_000],
  ["0", 0],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
  ["Wed, 31 Dec 2025 23:59:00 GMT", 0],
  ["soon", null],
  [null, null],
])("Retry-After: %s is %s ms", (header, expected) => {
  expect(toMilliseconds(header, NOW)).toBe(expected);
});

test("a proxy that finds no server is told from a server of ours that refuses", async () => {
  const ours = { error: { code: "unavailable", message: "Full.", requestId: "r" } };
  expect((await toRequestError(Response.json(ours, { status: 503 }))).isBetween).toBe(false);
  expect((await toRequestError(new Response("<html>", { status: 503 }))).isBetween).toBe(true);
  expect((await toRequestError(new Response("<html>", { status: 404 }))).isBetween).toBe(false);
});
