import { z } from "zod";
import { EXPORT_FORMATS, exportConversation, exportEverything } from "../chat/export-conversations";
import { Identifier } from "../contract/identifier";
import type { route } from "./route";

const Params = z.object({ conversationId: Identifier });
const Query = z.object({ format: z.enum(EXPORT_FORMATS, "Choose markdown or json.") });

const TYPES = {
  markdown: { extension: "md", contentType: "text/markdown; charset=utf-8" },
  json: { extension: "json", contentType: "application/json; charset=utf-8" },
} as const;

type Wrapper = typeof route;

/** Conversations as files, behind a wrapper that tells who asks. */
export const exportRoutes = (wrap: Wrapper) => ({
  one: wrap({ params: Params, query: Query }, async ({ user, params, query: { format } }) => {
    const { title, text } = await exportConversation(user, params.conversationId, format);
    return new Response(text, { headers: headersOf(title, format) });
  }),

  everything: wrap({ query: Query }, async ({ user, query: { format } }) => {
    const pieces = exportEverything(user, format, new Date());
    return new Response(streamOf(pieces), { headers: headersOf("conversations", format) });
  }),
});

function headersOf(title: string, format: keyof typeof TYPES): HeadersInit {
  const { extension, contentType } = TYPES[format];
  return {
    "content-type": contentType,
    "content-disposition": `attachment; filename="purser-${fileNameOf(title)}.${extension}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}

/** Letters that every system takes; a title of others leaves only that it is a conversation. */
const fileNameOf = (title: string): string =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60) || "conversation";

/** Pulled at the pace of the reader. A failure in the middle breaks the download off: half a file must not look whole. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
