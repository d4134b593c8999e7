"use server";

import { z } from "zod";
import type { ActionResult } from "@/lib/contract/error-body";
import { Identifier } from "@/lib/contract/identifier";
import { OneProposal, type ProposalStatus } from "@/lib/contract/proposals";
import { applyProposal } from "@/lib/proposals/apply-proposal";
import { dismissProposal } from "@/lib/proposals/dismiss-proposal";
import { listProposals } from "@/lib/proposals/list-proposals";
import { undoProposal } from "@/lib/proposals/undo-proposal";
import { action } from "@/lib/web/action";
import { ownAction } from "@/lib/web/own-action";

const Proposals = z.object({ ids: z.array(Identifier).min(1).max(200) });

const list = action(Proposals, ({ ids }, user) => listProposals(user.id, ids));
const apply = ownAction(OneProposal, ({ proposalId }, user) => applyProposal(user.id, proposalId));
const undo = ownAction(OneProposal, ({ proposalId }, user) => undoProposal(user.id, proposalId));
const dismiss = ownAction(OneProposal, ({ proposalId }, user) => dismissProposal(user.id, proposalId));

export async function listProposalsAction(input: unknown): Promise<ActionResult<ProposalStatus[]>> {
  return list(input);
}

export async function applyProposalAction(input: unknown): Promise<ActionResult<ProposalStatus>> {
  return apply(input);
}

export async function undoProposalAction(input: unknown): Promise<ActionResult<ProposalStatus>> {
  return undo(input);
}

export async function dismissProposalAction(input: unknown): Promise<ActionResult<ProposalStatus>> {
  return dismiss(input);
}
