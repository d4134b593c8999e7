import type { UIMessage } from "ai";
import type { MessageMetadata } from "../../lib/contract/run";

/** A message as the AI SDK keeps it in the browser, with our metadata. */
export type ChatUIMessage = UIMessage<MessageMetadata>;

/** The texts of a message, each as it is written. */
export const textsOf = (message: ChatUIMessage): string[] =>
  message.parts.flatMap((part) => (part.type === "text" ? [part.text] : []));

/** The text of a message, its parts joined as they are shown. */
export const textOf = (message: ChatUIMessage): string => textsOf(message).join("\n\n").trim();
