import { database } from "../db/client";
import { insertSession } from "../db/queries/sessions";
import { describeDevice } from "./describe-device";
import type { SessionClaims } from "./session-life";

type NewSession = {
  userId: string;
  /** Names the password that it begins with; null when it begins without one. */
  passwordMark: string | null;
  userAgent: string | null;
};

/** Signs a person in on one more device. @returns what its cookie says */
export async function startSession(
  { userId, passwordMark, userAgent }: NewSession,
  now: Date,
): Promise<SessionClaims> {
  const device = describeDevice(userAgent);
  const sessionId = await insertSession(database(), { userId, passwordMark, device, createdAt: now });
  return { userId, sessionId, signedInAt: Math.floor(now.getTime() / 1_000) };
}
