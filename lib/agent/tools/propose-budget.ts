import { z } from "zod";
import { makeProposal } from "./make-proposal";
import { oneCategory } from "./one-category";
import { purserTool } from "./purser-tool";
import { toMinorUnits } from "./to-minor-units";
import { usedCurrency } from "./used-currency";

const ProposeBudgetInput = z.object({
  category: z.string().max(60),
  amount: z.number().describe("A month, in whole units (400 or 12.5)."),
  currency: z.string().max(3).nullish().describe("ISO code; the person's main currency when left out."),
});

export const proposeBudgetTool = () =>
  purserTool({
    name: "propose_budget",
    description:
      "Proposes a monthly budget for a category, in place of the one that there is. Changes nothing: the person confirms with a click.",
    schema: ProposeBudgetInput,
    run: async (context, input, callId) => {
      const [category, currency] = await Promise.all([
        oneCategory(input.category, context.ledger),
        usedCurrency(input.currency, context.ledger),
      ]);
      const amountMinor = toMinorUnits(input.amount, currency);
      return makeProposal(context, { kind: "budget", category, currency, amountMinor }, callId);
    },
  });
