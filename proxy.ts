import { type NextRequest, NextResponse } from "next/server";
import { env } from "./lib/env";
import { readSessionClaims } from "./lib/web/session-cookie";

const PUBLIC_PATHS = new Set(["/", "/sign-in", "/sign-up", "/account-deleted", "/unsubscribe"]);
/** Conversations that their people have made a link to. */
const SHARED = "/shared/";

/**
 * Sends people without a session from the pages of the application to the sign-in page, and back afterwards. This is a courtesy, not
 * the lock: every page, action and route asks for the session itself and looks the person up.
 */
export async function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  // An action called without a session answers with a coded error, which a redirect would hide.
  const isPageView = request.method === "GET" || request.method === "HEAD";
  if (!isPageView || PUBLIC_PATHS.has(pathname) || pathname.startsWith(SHARED)) return NextResponse.next();
  if (await readSessionClaims(request.headers.get("cookie"))) return NextResponse.next();
  // Built on AUTH_URL: behind a proxy or in a container the request's own host is not the public one.
  const signIn = new URL("/sign-in", env().AUTH_URL);
  signIn.searchParams.set("next", `${pathname}${search}`);
  return NextResponse.redirect(signIn);
}

// Everything except routes, Next's own files and files with an extension.
export const config = { matcher: ["/((?!api/|_next/|.*\\.[\\w]+$).*)"] };
