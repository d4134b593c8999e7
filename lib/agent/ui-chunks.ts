import { AIMessageChunk, type BaseMessage, type ToolMessage } from "@langchain/core/messages";
import type { StreamChunk } from "../contract/stream-chunk";
import { ToolFailure } from "../contract/tool-result";

type ToolCall = { id?: string | undefined; name: string; args: unknown };

/**
 * Turns what the agent streams into AI SDK chunks. One step is one call of the model with the tools it asked for.
 * Text comes from the token stream, tool calls and results from the finished nodes, so that the input of a call is
 * always whole. Ids of texts are unique within one answer: one text per step.
 */
export class ChunkMapper {
  #steps = 0;
  #isStepOpen = false;
  #hasResults = false;
  #textId: string | undefined;

  /** A piece of the model's message: only its text is shown. */
  *token(message: BaseMessage): Generator<StreamChunk> {
    if (!(message instanceof AIMessageChunk) || message.text === "") return;
    yield* this.#openStep();
    if (this.#textId === undefined) {
      this.#textId = `text-${this.#steps}`;
      yield { type: "text-start", id: this.#textId };
    }
    yield { type: "text-delta", id: this.#textId, delta: message.text };
  }

  /** A whole tool call. */
  *call({ id, name, args }: ToolCall): Generator<StreamChunk> {
    yield* this.#openStep();
    yield* this.#closeText();
    yield { type: "tool-input-available", toolCallId: id ?? "", toolName: name, input: args, dynamic: true };
  }

  /** The result of a tool call, or why there is none in words for the person. */
  *result(message: ToolMessage): Generator<StreamChunk> {
    this.#hasResults = true;
    const toolCallId = message.tool_call_id;
    if (message.status === "error") {
      const failure = ToolFailure.safeParse(message.artifact);
      const errorText = failure.success ? failure.data.error.message : "The look-up failed.";
      yield { type: "tool-output-error", toolCallId, errorText, dynamic: true };
    } else {
      yield { type: "tool-output-available", toolCallId, output: message.artifact, dynamic: true };
    }
  }

  *end(): Generator<StreamChunk> {
    if (!this.#isStepOpen) return;
    yield* this.#closeText();
    this.#isStepOpen = false;
    yield { type: "finish-step" };
  }

  /** The model speaks again after tools: that is the next step. */
  *#openStep(): Generator<StreamChunk> {
    if (this.#isStepOpen && !this.#hasResults) return;
    yield* this.end();
    this.#steps += 1;
    this.#isStepOpen = true;
    this.#hasResults = false;
    yield { type: "start-step" };
  }

  *#closeText(): Generator<StreamChunk> {
    if (this.#textId === undefined) return;
    yield { type: "text-end", id: this.#textId };
    this.#textId = undefined;
  }
}
