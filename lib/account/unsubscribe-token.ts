import { createHmac, timingSafeEqual } from "node:crypto";
import { Identifier } from "../contract/identifier";
import { env } from "../env";

/** What a link in a message carries: it can turn messages off without a session, and nothing else. */
export const unsubscribeToken = (userId: string): string => `${userId}.${signatureOf(userId)}`;

/** Whose messages a token turns off; null for one that we have not made. */
export function readUnsubscribeToken(token: string): string | null {
  const [userId = "", signature = ""] = token.split(".");
  if (!Identifier.safeParse(userId).success) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(userId))];
  return given.length === right.length && timingSafeEqual(given, right) ? userId : null;
}

const signatureOf = (userId: string): string =>
  createHmac("sha256", env().AUTH_SECRET).update(`unsubscribe ${userId}`).digest("base64url");
