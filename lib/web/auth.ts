import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { findDemoPerson } from "../account/find-demo-person";
import { linkIdentity } from "../account/link-identity";
import { verifyCredentials } from "../account/verify-credentials";
import { SignIn } from "../contract/account";
import { env } from "../env";
import { AppError } from "../errors";
import { authLogger } from "./auth-logger";
import { configuredProviders, readProviderIdentity } from "./identity-providers";
import { SESSION_DAYS, sessionCookie } from "./session-cookie";

declare module "next-auth" {
  interface User {
    passwordMark?: string;
  }
}

const password = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  authorize: async (raw) => {
    const input = SignIn.safeParse(raw);
    const verified = input.success ? await verifyCredentials(input.data) : null;
    return verified && { id: verified.person.id, passwordMark: verified.passwordMark };
  },
});

const demo = Credentials({
  id: "demo",
  credentials: {},
  authorize: async () => ({ id: (await findDemoPerson()).id }),
});

const callbacks: NonNullable<NextAuthConfig["callbacks"]> = {
  /** Refuses a Google or GitHub identity that may not become a person here, and says why on the sign-in page. */
  async signIn({ account, profile }) {
    if (!account || account.type === "credentials") return true;
    try {
      await linkIdentity(await readProviderIdentity(account, profile));
      return true;
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "forbidden") return "/sign-in?error=EmailNotVerified";
      throw thrown;
    }
  },
  /** The cookie says who and by which password, nothing else; the rest is looked up on each request. */
  async jwt({ token, user, account, profile }) {
    if (!account) return token;
    if (account.type === "credentials")
      return { sub: user.id ?? "", passwordMark: user.passwordMark ?? null };
    const person = await linkIdentity(await readProviderIdentity(account, profile));
    return { sub: person.id, passwordMark: null };
  },
};

function authConfig(): NextAuthConfig {
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
    callbacks,
    logger: authLogger,
  };
}

/** next-auth with a configuration made per request, so that importing it needs no settings (`next build` has none). */
export const { handlers, signIn, signOut } = NextAuth(() => authConfig());
