import { z } from "zod";
import { CADENCES } from "../../contract/recurring";
import type { Ledger } from "../../domain/ledger";
import { makeProposal } from "./make-proposal";
import { purserTool } from "./purser-tool";
import { resolveScope } from "./resolve-scope";
import { ToolProblem } from "./tool-problem";

const ProposeRecurringInput = z.object({
  merchant: z.string().max(200),
  isRecurring: z
    .boolean()
    .describe("False: its payments do not come back regularly, whatever they look like."),
  cadence: z.enum(CADENCES).exclude(["irregular"]).nullish().describe("Only when the person said how often."),
});

export const proposeRecurringTool = () =>
  purserTool({
    name: "propose_recurring",
    description:
      "Proposes to mark a merchant's payments as recurring, or as not recurring. Changes nothing: the person confirms with a click.",
    schema: ProposeRecurringInput,
    run: async (context, { merchant: phrase, isRecurring, cadence }, callId) => {
      const merchant = await oneMerchant(phrase, context.ledger);
      const rhythm = isRecurring ? (cadence ?? null) : null;
      return makeProposal(context, { kind: "recurring", merchant, isRecurring, cadence: rhythm }, callId);
    },
  });

async function oneMerchant(phrase: string, ledger: Ledger): Promise<string> {
  const { merchants } = await resolveScope({ merchants: [phrase] }, ledger);
  const [merchant] = merchants;
  if (merchant !== undefined && merchants.length === 1) return merchant;
  throw new ToolProblem("ambiguous_merchant", `"${phrase.slice(0, 60)}" can mean several merchants.`, {
    suggestions: merchants.slice(0, 10),
    hint: "Ask which one is meant.",
  });
}
