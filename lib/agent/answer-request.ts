import type { ChatMessage } from "../contract/chat";
import type { Ledger } from "../domain/ledger";
import type { Propose } from "./agent-context";
import type { UnfinishedAnswer } from "./continuing";
import type { KeptSummary } from "./older-turns";
import type { Background } from "./prompt";
import type { PromptMessage } from "./prompt-message";

export type AnswerRequest = {
  /** The conversation up to and with the question. */
  messages: readonly ChatMessage[];
  ledger: Ledger;
  /** Whose name is not told to the model. */
  person: { name: string };
  background?: Omit<Background, "earlier"> | undefined;
  /** What a model made of turns that are too old to be told word by word. */
  summary?: KeptSummary | undefined;
  signal: AbortSignal;
  /** Given when an earlier attempt has begun the answer: go on directly after it. */
  unfinished?: UnfinishedAnswer | undefined;
  /** Left out where nothing can be proposed. */
  propose?: Propose | undefined;
  /** Gets exactly what the model is sent, before each of its calls. */
  onPrompt?: (messages: PromptMessage[]) => void;
};
