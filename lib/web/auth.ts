import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { countSignIn, TooManyAttempts } from "../account/attempt-limits";
import { findDemoPerson } from "../account/find-demo-person";
import { linkIdentity } from "../account/link-identity";
import { isSessionOver, SESSION_DAYS } from "../account/session-life";
import { verifyCredentials } from "../account/verify-credentials";
import { SignIn } from "../contract/account";
import { env } from "../env";
import { AppError } from "../errors";
import { authLogger } from "./auth-logger";
import { clientAddress } from "./client-address";
import { configuredProviders, readProviderIdentity } from "./identity-providers";
import { sessionCookie } from "./session-cookie";
import { SignInLimited } from "./sign-in-problem";
import { readTimeZoneCookie } from "./time-zone-cookie";

declare module "next-auth" {
  interface User {
    passwordMark?: string;
  }
}

const StartOfSession = z.object({ signedInAt: z.number() });

const password = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  authorize: async (raw, request) => {
    const input = SignIn.safeParse(raw);
    if (!input.success) return null;
    const forgive = await countSignIn(input.data.email, clientAddress(request.headers)).catch(refuseSignIn);
    const verified = await verifyCredentials(input.data);
    if (!verified) return null;
    await forgive();
    return { id: verified.person.id, passwordMark: verified.passwordMark };
  },
});

const demo = Credentials({
  id: "demo",
  credentials: {},
  authorize: async () => ({ id: (await findDemoPerson()).id }),
});

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
  /** The cookie says who, since when and by which password, nothing else; the rest is looked up on each request. */
  jwt({ token, user, account }) {
    // Auth.js would renew a cookie for ever.
    if (!account) {
      const start = StartOfSession.safeParse(token);
      return start.success && !isSessionOver(start.data, new Date()) ? token : null;
    }
    const signedInAt = Math.floor(Date.now() / 1_000);
    return { sub: user.id ?? "", passwordMark: user.passwordMark ?? null, signedInAt };
  },
});

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
    logger: authLogger,
  };
}

/** next-auth with a configuration made per request, so that importing it needs no settings (`next build` has none). */
export const { handlers, signIn, signOut } = NextAuth((request) => authConfig(request));
