import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import { fromPlaid, PlaidFailure, plaidProblem } from "./errors";

const answered = (code: string, type: string, status = 400) => ({
  isAxiosError: true as const,
  config: { headers: { "PLAID-SECRET": "s3cret" }, data: '{"access_token":"access-production-1"}' },
  response: { status, data: { error_code: code, error_type: type, request_id: "r-1", error_message: "x" } },
});

describe("fromPlaid", () => {
  it.each([
    ["ITEM_LOGIN_REQUIRED", "ITEM_ERROR", 400, "user_must_act", "conflict"],
    ["ITEM_NOT_FOUND", "ITEM_ERROR", 400, "gone", "conflict"],
    ["INVALID_ACCESS_TOKEN", "INVALID_INPUT", 400, "gone", "conflict"],
    ["INVALID_PUBLIC_TOKEN", "INVALID_INPUT", 400, "link_used", "conflict"],
    [
      "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION",
      "TRANSACTIONS_ERROR",
      400,
      "restart_sync",
      "unavailable",
    ],
    ["INSTITUTION_DOWN", "INSTITUTION_ERROR", 400, "bank_down", "unavailable"],
    ["A_NEW_BANK_TROUBLE", "INSTITUTION_ERROR", 400, "bank_down", "unavailable"],
    ["A_NEW_SIGN_IN_STEP", "ITEM_ERROR", 400, "user_must_act", "conflict"],
    ["TRANSACTIONS_LIMIT", "RATE_LIMIT_EXCEEDED", 429, "retry_soon", "unavailable"],
    ["ANYTHING", "API_ERROR", 500, "retry_soon", "unavailable"],
    ["INVALID_API_KEYS", "INVALID_INPUT", 400, "our_fault", "internal"],
    ["constructor", "", 400, "our_fault", "internal"],
  ])("%s of %s (%d) is %s", (code, type, status, kind, appCode) => {
    const error = fromPlaid(answered(code, type, status));
    expect(error).toBeInstanceOf(PlaidFailure);
    expect(error).toMatchObject({ kind, code: appCode, plaidCode: code });
  });

  it("carries neither our keys nor a token, whatever is printed", () => {
    const error = fromPlaid(answered("ITEM_LOGIN_REQUIRED", "ITEM_ERROR"));
    const printed = JSON.stringify({
      ...error,
      cause: error.cause,
      stack: error.stack,
      message: error.message,
    });
    expect(printed).not.toMatch(/s3cret|access-production/);
    expect(printed).toContain("r-1");
  });

  it("takes a network that does not answer for something that passes", () => {
    expect(fromPlaid({ isAxiosError: true, code: "ECONNREFUSED", response: undefined })).toMatchObject({
      code: "unavailable",
      plaidCode: "NETWORK",
      cause: { reason: "ECONNREFUSED" },
    });
  });

  it("survives an answer that is not Plaid's", () => {
    const thrown = { isAxiosError: true, response: { status: 502, data: "<html>" } };
    expect(fromPlaid(thrown)).toMatchObject({ code: "unavailable", plaidCode: "HTTP_502" });
  });

  it("leaves our own errors alone and wraps the rest", () => {
    const own = new AppError("not_found", "gone");
    expect(fromPlaid(own)).toBe(own);
    expect(fromPlaid(new TypeError("boom"))).toMatchObject({ code: "internal" });
  });
});

describe("plaidProblem", () => {
  it("says what helps", () => {
    expect(plaidProblem("ITEM_LOGIN_REQUIRED")).toContain("Reconnect");
    expect(plaidProblem("INSTITUTION_DOWN")).toContain("try again later");
  });
});
