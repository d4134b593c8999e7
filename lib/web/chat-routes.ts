import { z } from "zod";
import { answerQuestion } from "../chat/answer-question";
import type { RunFeed } from "../chat/follow-run";
import { listSentPrompts } from "../chat/list-sent-prompts";
import { resumeRun } from "../chat/resume-run";
import { stopRun } from "../chat/stop-run";
import { SendMessage, StopRun } from "../contract/chat";
import { Identifier } from "../contract/identifier";
import { AppError } from "../errors";
import { EVENT_STREAM_HEADERS, eventStream } from "../stream/event-stream";
import { takeStream } from "../stream/open-streams";
import type { route } from "./route";
import { orLeave, readerOf } from "./stream-reader";

const ConversationParams = z.object({ conversationId: Identifier });
const RunParams = ConversationParams.extend({ runId: Identifier });

const Cursor = z
  .string()
  .regex(/^\d{1,9}$/, "must be the number of a chunk, as the stream's id lines give it")
  .transform(Number);

const StreamQuery = z.object({ after: Cursor.optional(), run: Identifier.optional() });

type Wrapper = typeof route;

/** The routes of a conversation, behind a wrapper that tells who asks. docs/streaming.md is their contract. */
export const chatRoutes = (wrap: Wrapper) => ({
  send: wrap({ body: SendMessage }, async ({ request, user, body }) => {
    const reader = readerOf(request);
    takeStream(user.id, reader.signal);
    const { run, feed } = await orLeave(reader, answerQuestion(user.id, body, reader));
    return streamResponse(run.id, feed, reader);
  }),

  resume: wrap(
    { params: ConversationParams, query: StreamQuery },
    async ({ request, user, params, query }) => {
      const reader = readerOf(request);
      const after = lastEventId(request) ?? query.after;
      takeStream(user.id, reader.signal);
      const { conversationId } = params;
      const resumed = await orLeave(
        reader,
        resumeRun({ userId: user.id, conversationId, runId: query.run, after, signal: reader.signal }),
      );
      if (resumed === null) {
        reader.abort();
        return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
      }
      return streamResponse(resumed.run.id, resumed.feed, reader);
    },
  ),

  prompts: wrap({ params: RunParams }, async ({ user, params }) =>
    Response.json(await listSentPrompts(user.id, params.conversationId, params.runId), {
      headers: { "cache-control": "no-store" },
    }),
  ),

  stop: wrap({ params: ConversationParams, body: StopRun }, async ({ user, params, body }) =>
    Response.json(await stopRun(user.id, params.conversationId, body), {
      headers: { "cache-control": "no-store" },
    }),
  ),
});

/** A browser that reconnects by itself sends where it was in this header, so it wins over the query. */
function lastEventId(request: Request): number | undefined {
  const header = request.headers.get("last-event-id");
  if (header === null) return undefined;
  const parsed = Cursor.safeParse(header);
  if (!parsed.success) throw new AppError("invalid", `Last-Event-ID: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

function streamResponse(runId: string, feed: RunFeed, reader: AbortController): Response {
  return new Response(
    eventStream(feed, () => reader.abort()),
    { headers: { ...EVENT_STREAM_HEADERS, "x-run-id": runId } },
  );
}
