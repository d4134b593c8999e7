import type { StreamChunk } from "../contract/stream-chunk";
import type { AnswerRequest } from "./answer-request";

/**
 * Answers the last question of a conversation from the person's ledger, as steps, text and tool chunks; the caller
 * adds start and end of the message. Loads the agent on first use (see `warmUp`).
 * @throws {AppError} in words for the person; `retryable` says whether asking again can help
 * @throws the signal's reason within milliseconds of an abort; the model's connection is closed
 */
export async function* streamAnswer(request: AnswerRequest): AsyncGenerator<StreamChunk, void, undefined> {
  const [{ agent }, { answerWith }] = await Promise.all([import("./agent"), import("./answer-with")]);
  yield* answerWith(await agent(), request);
}

/** Loads the agent and the model before the first question, because importing them takes over a second. */
export async function warmUp(): Promise<void> {
  const [{ agent }] = await Promise.all([import("./agent"), import("./answer-with")]);
  await agent();
}
