import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { isSessionOver, type SessionClaims } from "../account/session-life";
import { env } from "../env";

const Claims = z
  .object({ sub: z.uuid(), sessionId: z.uuid(), signedInAt: z.number() })
  .transform(({ sub, ...claims }): SessionClaims => ({ userId: sub, ...claims }));

/** What the decrypted token of a cookie says; null when it says something else, or is over. */
export function claimsOf(token: unknown): SessionClaims | null {
  const claims = Claims.safeParse(token);
  return claims.success && !isSessionOver(claims.data, new Date()) ? claims.data : null;
}

/**
 * The cookie that holds the session, an encrypted JWT. Browsers share cookies between the ports of one host, so the port is
 * part of the name: two copies on one machine do not sign each other out. It comes first because Auth.js takes
 * every cookie whose name begins with this one for a piece of it.
 */
export function sessionCookie(authUrl: string): { name: string; secure: boolean } {
  const { port, protocol } = new URL(authUrl);
  const secure = protocol === "https:";
  return { name: `${secure ? "__Secure-" : ""}purser${port && `-${port}`}.session`, secure };
}

/** What the session cookie among these says; null when there is none, or it is forged, foreign or over. */
export async function readSessionClaims(cookieHeader: string | null): Promise<SessionClaims | null> {
  const { name } = sessionCookie(env().AUTH_URL);
  const token = await getToken({
    // Only the cookie: Auth.js would also take a bearer token from the other headers.
    req: { headers: { cookie: cookieHeader ?? "" } },
    cookieName: name,
    salt: name,
    secret: env().AUTH_SECRET,
  });
  return claimsOf(token);
}
