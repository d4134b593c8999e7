import { type PersonEvent, readEvent, writeEvent } from "../contract/events";
import { log } from "../log";
import { redis } from "../redis";
import { subscribeToChannel } from "./channel-subscriber";

const channelOfPerson = (userId: string) => `person:${userId}`;

/**
 * Tells a person's open tabs, on whatever device and at whatever web process. Call it after the commit. Never throws and is not
 * waited for: it is only speed, the truth is in Postgres, and tabs look there from time to time.
 */
export function publishToPerson(userId: string, event: PersonEvent): void {
  redis()
    .publish(channelOfPerson(userId), writeEvent(event))
    .catch((error: unknown) => log().debug({ userId, type: event.type, err: error }, "tabs not told"));
}

/**
 * Hear what is published to a person from now on; subscribed when this resolves.
 * @param onRestored events may have been lost: read again what they were about
 */
export const subscribeToPerson = (
  userId: string,
  onEvent: (event: PersonEvent) => void,
  onRestored: () => void,
): Promise<() => void> =>
  subscribeToChannel(channelOfPerson(userId), {
    onMessage: (message) => {
      const event = readEvent(message);
      if (event !== null) onEvent(event);
    },
    onRestored,
  });
