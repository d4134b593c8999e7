import type { ChatTransport } from "ai";
import type { ChatUIMessage } from "./chat-message";
import { type Connecting, connect } from "./connect";
import { RequestError, toRequestError } from "./request-error";
import { pause } from "./wake-up";

type SendOptions = Parameters<ChatTransport<ChatUIMessage>["sendMessages"]>[0];

const TRIES = 5;

/**
 * Sends a question. A request may be sent again when the network, or a proxy before a server that restarts, fails: its
 * message id makes the server answer with the same run, so nothing is asked twice.
 * @throws {RequestError} with the server's words when it refuses
 */
export async function postQuestion(
  question: SendOptions,
  options: Connecting & { backoffMs: number },
): Promise<Response> {
  const { signal, wakeUps, backoffMs } = options;
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(toRequestBody(question));
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await connect("/api/chat", { method: "POST", headers, body }, options);
      if (response.ok) return response;
      throw await toRequestError(response);
    } catch (error) {
      if (signal.aborted || isRefusal(error)) throw error;
      if (attempt === TRIES) throw unreachable(error);
      await pause(backoffMs * 2 ** attempt, signal, wakeUps);
    }
  }
}

const isRefusal = (error: unknown): boolean => error instanceof RequestError && !error.isBetween;

/** The request body of the AI SDK with the last message only: the server has the others. */
function toRequestBody({ chatId, messages, trigger, messageId, body }: SendOptions): unknown {
  const message = messages.at(-1);
  if (trigger === "regenerate-message") return { ...body, id: chatId, trigger, messageId };
  return {
    ...body,
    id: chatId,
    trigger,
    message: message && { id: message.id, role: message.role, parts: message.parts },
    messageId,
  };
}

function unreachable(cause: unknown): Error {
  if (cause instanceof RequestError) return cause;
  return new Error("The server could not be reached. Check your connection and send it again.", { cause });
}
