import { CredentialsSignin } from "next-auth";
import { TooManyAttempts } from "../account/attempt-limits";
import { AppError } from "../errors";

const MINUTE_MS = 60_000;

/** `TooManyAttempts` on its way through Auth.js, which lets nothing pass but a code. */
export class SignInLimited extends CredentialsSignin {
  constructor({ minutes }: TooManyAttempts) {
    super();
    this.code = `rate_limited-${minutes}`;
  }
}

/** What the code of a refused sign-in means. It may come out of an address that anybody wrote. */
export function signInProblem(code: unknown): AppError {
  const minutes = /^rate_limited-([1-9]\d?)$/.exec(String(code))?.[1];
  return minutes
    ? new TooManyAttempts(Number(minutes) * MINUTE_MS)
    : new AppError("unauthenticated", "E-mail or password is not right. Check both and try again.");
}
