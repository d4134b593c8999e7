import { z } from "zod";
import { MemoryText } from "../../contract/memory";
import { makeProposal } from "./make-proposal";
import { purserTool } from "./purser-tool";

const RememberInput = z.object({
  text: MemoryText.describe("One short sentence, in the person's own words, without what they did not say."),
});

export const rememberTool = () =>
  purserTool({
    name: "remember",
    description:
      "Proposes to remember something that the person told about themselves and that will matter in later conversations (how to call them, when they are paid, who shares a bill). Never amounts of accounts, and never what stands in bank data. Remembers nothing yet: the person confirms with a click.",
    schema: RememberInput,
    run: (context, { text }, callId) => makeProposal(context, { kind: "memory", text }, callId),
  });
