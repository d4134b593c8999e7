import { env } from "../env";
import { AppError } from "../errors";
import { lazy } from "../lazy";

const TRY_AGAIN_SECONDS = 5;

type OpenStreams = { all: number; byPerson: Map<string, number> };
const openStreams = lazy("open-streams", (): OpenStreams => ({ all: 0, byPerson: new Map() }));

/**
 * Takes a place for one more open stream in this process, until the signal aborts: whatever ends a stream aborts its
 * reader.
 * @throws {AppError} `rate_limited` for a person who has as many as one may have; `unavailable` when the process has
 */
export function takeStream(userId: string, reader: AbortSignal): void {
  const open = openStreams();
  const own = open.byPerson.get(userId) ?? 0;
  if (own >= env().STREAMS_PER_PERSON)
    throw new AppError("rate_limited", "Too many tabs of yours are open. Close some of them.", {
      retryAfterSeconds: TRY_AGAIN_SECONDS,
    });
  if (open.all >= env().STREAMS_PER_PROCESS)
    throw new AppError(
      "unavailable",
      "Too many people are connected just now. Please try again in a moment.",
      {
        retryAfterSeconds: TRY_AGAIN_SECONDS,
      },
    );
  if (reader.aborted) return;
  open.all += 1;
  open.byPerson.set(userId, own + 1);
  reader.addEventListener("abort", () => leave(open, userId), { once: true });
}

/** For whoever watches the process. */
export const countOpenStreams = (): number => openStreams().all;

function leave(open: OpenStreams, userId: string): void {
  open.all -= 1;
  const left = (open.byPerson.get(userId) ?? 1) - 1;
  if (left > 0) open.byPerson.set(userId, left);
  else open.byPerson.delete(userId);
}
