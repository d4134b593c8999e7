import { getPerson } from "../account/get-person";
import type { Period } from "../contract/money";
import { database } from "../db/client";
import { hasDigest, hasKnownBank, insertDigest } from "../db/queries/digests";
import { planTurn } from "../db/queries/people-due";
import { addDays, momentIn, todayIn } from "../domain/calendar";
import { weekPeriod } from "../domain/period";
import { weekBefore } from "../domain/weekly-digest";
import { every } from "../every";
import { readDigestSettings } from "./choose-digest";
import { mailDigest } from "./mail-digest";
import { makeDigest } from "./make-digest";
import { openLedger } from "./open-ledger";
import { sweepDue } from "./sweep-due";

/** On Mondays, when the week that it tells of has ended and the new one has hardly begun. */
const HOUR = 7;

/** After the mail server did not take a message. */
const RETRY_MS = 15 * 60_000;

/**
 * Writes what a person is told of their last whole week, once however often it is called, mails it to those who want that,
 * and plans the next one for Monday morning in their own time zone.
 * @throws {AppError} `not_found` when there is no such person, or no longer; `unavailable`
 */
export async function writeDigest(userId: string, now: Date): Promise<void> {
  const person = await getPerson(userId);
  const { inApp, byEmail } = await readDigestSettings(userId);
  const monday = weekPeriod(todayIn(person.timeZone, now)).start;
  const week = weekBefore(monday);
  if (inApp || byEmail) await keepDigest(userId, week, now);
  const isTaken = !byEmail || (await mailDigest(person, week.start, now));
  const next = momentIn(person.timeZone, addDays(monday, 7), HOUR);
  await planTurn(database(), userId, "digestDueAt", isTaken ? next : new Date(now.getTime() + RETRY_MS));
}

async function keepDigest(userId: string, week: Period, now: Date): Promise<void> {
  if (await hasDigest(database(), userId, week.start)) return;
  if (!(await hasKnownBank(database(), userId))) return;
  const content = await makeDigest(userId, await openLedger(userId, now), week, now);
  await insertDigest(database(), { userId, weekStart: week.start, content });
}

/** Sweeps from now on, in each worker for itself. @returns stop */
export const startSweepingDigests = (everyMs: number): (() => void) =>
  every(everyMs, () => sweepDue("digestDueAt", new Date()), { what: "weekly digests" });
