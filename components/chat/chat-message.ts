import type { UIMessage } from "ai";
import type { MessageMetadata } from "../../lib/contract/run";

/** A message as the AI SDK keeps it in the browser, with our metadata. */
export type ChatUIMessage = UIMessage<MessageMetadata>;

/** The text of a message, its parts joined as they are shown. */
export function textOf(message: ChatUIMessage): string {
  return message.parts
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("\n\n")
    .trim();
}
