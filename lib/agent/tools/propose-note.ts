import { z } from "zod";
import { MAX_NOTE, MAX_TAG, MAX_TAGS } from "../../contract/proposals";
import { ChosenRowsInput, chosenRows } from "./chosen-rows";
import { makeProposal } from "./make-proposal";
import { purserTool } from "./purser-tool";

const ProposeNoteInput = z.object({
  note: z.string().max(MAX_NOTE).nullish().describe("The note that they get, in the person's own words."),
  tags: z
    .array(z.string().max(MAX_TAG))
    .max(MAX_TAGS)
    .nullish()
    .describe("Tags that they get besides their own."),
  ...ChosenRowsInput,
});

export const proposeNoteTool = () =>
  purserTool({
    name: "propose_note",
    description:
      "Proposes a note or tags for transactions, chosen by id or by a filter. Changes nothing: the person confirms with a click.",
    schema: ProposeNoteInput,
    run: async (context, input, callId) => {
      const transactionIds = await chosenRows(input, context.ledger);
      const { note, tags } = input;
      return makeProposal(
        context,
        { kind: "note", transactionIds, ...(note && { note }), ...(tags?.length && { addTags: tags }) },
        callId,
      );
    },
  });
