import { z } from "zod";
import { exportAccount } from "../account/export-account";
import { EXPORT_FORMATS, exportConversation, exportEverything } from "../chat/export-conversations";
import { Identifier } from "../contract/identifier";
import { todayIn } from "../domain/calendar";
import { downloadStream } from "./download-stream";
import type { route } from "./route";
import { zipFiles } from "./zip-files";

const Params = z.object({ conversationId: Identifier });
const Query = z.object({ format: z.enum(EXPORT_FORMATS, "Choose markdown or json.") });

const TYPES = {
  markdown: { extension: "md", contentType: "text/markdown; charset=utf-8" },
  json: { extension: "json", contentType: "application/json; charset=utf-8" },
  archive: { extension: "zip", contentType: "application/zip" },
} as const;

type Wrapper = typeof route;

/** What a person keeps here as files, behind a wrapper that tells who asks. */
export const exportRoutes = (wrap: Wrapper) => ({
  one: wrap({ params: Params, query: Query }, async ({ user, params, query: { format } }) => {
    const { title, text } = await exportConversation(user, params.conversationId, format);
    return new Response(text, { headers: headersOf(title, format) });
  }),

  everything: wrap({ query: Query }, async ({ user, query: { format } }) => {
    const pieces = exportEverything(user, format, new Date());
    return new Response(downloadStream(pieces), { headers: headersOf("conversations", format) });
  }),

  account: wrap({}, async ({ user }) => {
    const now = new Date();
    const bytes = zipFiles(exportAccount(user, now), now);
    const title = `everything ${todayIn(user.timeZone, now)}`;
    return new Response(downloadStream(bytes), { headers: headersOf(title, "archive") });
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
