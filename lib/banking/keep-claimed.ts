import { database } from "../db/client";
import { renewClaims, type WebhookEvent } from "../db/queries/webhook-events";
import { every } from "../every";

/** What a worker that died had taken is free for others after this long. */
export const CLAIMED_FOR_MS = 20_000;
const RENEWED_EVERY_MS = 5_000;

/** A bank may take longer to answer than a claim lasts: until the end no other worker is to ask it the same. @returns stop */
export function keepClaimed(events: readonly WebhookEvent[], until: Date, clock: () => Date): () => void {
  const ids = events.map(({ id }) => id);
  let claimedUntil = until;
  return every(
    RENEWED_EVERY_MS,
    async () => {
      const next = new Date(clock().getTime() + CLAIMED_FOR_MS);
      await renewClaims(database(), ids, { from: claimedUntil, until: next });
      claimedUntil = next;
    },
    { what: "claim of news" },
  );
}
