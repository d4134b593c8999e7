import { database } from "../db/client";
import { deleteSessionsBegunBefore } from "../db/queries/sessions";
import { every } from "../every";
import { oldestSession } from "./session-life";

const SELDOM_MS = 3_600_000;

/** Forgets the devices whose sessions are over anyway. */
export async function forgetOverSessions(now: Date): Promise<void> {
  await deleteSessionsBegunBefore(database(), oldestSession(now));
}

/** Sweeps from now on, in each worker for itself. @returns stop */
export const startSweepingSessions = (): (() => void) =>
  every(SELDOM_MS, () => forgetOverSessions(new Date()), { what: "sessions that are over" });
