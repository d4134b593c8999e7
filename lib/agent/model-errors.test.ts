import { describe, expect, it } from "vitest";
import { askOffline } from "../../tests/support/ask-offline";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import { AppError } from "../errors";
import { toModelError } from "./model-errors";

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });
const named = (name: string, message: string) => Object.assign(new Error(message), { name });

describe("what ended an answer early", () => {
  it.each([
    [
      "undici's cut body",
      new TypeError("terminated", { cause: withCode("other side closed", "UND_ERR_SOCKET") }),
    ],
    ["a fetch that failed", new TypeError("fetch failed", { cause: withCode("connect", "ECONNREFUSED") })],
    ["a reset socket", withCode("read ECONNRESET", "ECONNRESET")],
    ["a name that does not resolve", withCode("getaddrinfo", "ENOTFOUND")],
    ["the client's connection error", named("APIConnectionError", "Connection error.")],
  ])("is a broken connection, worth trying again: %s", (_, error) => {
    expect(toModelError(error)).toMatchObject({ code: "unavailable", retryable: true, cause: error });
    expect(toModelError(error).message).toMatch(/connection to the language model broke/);
  });

  it.each([
    ["a plain error", new Error("The offline analyst was called without the facts of the system prompt.")],
    ["a type error", new TypeError("Cannot read properties of undefined (reading 'kind')")],
    ["a range error", new RangeError("Invalid time value")],
    ["something that is no error", "oops"],
  ])("is our own fault, not the network's: %s", (_, error) => {
    expect(toModelError(error)).toMatchObject({ code: "internal", retryable: false });
    expect(toModelError(error).message).toMatch(/on our side/);
  });

  it("is told as our own fault in offline mode too", async () => {
    const broken = { ...householdWithTraps(), coverage: () => Promise.reject(new Error("a bug")) };
    const asked = askOffline(broken, "groceries last month");
    await expect(asked).rejects.toBeInstanceOf(AppError);
    await expect(asked).rejects.toMatchObject({ code: "internal" });
  });
});
