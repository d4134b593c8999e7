import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { countSignIn, TooManyAttempts } from "../account/attempt-limits";
import { leaveSession } from "../account/end-session";
import { findDemoPerson } from "../account/find-demo-person";
import { findSessionPerson } from "../account/find-session-person";
import { linkIdentity } from "../account/link-identity";
import { SESSION_DAYS } from "../account/session-life";
import { startSession } from "../account/start-session";
import { verifyCredentials } from "../account/verify-credentials";
import { SignIn } from "../contract/account";
import { env } from "../env";
import { AppError } from "../errors";
import { authLogger } from "./auth-logger";
import { clientAddress } from "./client-address";
import { configuredProviders, readProviderIdentity } from "./identity-providers";
import { claimsOf, sessionCookie } from "./session-cookie";
import { SignInLimited } from "./sign-in-problem";
import { readTimeZoneCookie } from "./time-zone-cookie";

declare module "next-auth" {
  interface User {
    passwordMark?: string;
    userAgent?: string | null;
  }
}

const password = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  authorize: async (raw, request) => {
    const input = SignIn.safeParse(raw);
    if (!input.success) return null;
    const forgive = await countSignIn(input.data.email, clientAddress(request.headers)).catch(refuseSignIn);
    const verified = await verifyCredentials(input.data);
    if (!verified) return null;
    await forgive();
    const { person, passwordMark } = verified;
    return { id: person.id, passwordMark, userAgent: userAgentOf(request) };
  },
});

const demo = Credentials({
  id: "demo",
  credentials: {},
  authorize: async (_, request) => ({ id: (await findDemoPerson()).id, userAgent: userAgentOf(request) }),
});

const userAgentOf = (request: Request): string | null => request.headers.get("user-agent");

function refuseSignIn(thrown: unknown): never {
  throw thrown instanceof TooManyAttempts ? new SignInLimited(thrown) : thrown;
}

const callbacks = (request: NextRequest | undefined): NonNullable<NextAuthConfig["callbacks"]> => ({
  /**
   * Finds or makes the person of a Google or GitHub identity, and says why on the sign-in page when it may not become one.
   * Auth.js hands the same `user` to `jwt` afterwards, so the id is looked up once.
   */
  async signIn({ user, account, profile }) {
    if (!account || account.type === "credentials") return true;
    try {
      const identity = await readProviderIdentity(account, profile, readTimeZoneCookie(request));
      user.id = (await linkIdentity(identity)).id;
      return true;
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "forbidden") return "/sign-in?error=EmailNotVerified";
      throw thrown;
    }
  },
  /** The cookie says whose session it is, which one and since when, nothing else; the rest is looked up on each request. */
  async jwt({ token, user, account }) {
    const now = new Date();
    // Auth.js would renew a cookie for ever.
    if (!account) {
      const claims = claimsOf(token);
      return claims && (await findSessionPerson(claims, now)) ? token : null;
    }
    // A provider sends the browser back here; what comes from our own forms has passed `authorize`.
    const userAgent = user.userAgent ?? (request ? userAgentOf(request) : null);
    const begun = { userId: user.id ?? "", passwordMark: user.passwordMark ?? null, userAgent };
    const { userId, ...claims } = await startSession(begun, now);
    return { sub: userId, ...claims };
  },
});

const events: NonNullable<NextAuthConfig["events"]> = {
  async signOut(message) {
    const claims = "token" in message ? claimsOf(message.token) : null;
    if (claims) await leaveSession(claims);
  },
};

function authConfig(request: NextRequest | undefined): NextAuthConfig {
  const { name, secure } = sessionCookie(env().AUTH_URL);
  return {
    basePath: "/api/auth",
    secret: env().AUTH_SECRET,
    trustHost: true,
    useSecureCookies: secure,
    cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [password, ...(env().DEMO_ENABLED ? [demo] : []), ...configuredProviders()],
    callbacks: callbacks(request),
    events,
    logger: authLogger,
  };
}

/** next-auth with a configuration made per request, so that importing it needs no settings (`next build` has none). */
export const { handlers, signIn, signOut } = NextAuth((request) => authConfig(request));
