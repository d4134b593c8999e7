import { describe, expect, it } from "vitest";
import { SignUp } from "./account";

const input = { name: " Robin ", email: "Robin@Purser.Example", password: "correct horse" };

describe("the sign-up form", () => {
  it("takes the name without spaces around it and the e-mail address in lower case", () => {
    expect(SignUp.parse(input)).toEqual({
      name: "Robin",
      email: "robin@purser.example",
      password: "correct horse",
      timeZone: "UTC",
    });
  });

  it("keeps the browser's time zone and falls back to UTC for one that nobody knows", () => {
    expect(SignUp.parse({ ...input, timeZone: "America/New_York" }).timeZone).toBe("America/New_York");
    for (const timeZone of ["", "Mars/Olympus", "x".repeat(100), 7]) {
      expect(SignUp.parse({ ...input, timeZone }).timeZone).toBe("UTC");
    }
  });

  it.each([
    [{ password: "too short" }, "Use at least 10 characters."],
    [{ email: "robin" }, "Enter an e-mail address like name@example.com."],
    [{ name: "   " }, "Enter your name."],
    [{ name: "Robin ".repeat(17) }, "Use at most 100 characters."],
    [{ name: "x(".repeat(10_000) }, "Use at most 100 characters."],
  ])("refuses %j in words", (wrong, message) => {
    const result = SignUp.safeParse({ ...input, ...wrong });
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
