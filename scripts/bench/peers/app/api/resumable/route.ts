import { after } from "next/server";
import { createResumableStreamContext } from "resumable-stream/ioredis";
import { answer } from "../../../model";

/** As the AI SDK's documentation makes a stream resumable. */
export async function POST(request: Request): Promise<Response> {
  const streamId = new URL(request.url).searchParams.get("id") ?? crypto.randomUUID();
  return (await answer(request)).toUIMessageStreamResponse({
    async consumeSseStream({ stream }) {
      await streams().createNewResumableStream(streamId, () => stream);
    },
  });
}

export async function GET(request: Request): Promise<Response> {
  const streamId = new URL(request.url).searchParams.get("id") ?? "";
  const stream = await streams().resumeExistingStream(streamId);
  if (!stream) return new Response(null, { status: 204 });
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { "content-type": "text/event-stream" },
  });
}

let context: ReturnType<typeof createResumableStreamContext> | undefined;
/** Opens its connections once, with the first request. */
function streams() {
  context ??= createResumableStreamContext({ waitUntil: after });
  return context;
}
