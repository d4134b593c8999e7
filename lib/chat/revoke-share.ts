import { database } from "../db/client";
import { deleteShare } from "../db/queries/shares";
import { AppError } from "../errors";

/** From now on the link opens nothing. @throws {AppError} `not_found`, also for another person's link */
export async function revokeShare(userId: string, shareId: string): Promise<void> {
  if (!(await deleteShare(database(), userId, shareId)))
    throw new AppError("not_found", "This link does not exist any more.");
}
