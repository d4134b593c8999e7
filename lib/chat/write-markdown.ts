import { textOf } from "../agent/history";
import { formatDate, todayIn } from "../domain/calendar";
import type { WholeConversation } from "./read-whole-conversation";

type Message = WholeConversation["messages"][number];

/**
 * A conversation for reading: what is asked and answered on the branch that is shown.
 * @param timeZone IANA, of the days
 */
export function writeMarkdown({ title, messages }: WholeConversation, timeZone: string): string {
  const turns = messages.filter(({ isShown }) => isShown).map((message) => writeTurn(message, timeZone));
  return `${[`# ${title}`, ...turns].join("\n\n")}\n`;
}

function writeTurn(message: Message, timeZone: string): string {
  const day = formatDate(todayIn(timeZone, new Date(message.createdAt)));
  const who = message.role === "user" ? "You" : "Purser";
  const text = textOf(message);
  return [`## ${who}, ${day}`, text, endOf(message)].filter((part) => part !== "").join("\n\n");
}

/** How an answer ended that is not whole. */
function endOf({ metadata }: Message): string {
  switch (metadata?.status) {
    case "stopped":
      return "*You stopped this answer.*";
    case "interrupted":
      return "*This answer was cut off.*";
    case "failed":
      return "*This answer failed.*";
    default:
      return "";
  }
}
