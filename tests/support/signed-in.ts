import { encode } from "next-auth/jwt";
import type { SessionClaims } from "../../lib/account/session-life";
import { startSession } from "../../lib/account/start-session";
import { sessionCookie } from "../../lib/web/session-cookie";

/** The cookie that says this, whether it is true or not. */
export async function cookieSaying({ userId, ...claims }: SessionClaims): Promise<string> {
  const { name } = sessionCookie(process.env.AUTH_URL ?? "");
  const secret = process.env.AUTH_SECRET ?? "";
  return `${name}=${await encode({ token: { sub: userId, ...claims }, salt: name, secret })}`;
}

type Beginning = { passwordMark?: string; userAgent?: string; at?: Date };

/** Signs a person in on one more device, as the routes of signing in do it. */
export async function signedIn(userId: string, { passwordMark, userAgent, at }: Beginning = {}) {
  const begun = { userId, passwordMark: passwordMark ?? null, userAgent: userAgent ?? null };
  const claims = await startSession(begun, at ?? new Date());
  return { ...claims, cookie: await cookieSaying(claims) };
}
