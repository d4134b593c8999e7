import { z } from "zod";
import { RULE_MATCHES } from "../../contract/proposals";
import { makeProposal } from "./make-proposal";
import { oneCategory } from "./one-category";
import { purserTool } from "./purser-tool";

const ProposeRuleInput = z.object({
  matchBy: z
    .enum(RULE_MATCHES)
    .describe("merchant: its whole name; text: a part of its name or of the bank's text."),
  value: z.string().max(200),
  category: z.string().max(60).describe("The category that every match gets."),
});

export const proposeRuleTool = () =>
  purserTool({
    name: "propose_rule",
    description:
      "Proposes a rule: every transaction that matches, past and to come, gets a category. Changes nothing: the person confirms with a click.",
    schema: ProposeRuleInput,
    run: async (context, { matchBy: by, value, category }, callId) =>
      makeProposal(
        context,
        { kind: "rule", match: { by, value }, category: await oneCategory(category, context.ledger) },
        callId,
      ),
  });
