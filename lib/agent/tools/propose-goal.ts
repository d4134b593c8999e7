import { z } from "zod";
import { CalendarDate } from "../../contract/money";
import type { Ledger } from "../../domain/ledger";
import { makeProposal } from "./make-proposal";
import { purserTool } from "./purser-tool";
import { resolveScope } from "./resolve-scope";
import { toMinorUnits } from "./to-minor-units";
import { ToolProblem } from "./tool-problem";
import { usedCurrency } from "./used-currency";

const ProposeGoalInput = z.object({
  name: z.string().max(80),
  target: z.number().describe("What is to be saved, in whole units."),
  targetDate: z.string().max(40).nullish().describe("YYYY-MM-DD, when the person named one."),
  account: z.string().max(200).nullish().describe("The account whose balance is what is saved, by name."),
  saved: z
    .number()
    .min(0)
    .nullish()
    .describe("What is saved already, in whole units, when no account holds it."),
  currency: z
    .string()
    .max(3)
    .nullish()
    .describe("ISO code; the account's, or the main currency, when left out."),
});

export const proposeGoalTool = () =>
  purserTool({
    name: "propose_goal",
    description:
      "Proposes a savings goal: a target, perhaps a date, and either the account that it is saved on or what is saved so far. Changes nothing: the person confirms with a click.",
    schema: ProposeGoalInput,
    run: async (context, input, callId) => {
      const account = input.account ? await oneAccount(input.account, context.ledger) : undefined;
      const currency = await usedCurrency(input.currency ?? account?.currency, context.ledger);
      return makeProposal(
        context,
        {
          kind: "goal",
          name: input.name,
          targetMinor: toMinorUnits(input.target, currency),
          currency,
          targetDate: toDate(input.targetDate),
          accountId: account?.id ?? null,
          savedMinor: input.saved && !account ? toMinorUnits(input.saved, currency) : 0,
        },
        callId,
      );
    },
  });

async function oneAccount(phrase: string, ledger: Ledger) {
  const { accountIds, filters } = await resolveScope({ accounts: [phrase] }, ledger);
  const account = (await ledger.accounts()).find(({ id }) => id === accountIds[0]);
  if (account && accountIds.length === 1) return account;
  throw new ToolProblem("ambiguous_account", `"${phrase.slice(0, 60)}" can mean several accounts.`, {
    suggestions: filters.accounts,
    hint: "Ask which one is meant.",
  });
}

function toDate(date: string | null | undefined): string | null {
  if (!date) return null;
  if (CalendarDate.safeParse(date).success) return date;
  throw new ToolProblem("invalid_date", `"${date}" is not a date of the calendar.`, {
    hint: "Give dates as YYYY-MM-DD.",
  });
}
