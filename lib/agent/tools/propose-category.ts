import { z } from "zod";
import { ChosenRowsInput, chosenRows } from "./chosen-rows";
import { makeProposal } from "./make-proposal";
import { oneCategory } from "./one-category";
import { purserTool } from "./purser-tool";

const ProposeCategoryInput = z.object({
  category: z.string().max(60).describe('The category that they get; "transfer" marks own transfers.'),
  ...ChosenRowsInput,
});

export const proposeCategoryTool = () =>
  purserTool({
    name: "propose_category",
    description:
      "Proposes another category for transactions that are there, chosen by id or by a filter. To mark them as transfers between own accounts, give the category transfer. Changes nothing: the person confirms with a click.",
    schema: ProposeCategoryInput,
    run: async (context, input, callId) => {
      const [category, transactionIds] = await Promise.all([
        oneCategory(input.category, context.ledger),
        chosenRows(input, context.ledger),
      ]);
      return makeProposal(context, { kind: "category", transactionIds, category }, callId);
    },
  });
