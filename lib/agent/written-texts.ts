import type { Grounding } from "../contract/grounding";
import type { StreamChunk } from "../contract/stream-chunk";
import { groundedText, groundText, type Known } from "../domain/grounding/ground-text";
import type { UnfinishedAnswer } from "./continuing";

type GroundingChunk = Extract<StreamChunk, { type: "data-grounding" }>;

/** The text parts of an answer while it is being written, and which of them have been checked. */
export class WrittenTexts {
  readonly texts: string[] = [];
  readonly #byId = new Map<string, number>();
  #checked = 0;
  #checks = 0;

  /** @param unfinished what an earlier attempt has shown */
  constructor(unfinished?: UnfinishedAnswer) {
    for (const part of unfinished?.parts ?? []) {
      if (part.type === "text") this.texts.push(part.text);
      if (part.type === "data-grounding") this.#passCheck();
    }
    if (unfinished?.openTextId !== undefined) this.#byId.set(unfinished.openTextId, this.texts.length - 1);
  }

  see(chunk: StreamChunk): void {
    if (chunk.type === "text-start") this.#byId.set(chunk.id, this.texts.push("") - 1);
    if (chunk.type !== "text-delta") return;
    const index = this.#byId.get(chunk.id);
    if (index !== undefined) this.texts[index] += chunk.delta;
  }

  /** The answer was checked once, and is being written again. */
  get isRewrite(): boolean {
    return this.#checks > 0;
  }

  /**
   * Checks the texts that are new since the last check.
   * @param canRewrite the model can be asked to write the answer again; that happens once
   */
  check(known: Known, canRewrite: boolean): GroundingChunk {
    const fresh = this.texts
      .slice(this.#checked)
      .map((text, index) => ({ text, index: this.#checked + index }));
    const texts = fresh.map(({ text, index }) => groundedText(index, groundText(text, known)));
    const isWrong = texts.some(({ numbers }) => numbers.some(({ match }) => match === null));
    const isReplaced = this.isRewrite && fresh.some(({ text }) => text.trim() !== "");
    const data: Grounding = {
      texts: texts.filter(({ numbers }) => numbers.length > 0),
      supersedes: isReplaced ? Array.from({ length: this.#checked }, (_, index) => index) : [],
      isFinal: !(isWrong && canRewrite && !this.isRewrite),
    };
    this.#passCheck();
    return { type: "data-grounding", id: `grounding-${this.#checks}`, data };
  }

  #passCheck(): void {
    this.#checked = this.texts.length;
    this.#checks += 1;
  }
}
