/**
 * How a model hands on its text while it writes: as an option of the call, beside LangChain's own way, which costs six
 * times as much for each word (../../docs/decisions/0014-words-beside-the-framework.md).
 */
export type SpeakingOptions = {
  /** @param isExact it continues what was shown to the character, and never says a word of it again */
  onText?: (text: string, isExact?: boolean) => void;
};
