import { createHash } from "node:crypto";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `soon` for what passes by itself, `hours` for a bank that is away, `daily` for one that waits for the person. */
const PACES = {
  soon: { first: 5_000, longest: HOUR_MS },
  hours: { first: HOUR_MS, longest: 6 * HOUR_MS },
  daily: { first: 24 * HOUR_MS, longest: 24 * HOUR_MS },
} as const;
export type Pace = keyof typeof PACES;

/** How often a bank is read although nothing has been heard of it. */
const POLL_MS = 6 * HOUR_MS;

/** How long to wait after so many attempts (1 is the first): doubling, at most as its pace says. In milliseconds. */
export function retryDelay(attempts: number, pace: Pace = "soon"): number {
  const { first, longest } = PACES[pace];
  return Math.min(first * 2 ** (attempts - 1), longest);
}

/**
 * The same, up to a fifth shorter: banks that failed together do not come back together. Always the same for one id and
 * attempt, so that a plan that is made twice is one plan.
 */
export const spreadDelay = (id: string, attempts: number, pace: Pace = "soon"): number =>
  Math.round(retryDelay(attempts, pace) * (1 - shareOf(`${id} ${attempts}`) / 5));

/** Until the next reading of a bank that is up to date: six hours, half an hour more or less by its id. */
export const pollDelay = (id: string): number => Math.round(POLL_MS + (shareOf(id) - 0.5) * HOUR_MS);

/** @returns from 0 up to but without 1 */
const shareOf = (text: string): number =>
  createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
