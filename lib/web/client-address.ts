/**
 * Where a request comes from. Next fills in X-Forwarded-For with the address of the connection when no proxy did. Only the last
 * entry counts: the proxy in front of us wrote it, while those before it are whatever the client claims.
 */
export const clientAddress = (headers: Headers): string =>
  headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
