import { z } from "zod";
import { Identifier } from "../../contract/identifier";
import { MAX_PROPOSED_ROWS } from "../../contract/proposals";
import type { Ledger } from "../../domain/ledger";
import { AmountRangeInput, amountFilter } from "./amount-range";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { resolveScope, type ScopeInput } from "./resolve-scope";
import { ToolProblem } from "./tool-problem";

const names = (what: string) => z.array(z.string().max(200)).max(20).nullish().describe(what);

/** The part of a tool's input that says which rows are to be changed. */
export const ChosenRowsInput = {
  transactionIds: z
    .array(z.string().max(60))
    .max(MAX_PROPOSED_ROWS)
    .nullish()
    .describe("Exactly these rows, by id from search_transactions. Nothing else narrows them then."),
  period: PeriodInput.nullish().describe(`${PERIOD_DESCRIPTION} All time when left out.`),
  inCategories: names("Rows that are in these categories now."),
  merchants: names("Rows of these merchants."),
  accounts: names("Rows of these accounts."),
  text: z.string().max(200).nullish().describe("Part of the merchant's name or of the bank's text."),
  ...AmountRangeInput,
};
const ChosenRows = z.object(ChosenRowsInput);
type ChosenRows = z.infer<typeof ChosenRows>;

/**
 * Ids of the rows that a model chose, by id or by a filter.
 * @throws {ToolProblem} when nothing is said, nothing matches, or more than a person can look over
 */
export async function chosenRows(input: ChosenRows, ledger: Ledger): Promise<string[]> {
  const { transactionIds } = input;
  if (transactionIds?.length) return transactionIds.map(requireId);
  const text = input.text?.trim() || undefined;
  const scopeInput: ScopeInput = {
    categories: input.inCategories,
    merchants: input.merchants,
    accounts: input.accounts,
  };
  const { filters: _, ...scope } = await resolveScope(scopeInput, ledger);
  const amounts = amountFilter(input);
  const isNarrowed =
    text !== undefined ||
    amounts.minUnits !== undefined ||
    amounts.maxUnits !== undefined ||
    [scope.categories, scope.merchants, scope.accountIds].some(({ length }) => length > 0);
  if (!isNarrowed) {
    throw new ToolProblem(
      "unclear",
      "Say which transactions: by id, merchant, category, account, text or amount.",
    );
  }
  const period = input.period ? await toPeriod(input.period, ledger) : undefined;
  const rows = await ledger.transactions(
    { ...scope, ...amounts, period, text },
    { limit: MAX_PROPOSED_ROWS + 1 },
  );
  if (rows.length === 0) throw new ToolProblem("not_found", "No transaction matches.");
  if (rows.length > MAX_PROPOSED_ROWS) {
    throw new ToolProblem("too_many", `More than ${MAX_PROPOSED_ROWS} transactions match.`, {
      hint: "Propose a rule, or narrow the period.",
    });
  }
  return rows.map(({ id }) => id);
}

function requireId(id: string): string {
  if (Identifier.safeParse(id).success) return id;
  throw new ToolProblem("not_found", "There is no transaction with such an id.", {
    hint: "Ids come from search_transactions.",
  });
}
