import { v7 as newId } from "uuid";
import { ProposedChange } from "../contract/proposals";
import type { ProposalResult } from "../contract/results/proposal-result";
import { database } from "../db/client";
import { isTemporary } from "../db/queries/conversations";
import { countProposalsOfRun, findProposalByKey, insertProposal } from "../db/queries/proposals";
import { findRun } from "../db/queries/runs";
import type { Ledger } from "../domain/ledger";
import { AppError } from "../errors";
import { log } from "../log";
import { previewChange } from "./preview-change";

const MAX_PER_RUN = 10;
const LIFE_MS = 7 * 86_400_000;

export type Proposing = {
  userId: string;
  /** The answer that it is part of. */
  runId: string;
  /** Tells the wishes of one run apart, and is the same when another worker makes this one again. */
  callId: string;
  /** The person's own. */
  ledger: Ledger;
  now: Date;
};

/**
 * Stores a change that waits for the person's click, with what it would do. None of their money data changes. The same
 * call of the same run again is the same proposal.
 * @throws {AppError} `invalid` or `not_found` for a change that cannot be made, in words for the person; `not_found` for a
 * run that is not theirs
 */
export async function propose(wanted: ProposedChange, proposing: Proposing): Promise<ProposalResult> {
  const { userId, runId, callId, ledger, now } = proposing;
  const idempotencyKey = `${runId} ${callId}`;
  const made = await findProposalByKey(database(), userId, idempotencyKey);
  if (made) return made.preview;
  const run = await findRun(database(), runId);
  if (run?.userId !== userId) throw new AppError("not_found", "This answer no longer exists.");
  if (wanted.kind === "memory" && (await isTemporary(database(), userId, run.conversationId))) {
    throw new AppError("invalid", "Nothing is remembered from a temporary chat.");
  }
  if ((await countProposalsOfRun(database(), runId)) >= MAX_PER_RUN) {
    throw new AppError("invalid", `One answer proposes at most ${MAX_PER_RUN} changes.`);
  }
  const wish = { userId, proposalId: newId(), change: readChange(wanted) };
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const { preview, before } = await previewChange(wish, ledger, expiresAt);
  const isNew = await insertProposal(database(), {
    id: wish.proposalId,
    userId,
    conversationId: run.conversationId,
    runId,
    idempotencyKey,
    kind: wish.change.kind,
    change: wish.change,
    preview,
    before,
    createdAt: now,
    expiresAt,
  });
  if (!isNew) return propose(wanted, proposing);
  log().info({ userId, runId, proposalId: wish.proposalId, kind: wish.change.kind }, "change proposed");
  return preview;
}

/** Whatever a model made of it. @throws {AppError} `invalid` */
function readChange(wanted: ProposedChange): ProposedChange {
  const change = ProposedChange.safeParse(wanted);
  if (change.success) return change.data;
  const [issue] = change.error.issues;
  throw new AppError("invalid", `${issue?.path.join(".")}: ${issue?.message}`);
}
