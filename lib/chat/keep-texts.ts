import { database } from "../db/client";
import { listUnsearchableRuns, markSearchable, saveMessageText } from "../db/queries/message-texts";
import type { Run } from "../db/queries/runs";
import { findMessage } from "../documents/messages";
import { searchWords } from "../domain/search-words";
import { readableText } from "./readable-text";
import { toChatMessage } from "./thread";

const RUNS_AT_A_TIME = 100;
/** Of a message; what comes after is not found. */
const MAX_CHARACTERS = 20_000;

/**
 * Keeps the texts of questions and answers where they can be searched, as soon as their runs have ended. The messages stay
 * the truth: what a crash leaves out is done at the next call, and twice is once.
 * @returns how many runs there were; fewer than a hundred means that none is left
 * @throws {AppError} `unavailable` while the document store is away
 */
export async function keepTexts(): Promise<number> {
  const left = await listUnsearchableRuns(database(), RUNS_AT_A_TIME);
  // What is not kept after it is closed must not be found before.
  for (const { run, isTemporary } of left)
    await (isTemporary ? markSearchable(database(), run) : keepRun(run));
  return left.length;
}

async function keepRun(run: Run): Promise<void> {
  const messages = [await findMessage(run.userMessageId), await findMessage(run.assistantMessageId)];
  await database().transaction(async (tx) => {
    if (!(await markSearchable(tx, run))) return;
    for (const message of messages) {
      if (message === null) continue;
      const text = readableText(toChatMessage(message), MAX_CHARACTERS);
      const { userId, conversationId } = run;
      const { _id: messageId, role, createdAt } = message;
      const row = { messageId, userId, conversationId, isQuestion: role === "user", text, createdAt };
      await saveMessageText(tx, row, searchWords(text));
    }
  });
}
