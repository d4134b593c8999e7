import { AppError } from "../errors";

/**
 * Refuses a request that changes something and comes from a page of another site: cookies alone do not prove that the
 * person meant it. Clients that are not browsers send neither header and pass.
 * @param ownOrigin where people reach us, whatever a proxy makes of the Host header
 * @throws {AppError} `forbidden`
 */
export function requireSameOrigin(request: Request, ownOrigin: string): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const isForeign =
    origin === null
      ? request.headers.get("sec-fetch-site") === "cross-site"
      : origin !== ownOrigin && hostOf(origin) !== request.headers.get("host");
  if (isForeign) throw new AppError("forbidden", "This request came from another site and was refused.");
}

/** A sandboxed page says "null", which no host equals. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
