import type { ProposedChange } from "../../contract/proposals";
import type { ProposalResult } from "../../contract/results/proposal-result";
import { AppError } from "../../errors";
import type { ToolContext } from "../agent-context";
import { ToolProblem } from "./tool-problem";

/**
 * Proposes a change to the person. Nothing of their money data changes before they click.
 * @throws {ToolProblem} for a change that cannot be made, and where nothing can be proposed
 */
export async function makeProposal(
  { propose }: ToolContext,
  change: ProposedChange,
  callId: string | undefined,
): Promise<ProposalResult> {
  if (propose === undefined || callId === undefined) {
    throw new ToolProblem("unavailable", "Nothing can be proposed here.");
  }
  try {
    return await propose(change, callId);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "internal") throw error;
    throw new ToolProblem(error.code, error.message);
  }
}
