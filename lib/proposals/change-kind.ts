import type { ProposedChange } from "../contract/proposals";
import type { ProposalResult } from "../contract/results/proposal-result";
import type { Executor } from "../db/client";
import type { Ledger } from "../domain/ledger";
import type { Transaction } from "../domain/transaction";

export type Wish<Change extends ProposedChange> = {
  userId: string;
  /** Becomes the id of what the change makes (a goal, a rule), so that making it twice is impossible. */
  proposalId: string;
  change: Change;
};

/** What the person is shown before they click. */
type Description = Pick<ProposalResult, "title" | "changes" | "effects"> & {
  rowCount: number;
  /** The first ones, newest first. */
  rows: Transaction[];
};

/**
 * One kind of change: what it does and how it is taken back. Whoever applies and undoes it sees to the rest: that it
 * happens once, in one transaction that holds the lock on the person's banks, and only on what the person was shown.
 */
export type ChangeKind<Change extends ProposedChange> = {
  /** @throws {AppError} `invalid` or `not_found` for what cannot be done, in words for the person */
  describe(wish: Wish<Change>, ledger: Ledger): Promise<Description>;
  /** What it touches, as it is now: what must be the same for it to be applied or undone. JSON. */
  read(tx: Executor, wish: Wish<Change>): Promise<unknown>;
  apply(tx: Executor, wish: Wish<Change>): Promise<void>;
  /** @param before what `read` gave before it was applied */
  restore(tx: Executor, wish: Wish<Change>, before: unknown): Promise<void>;
};
