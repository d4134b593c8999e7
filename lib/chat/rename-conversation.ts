import { database } from "../db/client";
import { renameConversationRow } from "../db/queries/conversations";
import { AppError } from "../errors";
import { publishToPerson } from "../stream/person-events";
import { titleOf } from "./title-of";

/** @throws {AppError} `invalid` for an empty title; `not_found`, also for another person's conversation */
export async function renameConversation(
  userId: string,
  id: string,
  title: string,
): Promise<{ title: string }> {
  const short = titleOf(title);
  if (short === "") throw new AppError("invalid", "Give the conversation a name.");
  if (!(await renameConversationRow(database(), userId, id, short)))
    throw new AppError("not_found", "This conversation does not exist.");
  publishToPerson(userId, { type: "conversation", id, title: short });
  return { title: short };
}
