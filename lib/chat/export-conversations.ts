import { database } from "../db/client";
import { listConversationRows } from "../db/queries/conversations";
import { AppError } from "../errors";
import { readWholeConversation, type WholeConversation } from "./read-whole-conversation";
import { writeMarkdown } from "./write-markdown";

export const EXPORT_FORMATS = ["markdown", "json"] as const;
type Format = (typeof EXPORT_FORMATS)[number];

/** Whose days are meant by IANA `timeZone`. */
type Reader = { id: string; timeZone: string };

/** More than anybody has. */
const MAX_CONVERSATIONS = 100_000;

/**
 * One conversation as a file: Markdown for reading, or JSON with all that is kept of it.
 * @throws {AppError} `not_found`, also for another person's conversation
 */
export async function exportConversation(
  { id: userId, timeZone }: Reader,
  conversationId: string,
  format: Format,
): Promise<{ title: string; text: string }> {
  const whole = await readWholeConversation(userId, conversationId);
  return { title: whole.title, text: write(whole, format, timeZone) };
}

/** All conversations of a person as one file, piece by piece: each is read when its turn comes. */
export async function* exportEverything(
  { id: userId, timeZone }: Reader,
  format: Format,
  now: Date,
): AsyncGenerator<string> {
  const rows = await listConversationRows(database(), userId, MAX_CONVERSATIONS);
  if (format === "json") yield `{"exportedAt":"${now.toISOString()}","conversations":[\n`;
  let isFirst = true;
  for (const { id } of rows) {
    const whole = await unlessGone(readWholeConversation(userId, id));
    if (whole === null) continue;
    if (!isFirst) yield format === "json" ? "," : "\n---\n\n";
    isFirst = false;
    yield write(whole, format, timeZone);
  }
  if (format === "json") yield "]}\n";
}

const write = (whole: WholeConversation, format: Format, timeZone: string): string =>
  format === "json" ? `${JSON.stringify(whole, null, 1)}\n` : writeMarkdown(whole, timeZone);

/** Deleted since the list was read. */
const unlessGone = (reading: Promise<WholeConversation>): Promise<WholeConversation | null> =>
  reading.catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
