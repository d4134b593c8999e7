import { AuthError, type NextAuthConfig } from "next-auth";
import { log } from "../log";

/** What visitors cause by what they send; it says nothing about us, so it gets one line and no stack trace. */
const VISITOR_ERRORS = new Set([
  "CredentialsSignin",
  "MissingCSRF",
  "AccessDenied",
  "UnknownAction",
  "InvalidProvider",
]);

/** Auth.js writes stack traces to the console by default, one per wrong password. */
export const authLogger: NonNullable<NextAuthConfig["logger"]> = {
  error(error) {
    if (error instanceof AuthError && VISITOR_ERRORS.has(error.type)) {
      log().info({ reason: error.type }, "sign-in refused");
    } else {
      log().error({ err: error }, "sign-in failed");
    }
  },
  warn(code) {
    log().warn({ warning: code }, "auth warning");
  },
  debug(message) {
    log().debug({ detail: message }, "auth");
  },
};
