import type { MessagePart } from "../contract/chat";

/** What an earlier attempt at this answer has shown; the next chunks follow directly after it. */
export type UnfinishedAnswer = {
  parts: readonly MessagePart[];
  /** The text part that is still open: its text goes on under the same id. */
  openTextId: string | undefined;
  /** The last step was not finished. */
  isInStep: boolean;
};

/**
 * What a model is told when it has to go on with an answer that another process had to leave. It comes last, so that
 * all before it is byte for byte what was sent the first time.
 */
export const GO_ON = `Your answer above was cut off while you were writing it. The person has already read it up to its last character.
Write only what comes next, directly after that last character: in the middle of the word if it stops there, and with the space or line break first if the next word or line begins there.
Repeat nothing of it, do not greet, do not start again and do not mention that it was cut off. If it was complete already, write nothing. All rules still hold.`;

/** Marks the message that carries `GO_ON`, which a person could have typed, too. */
export const GO_ON_MARK = { isGoOn: true } as const;
