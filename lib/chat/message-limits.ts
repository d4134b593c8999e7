import type { Demand } from "../db/queries/turns";
import { env } from "../env";
import { AppError } from "../errors";
import { log } from "../log";
import { countWaiting } from "../queue/waiting";
import { countEvent, forgetEvents } from "../rate-limit";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Nobody knows when an answer will have ended: soon enough to be quick, rare enough to be no burden. */
const TRY_AGAIN_SECONDS = 5;

/**
 * Lets a new message in, or says when to try again. The same message again counts once, so call it only for one that
 * has no run yet.
 * @throws {AppError} `rate_limited` for a person who sends too many; `unavailable` when too many answers wait already,
 *   whoever asked for them
 */
export async function admitMessage(userId: string, requestKey: string): Promise<void> {
  await refuseFullQueue();
  const { MESSAGES_PER_MINUTE, MESSAGES_PER_HOUR } = env();
  const waitMs = await countEvent({ what: "messages", who: userId }, requestKey, [
    { limit: MESSAGES_PER_MINUTE, ms: MINUTE_MS },
    { limit: MESSAGES_PER_HOUR, ms: HOUR_MS },
  ]);
  if (waitMs === 0) return;
  const retryAfterSeconds = Math.ceil(waitMs / 1_000);
  throw new AppError(
    "rate_limited",
    `You have sent many messages in a short time. Try again in ${inWords(retryAfterSeconds)}.`,
    { retryAfterSeconds },
  );
}

/** As if this person had never sent a message. */
export const forgetMessageCount = (userId: string): Promise<void> =>
  forgetEvents({ what: "messages", who: userId });

/** @throws {AppError} `rate_limited` for a person with as many unfinished answers as one may have */
export function refuseManyUnfinished({ unfinished }: Demand): void {
  if (unfinished < env().ANSWERS_PER_PERSON) return;
  const being = unfinished === 1 ? "One of your answers is" : `${unfinished} of your answers are`;
  throw new AppError(
    "rate_limited",
    `${being} still being written. Wait for one to end or stop it, then send your message.`,
    { retryAfterSeconds: TRY_AGAIN_SECONDS },
  );
}

async function refuseFullQueue(): Promise<void> {
  const waiting = await countWaiting("answer.generate").catch((error: unknown) => {
    log().warn({ err: error }, "the queue was not counted");
    return 0;
  });
  if (waiting < env().QUEUE_LIMIT) return;
  log().error({ waiting }, "the queue is full");
  throw new AppError(
    "unavailable",
    "Too many questions are waiting just now. Please try again in a moment.",
    {
      retryAfterSeconds: TRY_AGAIN_SECONDS,
    },
  );
}

function inWords(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
