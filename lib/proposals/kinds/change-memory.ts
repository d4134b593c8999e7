import { MAX_MEMORIES } from "../../contract/memory";
import type { ProposedChange } from "../../contract/proposals";
import { database, type Executor } from "../../db/client";
import { deleteMemory, findMemoryText, insertMemory, listMemoryRows } from "../../db/queries/memories";
import { findUserById } from "../../db/queries/users";
import { AppError } from "../../errors";
import type { ChangeKind } from "../change-kind";

type Change = Extract<ProposedChange, { kind: "memory" }>;

/** Something to remember of the person. No total changes. */
export const changeMemory: ChangeKind<Change> = {
  async describe({ userId, change }) {
    if ((await findUserById(database(), userId))?.isDemo) {
      throw new AppError("invalid", "Nothing is remembered in the demo household: everybody shares it.");
    }
    await refuseUnfit(database(), userId, change.text);
    return {
      title: "Remember this about you",
      changes: [{ label: "Memory", before: null, after: change.text }],
      effects: [],
      rowCount: 0,
      rows: [],
    };
  },
  read: (tx, { userId, proposalId }) => findMemoryText(tx, userId, proposalId),
  async apply(tx, { userId, proposalId, change }) {
    await refuseUnfit(tx, userId, change.text);
    await insertMemory(tx, userId, proposalId, change.text);
  },
  restore: (tx, { userId, proposalId }) => deleteMemory(tx, userId, proposalId),
};

/** @throws {AppError} `conflict` when it is known already, or when there are too many */
async function refuseUnfit(db: Executor, userId: string, text: string): Promise<void> {
  const known = await listMemoryRows(db, userId);
  if (known.some((one) => one.text.toLowerCase() === text.toLowerCase())) {
    throw new AppError("conflict", "This is remembered already.");
  }
  if (known.length >= MAX_MEMORIES) {
    throw new AppError(
      "conflict",
      `${MAX_MEMORIES} things are remembered already. Forget one of them first.`,
    );
  }
}
