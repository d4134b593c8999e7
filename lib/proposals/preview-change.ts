import { toRow } from "../agent/tools/to-row";
import type { ProposedChange } from "../contract/proposals";
import type { ProposalResult } from "../contract/results/proposal-result";
import { database } from "../db/client";
import type { Ledger } from "../domain/ledger";
import { resolvePeriod } from "../domain/period";
import type { Wish } from "./change-kind";
import { kindOf } from "./change-kinds";

const PROPOSAL_DEFINITION = "proposal.v1";
const SHOWN_ROWS = 20;

/**
 * What a change would do, for people, and what it would touch as that is now. Nothing changes.
 * @throws {AppError} `invalid` or `not_found` for a change that cannot be made, in words for the person
 */
export async function previewChange(
  wish: Wish<ProposedChange>,
  ledger: Ledger,
  expiresAt: Date,
): Promise<{ preview: ProposalResult; before: { state: unknown } }> {
  const kind = kindOf(wish.change);
  const [{ rows, ...description }, state, { asOf }] = await Promise.all([
    kind.describe(wish, ledger),
    kind.read(database(), wish),
    ledger.coverage(),
  ]);
  const preview = {
    kind: "proposal" as const,
    definition: PROPOSAL_DEFINITION,
    asOf,
    proposalId: wish.proposalId,
    change: wish.change.kind,
    ...description,
    period: description.effects.length > 0 ? resolvePeriod("this_month", ledger.today) : null,
    expiresAt: expiresAt.toISOString(),
    rows: rows.slice(0, SHOWN_ROWS).map(toRow),
  };
  return { preview, before: { state } };
}
