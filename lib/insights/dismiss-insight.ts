import { database } from "../db/client";
import { deleteDismissal, saveDismissal } from "../db/queries/insight-dismissals";

/** Puts an insight away for this person, also when it is found again. */
export const dismissInsight = (userId: string, insightId: string): Promise<void> =>
  saveDismissal(database(), userId, insightId);

/** Takes that back. */
export const restoreInsight = (userId: string, insightId: string): Promise<void> =>
  deleteDismissal(database(), userId, insightId);
