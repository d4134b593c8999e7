import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import { log } from "../log";
import { countEvent, uncountEvent } from "../rate-limit";

const MINUTE_MS = 60_000;

/** See docs/decisions/0007. */
const WINDOWS = {
  "sign-in: address from one client": { limit: 10, ms: 15 * MINUTE_MS },
  "sign-in: client": { limit: 100, ms: 15 * MINUTE_MS },
  "sign-in: address": { limit: 100, ms: 60 * MINUTE_MS },
  "sign-up: client": { limit: 200, ms: 60 * MINUTE_MS },
};

/** `rate_limited`, with the time to wait. */
export class TooManyAttempts extends AppError {
  readonly minutes: number;

  constructor(waitMs: number) {
    const minutes = Math.ceil(waitMs / MINUTE_MS);
    super("rate_limited", `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? "" : "s"}.`, {
      retryAfterSeconds: Math.ceil(waitMs / 1_000),
    });
    this.minutes = minutes;
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
  const attempt = await count(limits);
  return async () => {
    await Promise.all(limits.map(({ window, of }) => uncountEvent({ what: window, who: of }, attempt)));
  };
}

/** @throws {TooManyAttempts} */
export async function countSignUp(client: string): Promise<void> {
  await count([{ window: "sign-up: client", of: client }]);
}

/** @returns the name of the attempt */
async function count(limits: Limit[]): Promise<string> {
  const attempt = randomUUID();
  const waits = await Promise.all(
    limits.map(({ window, of }) => countEvent({ what: window, who: of }, attempt, [WINDOWS[window]])),
  );
  const longest = Math.max(...waits);
  if (longest === 0) return attempt;
  const full = limits.filter((_, index) => waits[index] !== 0).map(({ window }) => window);
  log().warn({ limits: full }, "too many attempts");
  throw new TooManyAttempts(longest);
}
