import type { ToolMessage } from "@langchain/core/messages";
import { ToolFailure } from "../contract/results/tool-failure";
import type { StreamChunk } from "../contract/stream-chunk";
import type { UnfinishedAnswer } from "./continuing";
import { mapStrings } from "./map-strings";
import { Overlap } from "./overlap";
import { RulesGuard, withoutRules } from "./rules-guard";

type ToolCall = { id?: string | undefined; name: string; args: unknown };

/** A step that has tools or a closed text: whatever the model says next belongs to another one. */
function isSpent({ parts, openTextId }: UnfinishedAnswer): boolean {
  const step = parts.slice(parts.findLastIndex(({ type }) => type === "step-start") + 1);
  return step.some(({ type }) => type === "dynamic-tool" || (type === "text" && openTextId === undefined));
}

/**
 * Turns what the agent streams into AI SDK chunks. One step is one call of the model with the tools it asked for.
 * Text comes as the model says it, tool calls and results from the finished nodes, so that the input of a call is
 * always whole; what a model quotes of its rules is left out of both. Ids of texts are unique within one answer: one
 * text per step, counted on from what another process has written of it.
 */
export class ChunkMapper {
  #steps = 0;
  #isStepOpen = false;
  #isStepSpent = false;
  #textId: string | undefined;
  #overlap: Overlap | undefined;
  #guard = new RulesGuard();

  constructor(unfinished?: UnfinishedAnswer) {
    if (unfinished === undefined) return;
    const last = unfinished.parts.findLast((part) => part.type === "text");
    if (unfinished.openTextId !== undefined) this.#guard = new RulesGuard(last?.text);
    this.#steps = unfinished.parts.filter(({ type }) => type === "step-start").length;
    this.#isStepOpen = unfinished.isInStep;
    this.#isStepSpent = isSpent(unfinished);
    this.#textId = unfinished.openTextId;
  }

  /** The next text continues `shown`: what it repeats of it is left out. */
  follow(shown: string): void {
    this.#overlap = new Overlap(shown);
  }

  /** What the model says. @param isExact it continues what was shown to the character */
  *text(text: string, isExact: boolean): Generator<StreamChunk> {
    if (isExact) this.#overlap = undefined;
    yield* this.#text(this.#overlap?.push(text) ?? text);
  }

  *#text(said: string): Generator<StreamChunk> {
    if (said === "") return;
    yield* this.#openStep();
    yield* this.#write(this.#guard.push(said));
  }

  *#write(delta: string): Generator<StreamChunk> {
    if (delta === "") return;
    if (this.#textId === undefined) {
      this.#textId = `text-${this.#steps}`;
      yield { type: "text-start", id: this.#textId };
    }
    yield { type: "text-delta", id: this.#textId, delta };
  }

  /** A whole tool call. */
  *call({ id, name, args }: ToolCall): Generator<StreamChunk> {
    yield* this.#letGo();
    yield* this.#openStep();
    yield* this.#closeText();
    const input = mapStrings(args, withoutRules);
    yield { type: "tool-input-available", toolCallId: id ?? "", toolName: name, input, dynamic: true };
  }

  /** The result of a tool call, or why there is none in words for the person. */
  *result(message: ToolMessage): Generator<StreamChunk> {
    this.#isStepSpent = true;
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
    yield* this.#letGo();
    yield* this.#endStep();
  }

  *#endStep(): Generator<StreamChunk> {
    if (!this.#isStepOpen) return;
    yield* this.#closeText();
    this.#isStepOpen = false;
    yield { type: "finish-step" };
  }

  /** The model speaks again after tools: that is the next step. */
  *#openStep(): Generator<StreamChunk> {
    if (this.#isStepOpen && !this.#isStepSpent) return;
    yield* this.#endStep();
    this.#steps += 1;
    this.#isStepOpen = true;
    this.#isStepSpent = false;
    yield { type: "start-step" };
  }

  /** What was held back and turned out to be new. */
  *#letGo(): Generator<StreamChunk> {
    const held = this.#overlap?.flush() ?? "";
    this.#overlap = undefined;
    yield* this.#text(held);
  }

  *#closeText(): Generator<StreamChunk> {
    yield* this.#write(this.#guard.flush());
    if (this.#textId === undefined) return;
    yield { type: "text-end", id: this.#textId };
    this.#textId = undefined;
  }
}
