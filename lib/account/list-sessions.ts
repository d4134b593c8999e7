import type { SessionView } from "../contract/settings";
import { database } from "../db/client";
import { listSessionRows, type SessionKey } from "../db/queries/sessions";
import { oldestSession } from "./session-life";

/** Where the person is signed in: the session that asks first, then the others, last used first. */
export async function listSessions(asking: SessionKey, now: Date): Promise<SessionView[]> {
  const rows = await listSessionRows(database(), asking, oldestSession(now));
  return rows.map(({ id, device, createdAt, lastSeenAt }) => ({
    id,
    device,
    isThis: id === asking.sessionId,
    lastSeenAt: lastSeenAt.toISOString(),
    signedInAt: createdAt.toISOString(),
  }));
}
