import { z } from "zod";
import type { NamesResult } from "../../contract/results/names-result";
import { CATEGORY_IDS, categoryLabel, categoryNames, findCategories } from "../../domain/categories";
import type { Ledger } from "../../domain/ledger";
import { isAmbiguous, NAMES_DEFINITION, nameCandidates } from "../../domain/name-candidates";
import { purserTool } from "./purser-tool";

const TYPES = ["merchant", "category", "account"] as const;
const MAX_CANDIDATES = 8;

const ResolveNameInput = z.object({
  phrase: z.string().min(1).max(100).describe("What the person called it, as they typed it."),
  types: z.array(z.enum(TYPES)).nullish().describe("Only among these; all when left out."),
});

type Named = { type: (typeof TYPES)[number]; id: string; names: [string, ...string[]] };

/** What a phrase can mean among the person's merchants and accounts and all categories. */
export async function resolveName(
  ledger: Ledger,
  { phrase, types }: z.infer<typeof ResolveNameInput>,
): Promise<NamesResult> {
  const [merchants, accounts, { asOf }] = await Promise.all([
    ledger.merchants(),
    ledger.accounts(),
    ledger.coverage(),
  ]);
  const group = findCategories(phrase);
  const named: Named[] = [
    ...CATEGORY_IDS.map(
      (id): Named => ({
        type: "category",
        id,
        // "Eating out" is what several are called together.
        names: [categoryLabel(id), ...categoryNames(id), ...(group.includes(id) ? [phrase] : [])],
      }),
    ),
    ...merchants.map((name): Named => ({ type: "merchant", id: name, names: [name] })),
    ...accounts.map(
      ({ id, name, mask, institution }): Named => ({
        type: "account",
        id,
        names: [name, `${institution} ${name}`, ...(mask === null ? [] : [mask])],
      }),
    ),
  ];
  const wanted = named.filter(({ type }) => !types?.length || types.includes(type));
  const candidates = nameCandidates(phrase, wanted, ({ names }) => names, MAX_CANDIDATES);
  return {
    kind: "names",
    definition: NAMES_DEFINITION,
    asOf,
    rowCount: 0,
    phrase,
    candidates: candidates.map(({ thing: { type, id }, name, score }) => ({ type, id, name, score })),
    isAmbiguous: isAmbiguous(candidates),
  };
}

export const resolveNameTool = () =>
  purserTool({
    name: "resolve_name",
    description:
      "What a vague or misspelled name can mean: merchants, categories and accounts with a score. When isAmbiguous is true, ask the person which one they mean.",
    schema: ResolveNameInput,
    run: ({ ledger }, input) => resolveName(ledger, input),
  });
