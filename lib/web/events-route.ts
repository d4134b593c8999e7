import { findSessionPerson } from "../account/find-session-person";
import { followPerson, type PersonFeedTiming } from "../chat/follow-person";
import { type PersonEvent, writeEvent } from "../contract/events";
import { EVENT_STREAM_HEADERS, eventStream } from "../stream/event-stream";
import { takeStream } from "../stream/open-streams";
import type { LogEntry } from "../stream/run-log";
import type { route } from "./route";
import { readSessionClaims } from "./session-cookie";
import { orLeave, readerOf } from "./stream-reader";

const { "x-vercel-ai-ui-message-stream": _isChat, ...HEADERS } = EVENT_STREAM_HEADERS;

type Wrapper = typeof route;

/** The feed of everything that is not an answer, behind a wrapper that tells who asks. docs/streaming.md is its contract. */
export const eventsRoute = (wrap: Wrapper, timing?: PersonFeedTiming) =>
  wrap({}, async ({ request, user }) => {
    const reader = readerOf(request);
    const cookie = request.headers.get("cookie");
    takeStream(user.id, reader.signal);
    const isStillSignedIn = () => isSessionOf(user.id, cookie);
    const feed = await orLeave(
      reader,
      followPerson({ userId: user.id, signal: reader.signal, isStillSignedIn }, timing),
    );
    return new Response(
      eventStream(numbered(feed), () => reader.abort()),
      { headers: HEADERS },
    );
  });

async function isSessionOf(userId: string, cookie: string | null): Promise<boolean> {
  const claims = await readSessionClaims(cookie);
  return claims !== null && (await findSessionPerson(claims, new Date()))?.id === userId;
}

/** The numbers mean nothing beyond this connection: whoever comes back begins with how things stand. */
async function* numbered(feed: AsyncGenerator<PersonEvent[]>): AsyncGenerator<LogEntry[], void> {
  let seq = 0;
  for await (const events of feed) {
    yield events.map((event) => {
      seq += 1;
      return { seq, json: writeEvent(event), terminal: false };
    });
  }
}
