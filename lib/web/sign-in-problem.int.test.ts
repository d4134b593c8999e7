import { expect, it } from "vitest";
import { TooManyAttempts } from "../account/attempt-limits";
import { SignInLimited, signInProblem } from "./sign-in-problem";

it("tells through Auth.js in how many minutes to try again", () => {
  for (const [minutes, words] of [
    [1, "1 minute."],
    [15, "15 minutes."],
  ] as const) {
    const problem = signInProblem(new SignInLimited(new TooManyAttempts(minutes * 60_000)).code);
    expect(problem).toMatchObject({
      code: "rate_limited",
      message: `Too many attempts. Try again in ${words}`,
    });
  }
});

it.each(["credentials", undefined, "rate_limited-x", "rate_limited-99999", ["rate_limited-0"]])(
  "takes the code %s for a password that is not right",
  (code) => {
    expect(signInProblem(code)).toMatchObject({ code: "unauthenticated", message: /^E-mail or password/ });
  },
);
