import { describe, expect, it } from "vitest";
import {
  ChangeEmail,
  ChangePassword,
  ChooseCurrency,
  ChooseTimeZone,
  OneSession,
  RenamePerson,
} from "./settings";

const password = "correct horse battery";

describe("what can be set", () => {
  it.each([
    ["a name without letters", RenamePerson, { name: "   " }, "Enter your name."],
    ["a name that is too long", RenamePerson, { name: "a".repeat(101) }, "Use at most 100 characters."],
    ["an address that is none", ChangeEmail, { email: "robin", password }, /^Enter an e-mail address/],
    [
      "an address without the password",
      ChangeEmail,
      { email: "a@b.example", password: "" },
      "Enter your password.",
    ],
    ["a short password", ChangePassword, { password, newPassword: "short" }, "Use at least 10 characters."],
    ["the same password", ChangePassword, { password, newPassword: password }, /^Choose another password/],
    ["a zone that is none", ChooseTimeZone, { timeZone: "Mars/Olympus" }, /not a time zone/],
    ["a currency that is none", ChooseCurrency, { currency: "euros" }, /^Choose one of the currencies/],
    ["a session that is none", OneSession, { sessionId: "1" }, /UUID/],
  ])("is not %s", (_, schema, input, message) => {
    const result = schema.safeParse(input);
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.message).toMatch(message);
  });

  it("is trimmed and folded as in signing up", () => {
    expect(RenamePerson.parse({ name: " Robin " })).toEqual({ name: "Robin" });
    expect(ChangeEmail.parse({ email: "Robin@Purser.Example", password })).toMatchObject({
      email: "robin@purser.example",
    });
    expect(ChooseCurrency.parse({ currency: null })).toEqual({ currency: null });
  });
});
