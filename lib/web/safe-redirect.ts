/** Where people land who did not ask for a page. */
export const HOME_PATH = "/chat";

const SELF = "http://self.invalid";

/**
 * A path on this site to go to after signing in. What comes from the address bar must not lead elsewhere:
 * `//evil.example`, `/\evil.example` and paths with control characters, which browsers drop, are refused by resolving
 * the path as a browser does and keeping it only if it stays here.
 * https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html
 */
export function safeRedirectPath(value: unknown, fallback = HOME_PATH): string {
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, SELF)) return fallback;
  const url = new URL(value, SELF);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // "/.//evil.example" resolves to "//evil.example", which would lead away in the next step.
  return url.origin === SELF && !path.startsWith("//") ? path : fallback;
}

/** `page` with `next` as the place to go on to, left out when that is where people land anyway. */
export const pathWithNext = (page: string, next: string): string =>
  next === HOME_PATH ? page : `${page}?next=${encodeURIComponent(next)}`;
