import { and, count, eq, gt, inArray, or, sql } from "drizzle-orm";
import { ACTIVE_RUN_STATUSES } from "../../contract/run";
import type { Executor } from "../client";
import { runs } from "../schema/chat";
import { users } from "../schema/people";

/** Asked this recently, an answer still counts against its person's next turn, also when it has ended. */
const RECENT = sql`now() - interval '1 minute'`;

export type Demand = {
  /** Answers of this person that wait or are being written. */
  unfinished: number;
  /** The priority of the next one. */
  turn: number;
};

/**
 * How much a person wants at the moment. The person's row stays locked until the transaction ends, so that questions
 * sent at once are counted one after the other.
 */
export async function measureDemand(tx: Executor, userId: string): Promise<Demand> {
  const isUnfinished = inArray(runs.status, [...ACTIVE_RUN_STATUSES]);
  // Two statements, sent together: the second one looks when the lock is there, and sees what its last holder did.
  const [, [row]] = await Promise.all([
    tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update"),
    tx
      .select({ unfinished: count(sql`case when ${isUnfinished} then 1 end`), recent: count() })
      .from(runs)
      .where(and(eq(runs.userId, userId), or(isUnfinished, gt(runs.createdAt, RECENT)))),
  ]);
  return { unfinished: row?.unfinished ?? 0, turn: (row?.recent ?? 0) + 1 };
}
