import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "../errors";
import { log } from "../log";
import { redis } from "../redis";

const MINUTE_MS = 60_000;
const PATIENCE_MS = 1_000;

/** So many attempts are let through from the first one on until the window has passed (docs/decisions/0007). */
const WINDOWS = {
  "sign-in: address from one client": { attempts: 10, ms: 15 * MINUTE_MS },
  "sign-in: client": { attempts: 100, ms: 15 * MINUTE_MS },
  "sign-in: address": { attempts: 100, ms: 60 * MINUTE_MS },
  "sign-up: client": { attempts: 200, ms: 60 * MINUTE_MS },
};
/** One step, so that a counter can never be left without an end. */
const COUNT = `
  redis.call("SET", KEYS[1], 0, "PX", ARGV[2], "NX")
  return { redis.call("INCRBY", KEYS[1], ARGV[1]), redis.call("PTTL", KEYS[1]) }`;
const CountAnswer = z.tuple([z.number(), z.number()]);

/** `rate_limited`, with the time to wait. */
export class TooManyAttempts extends AppError {
  constructor(readonly minutes: number) {
    super("rate_limited", `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? "" : "s"}.`);
  }
}

type Limit = { window: keyof typeof WINDOWS; of: string };

/**
 * Counts an attempt to sign in before the password is looked at, so that attempts sent at once count as well.
 * @param client where the attempt comes from, see `clientAddress`
 * @returns takes the attempt back, for a password that was right: only failures count
 * @throws {TooManyAttempts}
 */
export async function countSignIn(email: string, client: string): Promise<() => Promise<void>> {
  const limits: Limit[] = [
    { window: "sign-in: address from one client", of: `${email} ${client}` },
    { window: "sign-in: client", of: client },
    { window: "sign-in: address", of: email },
  ];
  await count(limits);
  return async () => void (await add(limits, -1));
}

/** @throws {TooManyAttempts} */
export const countSignUp = (client: string): Promise<void> =>
  count([{ window: "sign-up: client", of: client }]);

async function count(limits: Limit[]): Promise<void> {
  const states = await add(limits, 1);
  const full = states.filter(({ window, attempts }) => attempts > WINDOWS[window].attempts);
  if (full.length === 0) return;
  log().warn({ limits: full.map(({ window }) => window) }, "too many attempts");
  throw new TooManyAttempts(Math.ceil(Math.max(...full.map(({ msLeft }) => msLeft)) / MINUTE_MS));
}

/** Without Redis nobody is counted, nobody is locked out, and nobody waits long. */
async function add(limits: Limit[], change: 1 | -1) {
  const tooLate = setTimeout(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`No answer within ${PATIENCE_MS} ms.`);
  });
  try {
    return await Promise.race([Promise.all(limits.map((limit) => addTo(limit, change))), tooLate]);
  } catch (error) {
    log().error({ err: error }, "attempts are not counted: Redis does not answer");
    return [];
  }
}

async function addTo({ window, of }: Limit, change: 1 | -1) {
  // Whose attempts they are is nobody's business who reads Redis.
  const key = `purser:attempts:${createHash("sha256").update(`${window}: ${of}`).digest("base64url")}`;
  const answer = await redis().eval(COUNT, 1, key, change, WINDOWS[window].ms);
  const [attempts, msLeft] = CountAnswer.parse(answer);
  return { window, attempts, msLeft };
}
