import { textOf } from "../agent/history";
import type { ChatMessage } from "../contract/chat";
import { BLANK, toPlainText } from "../domain/grounding/plain-text";

/** What a message says, on one line and without markdown: for searching, and for showing where something was found. */
export const readableText = (message: ChatMessage, maxCharacters: number): string =>
  toPlainText(textOf(message).slice(0, maxCharacters))
    .text.replaceAll(BLANK, "")
    .replaceAll(/^[ \t]*[>#]+|\|[-:| ]+\|\s*$|\|/gmu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
